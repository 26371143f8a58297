#include "plan/first_pages.h"

#include <utility>

#include "plan/letters.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kFirstPagesLines = 160;

// "3.1.1 Uppdrag ..... 17": a line of a table of contents.
bool IsContentsLine(std::string_view text) {
  return text.find("....") != std::string_view::npos || text.find('\t') != std::string_view::npos;
}

}  // namespace

std::vector<PageLine> FirstPages(std::span<const std::string> lines) {
  std::vector<PageLine> pages;
  for (std::size_t i = 0; i < lines.size() && pages.size() < kFirstPagesLines; ++i) {
    std::string text = BareHeading(lines[i]);
    if (text.empty() || IsContentsLine(lines[i])) continue;
    pages.push_back({std::move(text), lines[i], i, lines[i].starts_with('#')});
  }
  return pages;
}

}  // namespace plansok::plan
