#include "plan/unwrap.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "plan/characters.h"
#include "plan/numbering.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

/// How the lines around a line are set.
struct Setting {
  std::size_t width = 0;       ///< columns at which lines are wrapped; 0: each paragraph is one line
  std::size_t stack = 0;       ///< the same of the lines directly on top of each other
  bool double_spaced = false;  ///< a blank line follows every physical line
};

/// A line of text with what is asked about it more than once.
struct TextLine {
  const Line* line = nullptr;
  Mark mark;
  std::size_t length = 0;
  bool lower = false;     ///< begins in lower case
  int gap = 0;            ///< blank lines and furniture above it
  bool new_page = false;  ///< a page number, running header or footer is among these
};

std::vector<TextLine> TextLines(const std::vector<Line>& lines) {
  std::vector<TextLine> result;
  int previous = 0;
  bool new_page = false;
  for (const Line& line : lines) {
    new_page = new_page || line.use == LineUse::kPageNumber;
    if (line.use) continue;
    result.push_back({&line, ParseMark(line.clean), Length(line.text), BeginsLower(line.clean),
                      line.number - previous - 1, std::exchange(new_page, false)});
    previous = line.number;
  }
  return result;
}

/// Whether the word that begins `next` would still have had room on `line`: then the break was meant.
bool HadRoom(const TextLine& line, const TextLine& next, std::size_t width) {
  return line.length + 1 + Length(FirstWord(next.line->text)) <= width;
}

// Ragged lines end up to a fifth short of the widest.
constexpr std::size_t kSlack = 5;

/// Looks at the lines around each line; a plan may be wrapped differently from part to part and from column
/// to column.
class Surroundings {
 public:
  explicit Surroundings(const std::vector<TextLine>& lines) : lines_(lines), stacks_(lines.size(), 0) {
    CountStacked();
    for (std::size_t begin = 0; begin < lines.size();) {
      std::size_t end = begin;
      std::size_t width = 0;
      std::size_t lower = 0;
      do {
        lower += lines[end].lower ? 1 : 0;
        width = std::max(width, lines[end++].length);
      } while (end < lines.size() && lines[end].gap == 0 && lines[end].mark.marker != Marker::kRow);
      if (end - begin >= kStack && lower * 3 >= end - begin)
        std::fill(&stacks_[begin], &stacks_[begin] + (end - begin), width);
      begin = end;
    }
  }

  Setting At(std::size_t i) const {
    const std::size_t begin = i > kReach ? i - kReach : 0;
    const std::size_t end = std::min(i + kReach + 1, lines_.size());
    const std::size_t widest = WidestNear(i);
    std::size_t unwrapped = 0;
    std::size_t lower = 0;
    std::size_t spaced = 0;
    std::size_t spaced_lower = 0;
    for (std::size_t k = begin; k < end; ++k) {
      unwrapped += IsWrappable(lines_[k]) ? 0 : 1;
      lower += lines_[k].lower ? 1 : 0;
      spaced += lines_[k].gap == 1 ? 1 : 0;
      spaced_lower += lines_[k].gap == 1 && lines_[k].lower ? 1 : 0;
    }
    Setting setting;
    // Where hardly a line begins in lower case, the lines are whole paragraphs, however short.
    if (unwrapped * 5 <= end - begin && lower * 8 >= end - begin) setting.width = widest;
    if (stacks_[i] > 0 && stacks_[i] <= kWidest) {
      setting.stack = stacks_[i];
    } else if (setting.width > 0 || StackedLinesGoOn(i)) {
      setting.stack = widest;
    }
    setting.double_spaced = spaced * 4 >= (end - begin) * 3 && spaced_lower * 8 >= spaced;
    return setting;
  }

 private:
  // No page holds longer lines than this: a longer one is a paragraph that was never wrapped.
  static constexpr std::size_t kWidest = 130;
  // So many lines on top of each other tell their own width: a column of a table beside wider text.
  static constexpr std::size_t kStack = 4;
  static constexpr std::size_t kReach = 8;  // lines to either side

  /// Whether a line directly below another goes on its paragraph hereabouts: then lines break only where the
  /// next word has no room, or in mid-sentence. Where each line is a paragraph, they end anywhere.
  bool StackedLinesGoOn(std::size_t i) const {
    constexpr std::size_t kPairs = 10;  // to either side
    const std::size_t here = stacked_before_[i];
    const std::size_t begin = here > kPairs ? here - kPairs : 0;
    const std::size_t end = std::min(here + kPairs, forced_.size() - 1);
    return begin < end && (forced_[end] - forced_[begin]) * 5 >= (end - begin) * 4;
  }

  void CountStacked() {
    forced_ = {0};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      stacked_before_.push_back(forced_.size() - 1);
      const bool stacked = i > 0 && lines_[i].gap == 0 && lines_[i].mark.marker == Marker::kNone &&
                           lines_[i - 1].mark.marker != Marker::kRow;
      if (!stacked) continue;
      const std::size_t width = WidestNear(i);
      const bool forced = lines_[i].lower || !HadRoom(lines_[i - 1], lines_[i], width - width / kSlack);
      forced_.push_back(forced_.back() + (forced ? 1 : 0));
    }
  }

  std::size_t WidestNear(std::size_t i) const {
    std::size_t widest = 0;
    const std::size_t end = std::min(i + kReach + 1, lines_.size());
    for (std::size_t k = i > kReach ? i - kReach : 0; k < end; ++k) {
      if (IsWrappable(lines_[k])) widest = std::max(widest, lines_[k].length);
    }
    return widest;
  }

  static bool IsWrappable(const TextLine& line) {
    return line.length <= kWidest && line.mark.marker != Marker::kRow;
  }

  const std::vector<TextLine>& lines_;
  std::vector<std::size_t> stacks_;
  std::vector<std::size_t> stacked_before_;  // lines directly below another, in front of each line
  std::vector<std::size_t> forced_;          // of the first so many of these, the breaks that had to be
};

/// Whether the last word of a line is capitalised inside a sentence: the first half of a name.
bool EndsInName(std::string_view line) {
  const std::string_view word = LastWord(line);
  return word.size() < line.size() && BeginsUpper(word) && !EndsSentence(word);
}

bool EndsOpen(std::string_view line) {
  if (EndsSentence(line)) return false;
  return line.back() == ',' || line.back() == '-' || IsHangingWord(LastWord(line));
}

class Joiner {
 public:
  explicit Joiner(const std::vector<TextLine>& lines) : surroundings_(lines), lines_(lines) {}

  /// Whether line `i` goes on where line `last`, the end of the open block, stopped. `interrupted`: a
  /// footnote or a running header stands between them.
  bool GoesOn(std::size_t last, std::size_t i, Marker block_marker, bool interrupted) const {
    const TextLine& line = lines_[last];
    const TextLine& next = lines_[i];
    if (next.mark.marker == Marker::kRow || line.mark.marker == Marker::kRow) return false;
    if (next.mark.marker == Marker::kBullet) return BulletWasCut(line, next, block_marker);
    if (next.mark.marker != Marker::kNone || IsTitle(line) || IsTitle(next)) return false;
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

 private:
  static bool IsTitle(const TextLine& line) {
    return line.length < 60 && !line.lower &&
           (RoleOfHeading(line.line->clean) != HeadingRole::kNone ||
            ColumnOfTitle(line.line->clean) != Column::kUnknown || IsHalfYearTitle(line.line->clean));
  }

  /// Where paragraphs are not parted by blank lines, their first lines are indented.
  static bool IsIndented(const TextLine& line, const TextLine& next) {
    constexpr std::size_t kLeastIndent = 2;
    return EndsSentence(line.line->clean) && next.line->indent >= line.line->indent + kLeastIndent;
  }

  /// A page break makes converters set a second bullet in the middle of an item: "… möjlighet till
  /// långsiktighet i" and
  /// "- ekonomistyrningen".
  static bool BulletWasCut(const TextLine& line, const TextLine& next, Marker block_marker) {
    const std::string_view rest = std::string_view(next.line->clean).substr(next.mark.size);
    const int gap = next.line->number - line.line->number - 1;
    return block_marker == Marker::kBullet && gap > 0 && BeginsLower(rest) && EndsOpen(line.line->clean);
  }

  /// Whatever stands between them, a line that stops in mid-sentence and one that begins in lower case belong
  /// together.
  static bool SentenceWasCut(const TextLine& line, const TextLine& next, int gap, bool interrupted) {
    const std::string& text = line.line->clean;
    if (EndsSentence(text)) return false;
    const bool bracket = next.line->clean.front() == '(' && gap <= 1;
    if (!BeginsLower(next.line->clean) && !bracket) {
      return !interrupted && gap > 0 && HasDigitFirst(next.line->clean) &&
             line.mark.marker == Marker::kBullet && EndsOpen(text);
    }
    return gap == 0 || line.length >= kLongEnough || EndsOpen(text);
  }

  /// A full line without a full stop at the foot of a page, and a name at the top of the next.
  static bool PageCutSentence(const TextLine& line, const TextLine& next, const Setting& setting) {
    return line.length >= kLongEnough && setting.stack > 0 && !EndsSentence(line.line->clean) &&
           !HadRoom(line, next, setting.stack - setting.stack / kSlack);
  }

  static bool HasDigitFirst(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
  }

  /// A numbered line may be a heading on top of its text: a capital after it begins that text, unless the
  /// line plainly stops in mid-sentence.
  static bool NumberedGoesOn(const TextLine& line, const TextLine& next, const Setting& setting) {
    const std::string& text = line.line->clean;
    const bool full = !HadRoom(line, next, setting.stack);
    if (EndsSentence(text)) return full && line.mark.depth == 1;
    return EndsOpen(text) || (full && EndsInName(text));
  }

  /// Lines on top of each other belong together, unless the first is plainly too short to have been broken
  /// for space.
  static bool GoesOnBelow(const TextLine& line, const TextLine& next, const Setting& setting) {
    if (line.line->clean.back() == ':') return false;
    if (line.mark.marker == Marker::kNumber && BeginsUpper(next.line->clean)) {
      return NumberedGoesOn(line, next, setting);
    }
    const std::size_t slack = setting.stack / kSlack;
    return !HadRoom(line, next, setting.stack - slack);
  }

  /// Whether a line after a full stop is a paragraph of its own for all that the line above is full: a
  /// heading, or the lead-in of a list.
  bool StandsAlone(const TextLine& line, std::size_t i, const Setting& setting) const {
    const TextLine& next = lines_[i];
    if (!EndsSentence(line.line->clean) || next.length * 3 > setting.width * 2 || i + 1 >= lines_.size())
      return false;
    const TextLine& after = lines_[i + 1];
    if (next.line->clean.back() == ':') return after.mark.marker == Marker::kBullet;
    return !EndsSentence(next.line->clean) && BeginsUpper(after.line->clean) && after.gap > 0;
  }

  static bool GoesOnAcrossBlank(const TextLine& line, const TextLine& next, const Setting& setting) {
    const std::string& text = line.line->clean;
    if (text.back() == ':') return false;
    const std::size_t slack = setting.width / 12;
    if (HadRoom(line, next, setting.width - slack)) return false;
    if (EndsSentence(text) || EndsOpen(text) || !BeginsUpper(next.line->clean)) return true;
    // "Göteborgs / Stad": without a full stop in between, a capital begins a name's second half or a new
    // item.
    return EndsInName(text) && !HadRoom(line, next, setting.width);
  }

  // A shorter line without a full stop may be a heading.
  static constexpr std::size_t kLongEnough = 45;

  Surroundings surroundings_;
  const std::vector<TextLine>& lines_;
};

Block BeginBlock(const TextLine& line) {
  Block block;
  block.marker = line.mark.marker;
  block.depth = line.mark.depth;
  // Bullets, numbers and #s are the same bytes in both readings: repair changes letters only.
  const std::size_t size = std::min(line.mark.size, line.line->text.size());
  if (block.marker == Marker::kNumber) block.number = Trim(line.line->text.substr(0, size));
  block.text = line.line->text.substr(size);
  block.clean = line.line->clean.substr(std::min(line.mark.size, line.line->clean.size()));
  block.lines = {line.line->number};
  block.page = line.line->page;
  block.gap_before = line.gap;
  return block;
}

void Append(Block& block, const TextLine& line) {
  const bool bullet = line.mark.marker == Marker::kBullet;
  const std::size_t size = bullet ? line.mark.size : 0;
  AppendLine(block.text, block.clean, std::string_view(line.line->text).substr(size),
             std::string_view(line.line->clean).substr(size));
  block.lines.push_back(line.line->number);
}

/// A bullet in front of a section number, or a number in front of nothing but emphasis, is the converter's.
void Settle(Block& block) {
  if (block.marker == Marker::kBullet || block.marker == Marker::kMarkdown) {
    const Numbered numbered = ParseNumber(block.clean);
    if (numbered.levels > 1 || (block.marker == Marker::kMarkdown && numbered.levels > 0)) {
      const std::size_t size = block.clean.size() - numbered.rest.size();
      block.number = Trim(block.text.substr(0, size));
      if (block.marker == Marker::kBullet) {
        block.marker = Marker::kNumber;
        block.depth = numbered.levels;
      }
      block.text.erase(0, size);
      block.clean.erase(0, size);
    }
  }
  if (const std::size_t size = EmphasisSize(block.clean); size > 0 && EmphasisSize(block.text) == size) {
    block.emphasized = true;
    block.text = block.text.substr(size, block.text.size() - 2 * size);
    block.clean = block.clean.substr(size, block.clean.size() - 2 * size);
  }
}

}  // namespace

std::vector<Block> Unwrap(const std::vector<Line>& lines) {
  const std::vector<TextLine> text_lines = TextLines(lines);
  const Joiner joiner(text_lines);
  std::vector<Block> blocks;
  std::optional<std::size_t> open;  // the block that a line may go on, a footnote set aside
  std::size_t open_end = 0;         // its last line
  std::optional<std::size_t> note;  // the footnote that was set aside
  std::size_t note_end = 0;
  for (std::size_t i = 0; i < text_lines.size(); ++i) {
    if (note && text_lines[i].gap == 0 && joiner.GoesOn(note_end, i, Marker::kFootnote, false)) {
      Append(blocks[*note], text_lines[i]);
      note_end = i;
      continue;
    }
    if (open && joiner.GoesOn(open_end, i, blocks[*open].marker, note.has_value())) {
      Append(blocks[*open], text_lines[i]);
      open_end = i;
      note.reset();
      continue;
    }
    blocks.push_back(BeginBlock(text_lines[i]));
    if (text_lines[i].mark.marker == Marker::kFootnote) {
      note = blocks.size() - 1;
      note_end = i;
    } else {
      open = blocks.size() - 1;
      open_end = i;
      note.reset();
    }
  }
  for (Block& block : blocks) Settle(block);
  return blocks;
}

}  // namespace plansok::plan
