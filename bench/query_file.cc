#include "query_file.h"

#include <fstream>
#include <stdexcept>

namespace plansok::bench {

std::vector<std::string> ReadQueries(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> queries;
  for (std::string line; std::getline(in, line);) {
    if (const auto tab = line.find('\t'); tab != std::string::npos) queries.push_back(line.substr(tab + 1));
  }
  if (queries.empty()) throw std::runtime_error(path + ": no queries");
  return queries;
}

}  // namespace plansok::bench
