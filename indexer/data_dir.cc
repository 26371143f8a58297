#include "indexer/data_dir.h"

#include <algorithm>
#include <system_error>

namespace plansok::indexer {

std::filesystem::path DefaultDataDir() {
  const std::filesystem::path build = PLANSOK_BUILD_DIR;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto [left, unused] = std::mismatch(build.begin(), build.end(), program.begin(), program.end());
  if (left == build.end()) return PLANSOK_SOURCE_DIR;
  return program.parent_path().parent_path() / "share" / "plansok";
}

}  // namespace plansok::indexer
