#include "plan/numbering.h"

#include <algorithm>
#include <array>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

// A chapter number has one or two digits, a year four.
constexpr std::size_t kMostDigits = 2;

// Signs that are bullets wherever they begin a line, with or without a space.
constexpr std::array<std::string_view, 18> kBullets = {"•", "»", "▪", "◦", "·", "●", "○",      "‣", "►",
                                                       "■", "□", "➢", "→", "➔", "➤", "\uF0B7", "✓", "✔"};
// Signs that are bullets only with a space after them: they also begin words, dashes, sums and emphasis.
constexpr std::array<std::string_view, 5> kSpacedBullets = {"-", "–", "—", "*", "+"};
// Of these, the ones that are also set without a space, before a capital: "–Förvaltningen ska …".
constexpr std::array<std::string_view, 3> kDashes = {"-", "–", "—"};
constexpr std::array<std::string_view, 12> kFootnotes = {"¹", "²", "³", "⁴", "⁵", "⁶",
                                                         "⁷", "⁸", "⁹", "ⁱ", "†", "⁰"};

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

/// The bytes of the first character.
std::string_view FirstCharacterOf(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return text.substr(0, end);
}

std::size_t SkipSpaces(std::string_view line, std::size_t at) {
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at;
}

bool BeginsWithLetter(std::string_view text) { return !text.empty() && HasLetter(FirstCharacterOf(text)); }

bool BeginsWithCapital(std::string_view text) { return BeginsWithLetter(text) && BeginsUpper(text); }

std::size_t OneBullet(std::string_view line) {
  for (const std::string_view bullet : kBullets) {
    if (StartsWith(line, bullet)) return SkipSpaces(line, bullet.size());
  }
  for (const std::string_view bullet : kSpacedBullets) {
    const std::size_t after = bullet.size();
    if (StartsWith(line, bullet) && after < line.size() && (line[after] == ' ' || line[after] == '\t')) {
      return SkipSpaces(line, after);
    }
  }
  for (const std::string_view dash : kDashes) {
    if (StartsWith(line, dash) && BeginsWithCapital(line.substr(dash.size()))) return dash.size();
  }
  // Word's hollow bullet is extracted as a lone "o", which is no word; a section sign numbers, or it is a
  // bullet.
  if (StartsWith(line, "o ") && BeginsWithLetter(line.substr(2))) return 2;
  constexpr std::string_view kSection = "§ ";
  if (StartsWith(line, kSection) && BeginsWithCapital(line.substr(kSection.size()))) return kSection.size();
  return 0;
}

/// "a) ", "b. " and "1) " of an enumeration.
std::size_t Enumerator(std::string_view line) {
  if (line.size() < 4 || line[2] != ' ') return 0;
  const bool letter = line[0] >= 'a' && line[0] <= 'h' && (line[1] == ')' || line[1] == '.');
  // Before a capital it numbers a goal or a heading: ParseNumber's.
  const bool digit = IsDigit(line[0]) && line[1] == ')' && !BeginsUpper(line.substr(2));
  return letter || digit ? SkipSpaces(line, 3) : 0;
}

/// "[ ] " and "[x] " of Markdown's lists of things to do.
std::size_t CheckBoxSize(std::string_view line) {
  for (const std::string_view box : {"[ ] ", "[x] ", "[X] "}) {
    if (StartsWith(line, box)) return box.size();
  }
  return 0;
}

/// A row whose first cell counts the rows: more cells follow it than a heading's number has behind it.
bool IsCountedRow(std::string_view line) {
  return !line.empty() && IsDigit(line.front()) && std::count(line.begin(), line.end(), '\t') > 1;
}

/// Bullets in a row ("- » "), as converters and nested lists leave them.
std::size_t BulletSize(std::string_view line) {
  std::size_t size = 0;
  while (const std::size_t bullet = OneBullet(line.substr(size))) size += bullet;
  if (size > 0) size += CheckBoxSize(line.substr(size));
  return size > 0 ? size : Enumerator(line);
}

/// "II. " and "IV) " before a capital: the number with its stop; 0 for none. "I" alone is a word.
std::size_t RomanSize(std::string_view line) {
  constexpr std::array<std::string_view, 12> kNumerals = {"I",   "II",   "III", "IV", "V",  "VI",
                                                          "VII", "VIII", "IX",  "X",  "XI", "XII"};
  const std::size_t end = std::min(line.find_first_not_of("IVX"), line.size());
  if (end == 0 || end + 2 >= line.size() || (line[end] != '.' && line[end] != ')') || line[end + 1] != ' ')
    return 0;
  const bool numeral = std::find(kNumerals.begin(), kNumerals.end(), line.substr(0, end)) != kNumerals.end();
  return numeral && BeginsUpper(line.substr(end + 1)) ? end + 1 : 0;
}

/// The word in front of a counted goal: "Mål 1. Hemlöshet ska förebyggas".
std::size_t LabelSize(std::string_view line) {
  for (const std::string_view label : {"Mål ", "Delmål ", "MÅL "}) {
    if (StartsWith(line, label)) return label.size();
  }
  return 0;
}

}  // namespace

Numbered ParseNumber(std::string_view line) {
  if (const std::size_t roman = RomanSize(line); roman > 0) {
    return {line.substr(0, roman), line.substr(SkipSpaces(line, roman)), 1, true};
  }
  Numbered result;
  const std::size_t label = LabelSize(line);
  std::size_t at = label;
  while (true) {
    const std::size_t begin = at;
    while (at < line.size() && IsDigit(line[at])) ++at;
    if (at == begin || at - begin > kMostDigits) return {};
    ++result.levels;
    if (at + 1 < line.size() && line[at] == '.' && IsDigit(line[at + 1])) {
      ++at;
      continue;
    }
    break;
  }
  if (at < line.size() && (line[at] == '.' || line[at] == ')' || (label > 0 && line[at] == ':'))) {
    result.stop = true;
    ++at;
  }
  if (label > 0 && !result.stop) return {};
  result.number = line.substr(0, at);
  const std::size_t words = SkipSpaces(line, at);
  result.rest = line.substr(words);
  const bool parted = words > at || (result.levels > 1 && BeginsUpper(result.rest));
  return parted && BeginsUpper(result.rest) ? result : Numbered{};
}

bool EndsAsListNumber(std::string_view number) {
  return !number.empty() && std::string_view(".):").find(number.back()) != std::string_view::npos;
}

Mark ParseMark(std::string_view line) {
  std::size_t hashes = 0;
  while (hashes < line.size() && line[hashes] == '#') ++hashes;
  constexpr std::size_t kMostHashes = 6;
  if (hashes > 0 && hashes <= kMostHashes && hashes < line.size() && line[hashes] == ' ') {
    return {Marker::kMarkdown, SkipSpaces(line, hashes), static_cast<int>(hashes)};
  }
  for (const std::string_view sign : kFootnotes) {
    if (StartsWith(line, sign)) return {Marker::kFootnote, 0, 0};
  }
  if (IsCountedRow(line)) return {Marker::kRow, 0, 0};
  if (const std::size_t bullet = BulletSize(line); bullet > 0 && bullet < line.size()) {
    return {Marker::kBullet, bullet, 0};
  }
  if (const Numbered numbered = ParseNumber(line); !numbered.number.empty()) {
    return {Marker::kNumber, line.size() - numbered.rest.size(), numbered.levels};
  }
  // A note under a list of starred items.
  if (line.size() > 2 && line[0] == '*' && line[1] != '*' && BeginsUpper(line.substr(1)) &&
      EmphasisSize(line) == 0 && line.find('*', 1) == std::string_view::npos) {
    return {Marker::kFootnote, 0, 0};
  }
  return IsRow(line) ? Mark{Marker::kRow, 0, 0} : Mark{};
}

Counted ParseCounted(std::string_view line) {
  constexpr std::size_t kMostCountedDigits = 2;
  Counted counted;
  std::size_t at = 0;
  for (; at < line.size() && at < kMostCountedDigits && IsDigit(line[at]); ++at)
    counted.number = 10 * counted.number + (line[at] - '0');
  if (at == 0 || at + 2 >= line.size() || (line[at] != '.' && line[at] != ')') || line[at + 1] != ' ')
    return {};
  counted.size = SkipSpaces(line, at + 1);
  return BeginsLower(line.substr(counted.size)) ? counted : Counted{};
}

bool IsRow(std::string_view line) {
  if (IsCountedRow(line)) return true;
  if (line.find('\t') != std::string_view::npos) return ParseNumber(line).number.empty();
  if (StartsWith(line, "|")) return true;
  for (const std::string_view tag : {"<p>", "<ul", "<ol", "<li", "<i>", "<td", "<tr", "<br"}) {
    if (line.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

std::size_t EmphasisSize(std::string_view text) {
  for (const std::string_view sign : {"***", "**", "*", "__"}) {
    if (text.size() <= 2 * sign.size() || !StartsWith(text, sign)) continue;
    const std::string_view inner = text.substr(sign.size(), text.size() - 2 * sign.size());
    const bool closed = text.substr(text.size() - sign.size()) == sign;
    if (closed && inner.find('*') == std::string_view::npos) return sign.size();
  }
  return 0;
}

}  // namespace plansok::plan
