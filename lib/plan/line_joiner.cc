#include "plan/line_joiner.h"

#include <string>
#include <string_view>

#include "plan/characters.h"
#include "plan/labelled_rows.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

// A shorter line without a full stop may be a heading.
constexpr std::size_t kLongEnough = 45;

/// Whether the last word of a line is capitalised inside a sentence: the first half of a name.
bool EndsInName(std::string_view line) {
  const std::string_view word = LastWord(line);
  return word.size() < line.size() && BeginsUpper(word) && !EndsSentence(word);
}

bool EndsOpen(std::string_view line) {
  if (EndsSentence(line)) return false;
  return line.back() == ',' || line.back() == '-' || IsHangingWord(LastWord(line));
}

bool HasDigitFirst(std::string_view text) { return !text.empty() && IsDigit(text.front()); }

/// "Ansvarig: Avdelningschef", "**Diarienummer:** 123/25": one word, a colon and what it tells.
bool IsLabelled(std::string_view line) {
  constexpr std::size_t kLongest = 24;
  constexpr std::size_t kLongestBold = 40;
  if (line.substr(0, 2) == "**") return line.substr(0, kLongestBold).find(":** ") != std::string_view::npos;
  const std::size_t colon = line.substr(0, kLongest).find(':');
  return colon != std::string_view::npos && line.substr(0, colon).find(' ') == std::string_view::npos &&
         BeginsUpper(line) && line.find(' ', colon) != std::string_view::npos;
}

/// A list of facts, one a line.
bool IsNextFact(std::string_view line, std::string_view next) {
  return IsLabelled(next) && (IsLabelled(line) || EndsSentence(line));
}

bool IsTitle(const TextLine& line) {
  return line.length < 60 && !line.lower &&
         (RoleOfHeading(line.line->clean) != HeadingRole::kNone ||
          ColumnOfTitle(line.line->clean) != Column::kUnknown || IsHalfYearTitle(line.line->clean));
}

/// Where paragraphs are not parted by blank lines, their first lines are indented.
bool IsIndented(const TextLine& line, const TextLine& next) {
  constexpr std::size_t kLeastIndent = 2;
  return EndsSentence(line.line->clean) && next.line->indent >= line.line->indent + kLeastIndent;
}

/// A page break makes converters set a second bullet in the middle of an item: "… möjlighet till
/// långsiktighet i" and "- ekonomistyrningen".
bool BulletWasCut(const TextLine& line, const TextLine& next, Marker block_marker) {
  const std::string_view rest = std::string_view(next.line->clean).substr(next.mark.size);
  const int gap = next.line->number - line.line->number - 1;
  return block_marker == Marker::kBullet && gap > 0 && BeginsLower(rest) && EndsOpen(line.line->clean);
}

/// Whatever stands between them, a line that stops in mid-sentence and one that begins in lower case belong
/// together.
bool SentenceWasCut(const TextLine& line, const TextLine& next, int gap, bool interrupted) {
  const std::string& text = line.line->clean;
  if (EndsSentence(text)) return false;
  const bool bracket = next.line->clean.front() == '(' && gap <= 1;
  if (!BeginsLower(next.line->clean) && !bracket) {
    if (gap == 0 && !interrupted && IsHangingWord(LastWord(text))) return true;
    return !interrupted && gap > 0 && HasDigitFirst(next.line->clean) &&
           line.mark.marker == Marker::kBullet && EndsOpen(text);
  }
  return gap == 0 || line.length >= kLongEnough || EndsOpen(text);
}

/// A full line without a full stop at the foot of a page, and a name at the top of the next.
bool PageCutSentence(const TextLine& line, const TextLine& next, const Setting& setting) {
  const bool heading = line.mark.marker == Marker::kNumber && BeginsUpper(next.line->clean);
  return !heading && line.length >= kLongEnough && setting.stack > 0 && !EndsSentence(line.line->clean) &&
         !HadRoom(line, next, Ragged(setting.stack));
}

/// A numbered line may be a heading on top of its text: a capital after it begins that text, unless the
/// line plainly stops in mid-sentence.
bool NumberedGoesOn(const TextLine& line, const TextLine& next, const Setting& setting) {
  const std::string& text = line.line->clean;
  const bool full = !HadRoom(line, next, setting.stack);
  if (EndsSentence(text)) return full && line.mark.depth == 1;
  return EndsOpen(text) || (full && EndsInName(text));
}

/// Lines on top of each other belong together, unless the first is plainly too short to have been broken
/// for space.
bool GoesOnBelow(const TextLine& line, const TextLine& next, const Setting& setting) {
  if (line.line->clean.back() == ':') return false;
  if (line.mark.marker == Marker::kNumber && BeginsUpper(next.line->clean)) {
    return NumberedGoesOn(line, next, setting);
  }
  return !HadRoom(line, next, Ragged(setting.stack));
}

bool GoesOnAcrossBlank(const TextLine& line, const TextLine& next, const Setting& setting) {
  const std::string& text = line.line->clean;
  if (text.back() == ':') return false;
  const std::size_t slack = setting.width / 12;
  if (HadRoom(line, next, setting.width - slack)) return false;
  if (EndsSentence(text) || EndsOpen(text) || !BeginsUpper(next.line->clean)) return true;
  // "Göteborgs / Stad": without a full stop in between, a capital begins a name's second half or a new
  // item.
  return EndsInName(text) && !HadRoom(line, next, setting.width);
}

}  // namespace

bool LineJoiner::GoesOn(std::size_t last, std::size_t i, Marker block_marker, bool interrupted) const {
  const TextLine& line = lines_[last];
  const TextLine& next = lines_[i];
  if (next.mark.marker == Marker::kRow || line.mark.marker == Marker::kRow) return false;
  if (next.mark.marker == Marker::kBullet) return BulletWasCut(line, next, block_marker);
  if (next.mark.marker != Marker::kNone || IsTitle(line) || IsTitle(next)) return false;
  if (LabelOf(next.line->clean).column != Column::kUnknown) return false;
  if (IsNextFact(line.line->clean, next.line->clean)) return false;
  const int gap = next.line->number - line.line->number - 1;
  if (SentenceWasCut(line, next, gap, interrupted)) return true;
  const Setting setting = surroundings_.At(i);
  if (next.new_page && PageCutSentence(line, next, setting)) return true;
  if (interrupted) return false;
  if (gap == 0 && block_marker == Marker::kNone && IsIndented(line, next)) return false;
  if (gap == 0) return setting.stack > 0 && GoesOnBelow(line, next, setting);
  return gap == 1 && setting.width > 0 && setting.double_spaced && !StandsAlone(line, i, setting) &&
         GoesOnAcrossBlank(line, next, setting);
}

// Whether a line after a full stop is a paragraph of its own for all that the line above is full: a heading,
// or the lead-in of a list.
bool LineJoiner::StandsAlone(const TextLine& line, std::size_t i, const Setting& setting) const {
  const TextLine& next = lines_[i];
  if (!EndsSentence(line.line->clean) || next.length * 3 > setting.width * 2 || i + 1 >= lines_.size())
    return false;
  const TextLine& after = lines_[i + 1];
  if (next.line->clean.back() == ':') return after.mark.marker == Marker::kBullet;
  return !EndsSentence(next.line->clean) && BeginsUpper(after.line->clean) && after.gap > 0;
}

}  // namespace plansok::plan
