# Every library from outside is found here and nowhere else. All are Debian 12 packages (packages.txt).

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(absl CONFIG REQUIRED)
find_package(fmt CONFIG REQUIRED)
find_package(spdlog CONFIG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(Protobuf REQUIRED) # the module, before gRPC: Debian ships no protobuf config package
find_package(gRPC CONFIG REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED) # libcrypto, for digests; gRPC brings it anyway
find_package(tomlplusplus CONFIG REQUIRED)
find_package(roaring CONFIG REQUIRED)
pkg_check_modules(HUNSPELL REQUIRED IMPORTED_TARGET hunspell)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)

# xapian's config package sets variables only.
find_package(xapian CONFIG REQUIRED)
add_library(plansok_xapian INTERFACE)
target_include_directories(plansok_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(plansok_xapian INTERFACE ${XAPIAN_LIBRARIES})

# libstemmer ships neither a config package nor a .pc file.
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(plansok_stemmer INTERFACE)
target_include_directories(plansok_stemmer SYSTEM INTERFACE ${STEMMER_INCLUDE_DIR})
target_link_libraries(plansok_stemmer INTERFACE ${STEMMER_LIBRARY})

# CLI11 is headers only.
find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
add_library(plansok_cli11 INTERFACE)
target_include_directories(plansok_cli11 SYSTEM INTERFACE ${CLI11_INCLUDE_DIR})

# google/api/*.proto stand in no Debian C++ package; the Go gateway's carries them.
find_path(GOOGLEAPIS_DIR google/api/annotations.proto REQUIRED
  PATHS /usr/share/gocode/src/github.com/grpc-ecosystem/grpc-gateway/third_party/googleapis)

if(PLANSOK_BUILD_TESTS OR PLANSOK_BUILD_FUZZ)
  find_package(GTest REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
if(PLANSOK_BUILD_BENCH)
  find_package(benchmark CONFIG REQUIRED)
endif()
