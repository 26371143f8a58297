// plansok-bench-plain-build FOLDER < paragraphs.jsonl: builds the reference database of plain_xapian.h.

#include <chrono>
#include <exception>
#include <iostream>

#include "plain_xapian.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: plansok-bench-plain-build FOLDER < paragraphs.jsonl\n";
    return 2;
  }
  try {
    const auto start = std::chrono::steady_clock::now();
    const std::size_t count = plansok::bench::BuildPlainIndex(std::cin, argv[1]);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::cout << "plain Xapian: " << count << " paragraphs in " << seconds.count() << " s, "
              << static_cast<double>(count) / seconds.count() << " paragraphs/s\n";
  } catch (const Xapian::Error& error) {
    std::cerr << "plansok-bench-plain-build: " << error.get_description() << '\n';
    return 3;
  } catch (const std::exception& error) {
    std::cerr << "plansok-bench-plain-build: " << error.what() << '\n';
    return 3;
  }
  return 0;
}
