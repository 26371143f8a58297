#include "plan/entities.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "text/code_points.h"

namespace plansok::plan {
namespace {

// Those that Swedish pages use; a no-break space is a space here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kNames = {
    {{"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},   {"apos", "'"},  {"nbsp", " "},
     {"aring", "å"},  {"auml", "ä"},   {"ouml", "ö"},   {"Aring", "Å"},   {"Auml", "Ä"},  {"Ouml", "Ö"},
     {"eacute", "é"}, {"Eacute", "É"}, {"egrave", "è"}, {"uuml", "ü"},    {"Uuml", "Ü"},  {"aelig", "æ"},
     {"oslash", "ø"}, {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"},  {"bull", "•"},  {"middot", "·"},
     {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},   {"laquo", "«"}, {"raquo", "»"},
     {"sect", "§"},   {"frac12", "½"}, {"euro", "€"},   {"shy", "\u00AD"}}};

std::string CharacterOf(std::string_view number) {
  const bool hexadecimal = !number.empty() && (number.front() == 'x' || number.front() == 'X');
  if (hexadecimal) number.remove_prefix(1);
  std::int32_t code = 0;
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), code, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc() && end == number.data() + number.size();
  constexpr std::int32_t kNoBreakSpace = 0xA0;
  if (whole && code == kNoBreakSpace) return " ";
  if (!whole || u_isprint(code) == 0) return "";
  std::string utf8;
  text::AppendUtf8(static_cast<char32_t>(code), utf8);
  return utf8;
}

}  // namespace

Entity ReadEntity(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  if (text.empty() || text.front() != '&') return {};
  const std::size_t end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = text.substr(1, end - 1);
  if (name.front() == '#') {
    std::string character = CharacterOf(name.substr(1));
    return character.empty() ? Entity{} : Entity{std::move(character), end + 1};
  }
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const auto& n) { return n.first == name; });
  return found == kNames.end() ? Entity{} : Entity{std::string(found->second), end + 1};
}

}  // namespace plansok::plan
