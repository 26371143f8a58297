# What `cmake --install` puts where. The programs find their data beside them (indexer/data_dir.h), so that an
# installation may stand in any folder.

include(GNUInstallDirs)

install(TARGETS plansok plansok-indexer plansok-searchd RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

install(DIRECTORY ocr stopwords vocabulary DESTINATION "${CMAKE_INSTALL_DATADIR}/plansok")

install(FILES packaging/man/plansok.1 packaging/man/plansok-indexer.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES packaging/man/plansok-searchd.8 DESTINATION "${CMAKE_INSTALL_MANDIR}/man8")

# Where each shell of Debian looks.
install(FILES packaging/completions/plansok.bash RENAME plansok
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES packaging/completions/_plansok DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES packaging/completions/plansok.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

# As they stand in the source tree, so that they find each other.
install(FILES README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DOCDIR}" FILES_MATCHING PATTERN "*.md")
install(FILES bench/README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}/bench")
install(DIRECTORY proto/plansok DESTINATION "${CMAKE_INSTALL_DOCDIR}/proto" FILES_MATCHING PATTERN "*.proto")
