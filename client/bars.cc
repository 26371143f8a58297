#include "client/bars.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "client/terminal.h"

namespace plansok::client {
namespace {

std::string Spaces(const std::string& text, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - Width(text))), ' ');
}

}  // namespace

std::string Bar(int count, int largest, int width) {
  constexpr int kEighths = 8;
  constexpr std::array<std::string_view, kEighths> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count <= 0 || largest <= 0) return "";
  const auto share = static_cast<double>(count) / static_cast<double>(largest);
  const int eighths = std::clamp(static_cast<int>(share * width * kEighths), 1, width * kEighths);
  std::string bar;
  for (int i = 0; i < eighths / kEighths; ++i) bar += "█";
  bar += kParts.at(static_cast<std::size_t>(eighths % kEighths));
  return bar;
}

std::string PadRight(const std::string& text, int width) { return text + Spaces(text, width); }
std::string PadLeft(const std::string& text, int width) { return Spaces(text, width) + text; }

}  // namespace plansok::client
