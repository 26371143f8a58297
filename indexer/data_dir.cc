#include "indexer/data_dir.h"

#include <algorithm>
#include <system_error>

namespace plansok::indexer {

std::filesystem::path DefaultDataDir() {
  const std::filesystem::path build = PLANSOK_BUILD_DIR;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto [left, unused] = std::mismatch(build.begin(), build.end(), program.begin(), program.end());
  return left == build.end() ? PLANSOK_SOURCE_DIR : PLANSOK_INSTALLED_DATA_DIR;
}

}  // namespace plansok::indexer
