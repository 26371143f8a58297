# Options and compiler settings that every room shares.

option(PLANSOK_BUILD_TESTS "Build the tests" ON)
option(PLANSOK_BUILD_BENCH "Build the benchmarks" OFF)
option(PLANSOK_BUILD_FUZZ "Build the libFuzzer targets (clang only)" OFF)
set(PLANSOK_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

# What our own targets are held to. Generated code (proto/) is not: it is not ours to mend.
add_library(plansok_warnings INTERFACE)
target_compile_options(plansok_warnings INTERFACE -Wall -Wextra -Wpedantic -Werror)

if(PLANSOK_SANITIZE)
  add_compile_options(-fsanitize=${PLANSOK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${PLANSOK_SANITIZE})
endif()

if(PLANSOK_BUILD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link) # coverage of the code under test, too
endif()

# plansok_library(NAME SOURCES ... PUBLIC ... PRIVATE ...): a room under lib/.
function(plansok_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}/lib")
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} plansok_warnings)
endfunction()

# What ./check builds and runs under the sanitizers: every plansok_test.
add_custom_target(unit_tests)

# plansok_test(NAME SOURCES ... LIBS ...): one GoogleTest program, run by ctest as a whole, labelled `unit`.
# The tests find the source tree's data by the PLANSOK_SOURCE_DIR macro.
function(plansok_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_compile_definitions(${name} PRIVATE PLANSOK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} plansok_warnings GTest::gmock GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 LABELS unit)
  add_dependencies(unit_tests ${name})
endfunction()

# plansok_fuzzer(NAME SOURCES ... LIBS ...): one libFuzzer program; ./check runs every one of them for a while.
add_custom_target(fuzzers)
function(plansok_fuzzer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_compile_definitions(${name} PRIVATE PLANSOK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} plansok_warnings)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers ${name})
endfunction()

# Plans with known truth (tests/plan/plan_generator.h), for tests and benchmarks; to be linked with plansok_plan and fmt.
set(PLANSOK_PLAN_GENERATOR plan_generator.cc plan_layouts.cc plan_page_layouts.cc plan_writer.cc)
list(TRANSFORM PLANSOK_PLAN_GENERATOR PREPEND "${CMAKE_SOURCE_DIR}/tests/plan/")
