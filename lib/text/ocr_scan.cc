#include "text/ocr_scan.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/code_points.h"
#include "text/normalize.h"
#include "text/ocr_data.h"

namespace plansok::text {
namespace {

// Capitals up to this length are abbreviations (HVB, SIS, MBL, BRÅ) outside a line set in capitals.
constexpr std::size_t kLongestAbbreviation = 5;
constexpr std::size_t kLongestWord = 48;
// A line is set in capitals where most of its letters are, and there are more than an abbreviation has.
constexpr double kCapitalLineShare = 0.8;
constexpr std::size_t kCapitalLineLetters = 8;
constexpr char32_t kSoftHyphen = 0xAD;

bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool IsUpper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool IsDigit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool IsSpace(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool IsMark(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK; }

bool EndsSentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':'; }

// "www.goteborg.se", "a@b.se", "https://…", "t.ex": a full stop between letters never ends a word.
bool IsAddress(std::string_view token) {
  if (token.find('@') != std::string_view::npos || token.find("://") != std::string_view::npos) {
    return true;
  }
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (token[i] == '.' && is_lower(token[i - 1]) && is_lower(token[i + 1])) {
      return true;
    }
  }
  return false;
}

struct LetterCounts {
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t digits = 0;
  bool adjacent_digits = false;
};

LetterCounts CountLetters(std::u32string_view shape) {
  LetterCounts counts;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    counts.letters += IsLetter(shape[i]) ? 1 : 0;
    counts.upper += IsUpper(shape[i]) ? 1 : 0;
    counts.digits += IsDigit(shape[i]) ? 1 : 0;
    counts.adjacent_digits |= i > 0 && IsDigit(shape[i]) && IsDigit(shape[i - 1]);
  }
  return counts;
}

bool IsCapitalLine(std::string_view line) {
  const LetterCounts counts = CountLetters(DecodeUtf8(line));
  return counts.letters >= kCapitalLineLetters &&
         static_cast<double>(counts.upper) >= kCapitalLineShare * static_cast<double>(counts.letters);
}

class Scanner {
 public:
  Scanner(std::string_view text, const OcrChannel& channel) : text_(text), channel_(channel) {}

  std::vector<Segment> Scan() {
    std::string_view rest = text_;
    while (const std::optional<std::string_view> line = TakePiece(rest, '\n')) {
      ScanLine(*line);
    }
    return std::move(segments_);
  }

 private:
  std::size_t OffsetOf(std::string_view piece) const {
    return static_cast<std::size_t>(piece.data() - text_.data());
  }

  void AddBound(std::size_t offset) {
    if (segments_.empty() || segments_.back().kind != Segment::Kind::kBound) {
      segments_.push_back({Segment::Kind::kBound, offset, offset, {}});
    }
  }

  void ScanLine(std::string_view line) {
    const bool capital_line = IsCapitalLine(line);
    bool first = true;
    while (const std::optional<std::string_view> token = TakeToken(line)) {
      // A bullet begins a sentence of its own.
      if (std::exchange(first, false) && !BeginsWithWord(*token)) {
        AddBound(OffsetOf(*token));
      }
      ScanToken(*token, capital_line);
    }
    if (first) {
      AddBound(OffsetOf(line));
      segments_.back().blank_line = true;
    }
  }

  // The next run without white space; moves `line` behind it.
  static std::optional<std::string_view> TakeToken(std::string_view& line) {
    std::size_t begin = line.size();
    std::size_t end = line.size();
    for (std::size_t offset = 0; offset < line.size();) {
      const std::size_t at = offset;
      const bool space = IsSpace(NextCodePoint(line, offset));
      if (!space && begin == line.size()) {
        begin = at;
      } else if (space && begin < line.size()) {
        end = at;
        break;
      }
    }
    const std::string_view token = line.substr(begin, end - begin);
    line.remove_prefix(end);
    return token.empty() ? std::nullopt : std::optional(token);
  }

  bool BeginsWithWord(std::string_view token) const {
    std::size_t offset = 0;
    return InWord(NextCodePoint(token, offset));
  }

  bool InWord(char32_t c) const { return IsLetter(c) || IsDigit(c) || channel_.IsSign(c); }

  void ScanToken(std::string_view token, bool capital_line) {
    if (IsAddress(token)) {
      const std::size_t begin = OffsetOf(token);
      segments_.push_back({Segment::Kind::kOpaque, begin, begin + token.size(), {}, true, false});
    } else {
      const std::size_t before = segments_.size();
      ScanWords(token, capital_line);
      // A number before a sign counts something: "1 §", "1 %".
      if (segments_.size() == before && !segments_.empty()) {
        segments_.back().whole_token = false;
      }
    }
    if (EndsSentence(token.back())) {
      AddBound(OffsetOf(token) + token.size());
    }
  }

  void ScanWords(std::string_view token, bool capital_line) {
    for (std::size_t offset = 0; offset < token.size();) {
      const std::size_t begin = offset;
      if (!InWord(NextCodePoint(token, offset))) {
        continue;
      }
      std::size_t end = offset;  // behind the last letter or digit: trailing signs are punctuation
      while (offset < token.size()) {
        const char32_t c = NextCodePoint(token, offset);
        if (IsLetter(c) || IsDigit(c) || IsMark(c)) {
          end = offset;
        } else if (c != kSoftHyphen && !channel_.IsSign(c)) {
          break;
        }
      }
      offset = end;
      AddWord(token, begin, end, capital_line);
    }
  }

  void AddWord(std::string_view token, std::size_t begin, std::size_t end, bool capital_line) {
    Segment segment;
    segment.begin = OffsetOf(token) + begin;
    segment.end = OffsetOf(token) + end;
    segment.shape = ShapeOf(token.substr(begin, end - begin));
    segment.whole_token = token.find_first_not_of("(\"") == begin && end == token.size();
    segment.before_hyphen = end < token.size() && token[end] == '-';
    const LetterCounts counts = CountLetters(segment.shape);
    if (counts.letters == 0 && counts.digits == 0) {
      return;  // a sign by itself
    }
    if (counts.letters == 0) {
      segment.kind = Segment::Kind::kNumber;
    } else {
      segment.kind =
          IsLeftAlone(segment.shape, counts, capital_line) ? Segment::Kind::kFixed : Segment::Kind::kWord;
    }
    segments_.push_back(std::move(segment));
  }

  static std::u32string ShapeOf(std::string_view word) {
    std::u32string shape = DecodeUtf8(word);
    if (std::any_of(shape.begin(), shape.end(), IsMark)) {
      shape = DecodeUtf8(ToNfc(word));
    }
    std::erase(shape, kSoftHyphen);
    return shape;
  }

  bool IsLeftAlone(std::u32string_view shape, const LetterCounts& counts, bool capital_line) const {
    const bool single_letter = counts.letters == 1 && (shape.size() == 1 || counts.digits > 0);
    const bool code = counts.adjacent_digits || 2 * counts.digits > counts.letters;
    const bool capitals = counts.upper == counts.letters;
    const bool abbreviation = capitals && counts.letters <= kLongestAbbreviation && !capital_line;
    return single_letter || code || abbreviation || (!capitals && IsMixedCase(shape)) ||
           shape.size() > kLongestWord;
  }

  // A capital inside a word is a name's (BmSS), unless it is a shape that scans make of a small letter
  // (skiI).
  bool IsMixedCase(std::u32string_view shape) const {
    return std::any_of(shape.begin() + 1, shape.end(),
                       [this](char32_t c) { return IsUpper(c) && channel_.Observed(c).empty(); });
  }

  std::string_view text_;
  const OcrChannel& channel_;
  std::vector<Segment> segments_;
};

}  // namespace

std::vector<Segment> ScanText(std::string_view utf8, const OcrChannel& channel) {
  return Scanner(utf8, channel).Scan();
}

}  // namespace plansok::text
