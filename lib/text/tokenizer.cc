#include "text/tokenizer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "text/normalize.h"
#include "text/units.h"

namespace plansok::text {
namespace {

// What a code point does to a word. From the Word_Break property of UAX 29, with our own signs singled out.
enum class Kind : std::uint8_t {
  kSeparator,  // ends a word
  kLetter,
  kDigit,
  kIdeograph,  // a letter of a script without spaces: a word of its own
  kMark,       // belongs to the letter before it: combining marks, soft hyphen (UAX 29's WB4)
  kEnd,        // past the text
};

Kind KindOf(UChar32 code) {
  switch (u_getIntPropertyValue(code, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_KATAKANA:
      return Kind::kLetter;
    case U_WB_NUMERIC:
      return Kind::kDigit;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return Kind::kMark;
    default:
      return u_isalpha(code) != 0 ? Kind::kIdeograph : Kind::kSeparator;
  }
}

// The first 256 code points are nearly all of a Swedish text; a table spares the property lookup.
constexpr std::size_t kTableSize = 256;

const std::array<Kind, kTableSize>& KindTable() {
  static const std::array<Kind, kTableSize> table = [] {
    std::array<Kind, kTableSize> kinds{};
    for (std::size_t i = 0; i < kTableSize; ++i) kinds[i] = KindOf(static_cast<UChar32>(i));
    return kinds;
  }();
  return table;
}

// A code point, and where it ends with the marks that follow it.
struct Unit {
  UChar32 code = 0;
  Kind kind = Kind::kEnd;
  std::size_t end = 0;
};

constexpr UChar32 kSection = 0xA7;  // §

bool IsSpace(UChar32 code) {
  return code == ' ' || code == 0xA0 || code == 0x2007 || code == 0x2009 || code == 0x202F;
}
bool IsHyphen(UChar32 code) { return code == '-' || code == 0x2010 || code == 0x2011; }
bool IsApostrophe(UChar32 code) { return code == '\'' || code == 0x2019; }

// What may follow a colon inside a word: EU:s, HVB:et, tv:n; s:t and s:ta are names' saints, k:a a church.
constexpr std::array<std::string_view, 18> kColonEndings = {"s",    "n",   "t",   "a",   "en",    "et",
                                                            "ar",   "er",  "or",  "na",  "arna",  "ta",
                                                            "erna", "ens", "ets", "are", "ernas", "arnas"};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), kinds_(KindTable()) {}

  std::vector<Token> Run() {
    std::size_t pos = 0;
    while (pos < text_.size()) pos = ScanAt(pos);
    return std::move(tokens_);
  }

 private:
  Unit Decode(std::size_t pos) const {
    if (pos >= text_.size()) return {0, Kind::kEnd, pos};
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (byte < 0x80) return {byte, kinds_[byte], pos + 1};
    const auto size = static_cast<int64_t>(text_.size());
    auto i = static_cast<int64_t>(pos);
    UChar32 code = 0;
    U8_NEXT(text_, i, size, code);
    const auto end = static_cast<std::size_t>(i);
    if (code < 0) return {code, Kind::kSeparator, end};
    return {
        code,
        static_cast<std::size_t>(code) < kTableSize ? kinds_[static_cast<std::size_t>(code)] : KindOf(code),
        end};
  }

  Unit At(std::size_t pos) const {
    Unit unit = Decode(pos);
    while (unit.end < text_.size() && static_cast<unsigned char>(text_[unit.end]) >= 0x80) {
      const Unit next = Decode(unit.end);
      if (next.kind != Kind::kMark) break;
      unit.end = next.end;
    }
    return unit;
  }

  bool IsWordAt(std::size_t pos) const {
    const Kind kind = At(pos).kind;
    return kind == Kind::kLetter || kind == Kind::kDigit;
  }

  std::size_t ScanAt(std::size_t pos) {
    const Unit unit = At(pos);
    switch (unit.kind) {
      case Kind::kLetter:
        return Emit(pos, WordEnd(pos));
      case Kind::kDigit:
        return ScanNumber(pos);
      case Kind::kIdeograph:
        return Emit(pos, unit.end);
      default:
        return unit.code == kSection ? ScanSection(pos, unit.end) : unit.end;
    }
  }

  std::size_t Emit(std::size_t begin, std::size_t end) {
    return EmitAs(NormalizeWord(text_.substr(begin, end - begin)), begin, end);
  }

  std::size_t EmitAs(std::string word, std::size_t begin, std::size_t end) {
    if (!word.empty()) tokens_.push_back({std::move(word), begin, end});
    return end;
  }

  // --- words ---

  std::size_t WordEnd(std::size_t begin) const {
    std::size_t end = begin;
    std::size_t letters = 0;
    Unit last;
    while (true) {
      const Unit unit = At(end);
      if (unit.kind == Kind::kLetter || unit.kind == Kind::kDigit) {
        last = unit;
        ++letters;
        end = unit.end;
      } else if (JoinsLetters(last, unit, letters)) {
        end = unit.end;
      } else {
        return last.kind == Kind::kLetter ? AfterPlus(unit, end, letters) : end;
      }
    }
  }

  // Whether `sign`, after `before`, stands inside a word.
  bool JoinsLetters(const Unit& before, const Unit& sign, std::size_t letters) const {
    if (before.kind != Kind::kLetter) return false;
    const Unit after = At(sign.end);
    if (after.kind != Kind::kLetter) return false;
    if (IsApostrophe(sign.code) || sign.code == 0xB7) return true;
    if (sign.code == '.')
      return u_isupper(before.code) != 0 || u_isupper(after.code) == 0;  // t.ex, not slut.Nästa
    if (IsHyphen(sign.code)) return letters == 1 && At(after.end).kind == Kind::kLetter;  // e-post, not a-c
    return sign.code == ':' && HasColonEndingAt(sign.end);
  }

  bool HasColonEndingAt(std::size_t begin) const {
    std::size_t end = begin;
    for (Unit unit = At(end); unit.kind == Kind::kLetter; unit = At(end)) end = unit.end;
    const std::string_view ending = text_.substr(begin, end - begin);
    return IsColonEnding(ending);
  }

  // C++, HBTQI+, C#: the signs are part of the name when nothing follows them.
  std::size_t AfterPlus(Unit sign, std::size_t end, std::size_t letters) const {
    std::size_t after = end;
    while (sign.code == '+' || (sign.code == '#' && letters == 1)) {
      after = sign.end;
      sign = At(after);
    }
    return IsWordAt(after) ? end : after;
  }

  // --- numbers ---

  std::size_t DigitsEnd(std::size_t pos) const {
    for (Unit unit = At(pos); unit.kind == Kind::kDigit; unit = At(pos)) pos = unit.end;
    return pos;
  }

  std::size_t ScanNumber(std::size_t begin) {
    std::size_t end = begin;
    std::string word = Number(begin, end);
    if (const std::optional<std::size_t> section = SectionAfter(end))
      return EmitAs("§" + word, begin, *section);
    return EmitAs(std::move(word), begin, end);
  }

  // The normal form of the number at `begin`; `end` is set past it.
  std::string Number(std::size_t begin, std::size_t& end) {
    std::string word;
    end = GroupedEnd(begin, word);
    if (end == begin) {
      end = DigitsEnd(begin);
      word = NormalizeWord(text_.substr(begin, end - begin));
    }
    std::size_t part = begin;
    while (true) {
      const Unit sign = At(end);
      const bool joins = sign.code == ',' || sign.code == '.' || sign.code == ':' || sign.code == '/';
      if (!joins || At(sign.end).kind != Kind::kDigit) break;
      const std::size_t next = DigitsEnd(sign.end);
      if (sign.code == '/' && IsYear(part, end) && IsYear(sign.end, next)) break;
      word += NormalizeWord(text_.substr(end, next - end));
      part = sign.end;
      end = next;
    }
    if (At(end).kind == Kind::kLetter && !IsUnitAt(end)) {  // 39a, 3G
      const std::size_t next = WordEnd(end);
      word += NormalizeWord(text_.substr(end, next - end));
      end = next;
    }
    return word;
  }

  // Whether a unit is written right after its number: 1,5mnkr. One letter may be anything (5m, 3G).
  bool IsUnitAt(std::size_t begin) const {
    const std::string word = NormalizeWord(text_.substr(begin, WordEnd(begin) - begin));
    return word.size() > 1 && IsUnit(word);
  }

  // 2024/2025 are two years, 1028/19 is one reference number.
  bool IsYear(std::size_t begin, std::size_t end) const {
    const std::string_view digits = text_.substr(begin, end - begin);
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
  }

  // The end of a number written in groups of three (772 570), its digits in `word`; `begin` if there is none.
  std::size_t GroupedEnd(std::size_t begin, std::string& word) {
    // Numbers in neighbouring table cells look like groups too; beyond hundreds of millions that is what they
    // are.
    constexpr int kMostGroups = 3;
    std::size_t end = DigitsEnd(begin);
    if (begin < ungrouped_until_ || end - begin > 3 || text_[begin] == '0') return begin;
    word = text_.substr(begin, end - begin);
    int groups = 1;
    while (IsSpace(At(end).code)) {
      const std::size_t group = At(end).end;
      const std::size_t next = DigitsEnd(group);
      if (next - group != 3 || (At(next).kind == Kind::kLetter && !IsUnitAt(next))) break;
      word += text_.substr(group, 3);
      end = next;
      ++groups;
    }
    if (groups > 1 && groups <= kMostGroups) return end;
    ungrouped_until_ = end;
    return begin;
  }

  // --- sections: "§ 5", "§5" and "5 §" are all the word §5 ---

  std::size_t ScanSection(std::size_t begin, std::size_t after_sign) {
    std::size_t pos = after_sign;
    for (Unit unit = At(pos); unit.code == kSection || IsSpace(unit.code); unit = At(pos)) pos = unit.end;
    if (At(pos).kind != Kind::kDigit) return pos;
    std::size_t end = pos;
    std::string word = Number(pos, end);
    return EmitAs("§" + word, begin, end);
  }

  // Past a § that belongs to the number ending at `end`. A § between two numbers belongs to the second:
  // "2022-11-17 § 39".
  std::optional<std::size_t> SectionAfter(std::size_t end) const {
    Unit unit = At(end);
    if (IsSpace(unit.code)) unit = At(unit.end);
    if (unit.code != kSection) return std::nullopt;
    const std::size_t past = unit.end;
    for (unit = At(past); unit.code == kSection || IsSpace(unit.code);) unit = At(unit.end);
    if (unit.kind == Kind::kDigit) return std::nullopt;
    return past;
  }

  std::string_view text_;
  const std::array<Kind, kTableSize>& kinds_;
  std::vector<Token> tokens_;
  std::size_t ungrouped_until_ = 0;  // digits before here were found to be cells of a table
};

}  // namespace

bool IsColonEnding(std::string_view ending) {
  return std::find(kColonEndings.begin(), kColonEndings.end(), ending) != kColonEndings.end();
}

std::vector<Token> Tokenize(std::string_view utf8) { return Scanner(utf8).Run(); }

}  // namespace plansok::text
