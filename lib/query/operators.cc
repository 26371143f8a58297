#include "query/operators.h"

#include <array>
#include <charconv>
#include <string>

#include "query/limits.h"
#include "text/normalize.h"

namespace plansok::query {
namespace {

constexpr std::size_t kLongestOperator = 32;  // bytes; longer words are not looked at

struct OperatorName {
  std::string_view name;
  TokenKind kind;
};
constexpr std::array<OperatorName, 6> kOperators = {{{"OCH", TokenKind::kAnd},
                                                     {"AND", TokenKind::kAnd},
                                                     {"ELLER", TokenKind::kOr},
                                                     {"OR", TokenKind::kOr},
                                                     {"INTE", TokenKind::kNot},
                                                     {"NOT", TokenKind::kNot}}};
constexpr std::array<std::string_view, 2> kNearNames = {"NÄRA", "NEAR"};

std::optional<TokenKind> KindOf(std::string_view word) {
  for (const OperatorName& op : kOperators) {
    if (op.name == word) return op.kind;
  }
  return std::nullopt;
}

// The digits after "NÄRA/": nullopt where they are no number. A number too long to hold is as good as the
// largest.
std::optional<int> ParseDistance(std::string_view digits) {
  int distance = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, distance);
  if (digits.empty() || digits.front() == '-' || stop != end) return std::nullopt;
  return error == std::errc::result_out_of_range ? kMaxNearDistance + 1 : distance;
}

std::optional<int> NearDistanceOf(std::string_view word) {
  for (const std::string_view name : kNearNames) {
    if (!word.starts_with(name)) continue;
    const std::string_view rest = word.substr(name.size());
    if (rest.empty()) return kDefaultNearDistance;
    if (rest.front() == '/') return ParseDistance(rest.substr(1));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Operator> ParseOperator(std::string_view word) {
  if (word.size() > kLongestOperator) return std::nullopt;
  const std::string name = text::ToNfc(word);
  if (const std::optional<TokenKind> kind = KindOf(name)) return Operator{*kind, 0};
  if (const std::optional<int> distance = NearDistanceOf(name)) return Operator{TokenKind::kNear, *distance};
  return std::nullopt;
}

}  // namespace plansok::query
