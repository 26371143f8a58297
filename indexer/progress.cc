#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace plansok::indexer {
namespace {

constexpr std::size_t kBarWidth = 30;

std::string Bar(std::size_t done, std::size_t total) {
  const std::size_t filled = std::min(done * kBarWidth / total, kBarWidth);
  return fmt::format("[{}{}] {}/{}", std::string(filled, '#'), std::string(kBarWidth - filled, ' '), done,
                     total);
}

}  // namespace

Progress::Progress(bool wanted) : terminal_(wanted && isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() { Clear(); }

void Progress::Show(const std::string& what, std::size_t done, std::size_t total) {
  if (!terminal_) return;
  std::string line = fmt::format("{:<10} {}", what, total > 0 ? Bar(done, total) : std::to_string(done));
  if (line == last_) return;
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
  last_ = std::move(line);
  drawn_ = true;
}

void Progress::Clear() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  drawn_ = false;
  last_.clear();
}

}  // namespace plansok::indexer
