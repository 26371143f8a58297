#include "plan/headings.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "plan/characters.h"
#include "plan/facts.h"
#include "plan/numbering.h"

namespace plansok::plan {
namespace {

// Ranks by what tells a heading. Ten a level for numbers and Markdown; below them what has no level of its
// own.
constexpr int kLevel = 10;
constexpr int kAreaRank = 71;
constexpr int kSectionRank = 72;  // "Mål", "Inriktningar", "Uppdrag" without a number
constexpr int kSourceRank = 74;   // "Från nämnden"
constexpr int kGoalRank = 76;     // "1. Göteborg ska …"
constexpr int kCareRank = 78;     // "Nämndens omhändertagande", "Uppföljning"
constexpr int kCountedRank = 79;  // "Strategi 1: …"
constexpr int kProgramRank = 80;  // a program's title and diary number
constexpr int kPlainRank = 82;
constexpr int kEmphasizedRank = 84;
constexpr int kBulletRank = 86;

// Lengths in code points. A goal's sentence is the longest heading there is.
constexpr std::size_t kLongestGoal = 300;
constexpr std::size_t kLongestNumbered = 120;
constexpr std::size_t kLongestPlain = 150;
constexpr std::size_t kLongestBullet = 80;
// Below this a line before the first sentence of a document is part of its title page.
constexpr std::size_t kLongestTitleLine = 160;

bool IsCaption(std::string_view clean) {
  const std::string folded = FoldedTitle(clean.substr(0, BoundedPrefix(clean, 24)));
  return folded.rfind("figur ", 0) == 0 || folded.rfind("tabell ", 0) == 0 ||
         folded.rfind("diagram ", 0) == 0 || folded.rfind("bild ", 0) == 0;
}

/// The size of what counts a part of a plan in front of its name: "Strategi 2:", "Insats 14.".
std::size_t CountedSize(std::string_view clean) {
  constexpr std::size_t kLongestWord = 20;
  const std::size_t space = clean.find(' ');
  if (space == std::string_view::npos || space > kLongestWord || !BeginsUpper(clean)) return 0;
  std::size_t at = space + 1;
  while (at < clean.size() && clean[at] >= '0' && clean[at] <= '9') ++at;
  const bool counted = at > space + 1 && at <= space + 3 && at + 2 < clean.size();
  const bool stopped = counted && (clean[at] == ':' || clean[at] == '.') && clean[at + 1] == ' ';
  return stopped ? at + 2 : 0;
}

/// "Beslutad av: Kommunfullmäktige": a fact in a box, not a heading.
bool IsLabelled(std::string_view clean) {
  return CountedSize(clean) == 0 &&
         (clean.find(": ") != std::string_view::npos || clean.find(":** ") != std::string_view::npos);
}

/// Whether a sentence ends before the last word.
bool HoldsSentence(std::string_view clean) {
  const std::size_t stop = clean.find(". ");
  constexpr std::size_t kShortestSentence = 20;  // before it stand numbers and abbreviations
  return stop != std::string_view::npos && stop >= kShortestSentence && BeginsUpper(clean.substr(stop + 2));
}

bool EndsAsText(std::string_view clean) { return EndsSentence(clean) && clean.back() != '?'; }

/// Whether a block could be a heading by its looks: short, and no sentence.
bool LooksPlain(const Block& block, std::size_t longest) {
  return block.cell == Cell::kNone && Length(block.clean) <= longest && !EndsAsText(block.clean) &&
         BeginsUpper(block.clean) && !IsLabelled(block.clean) && !IsCaption(block.clean) &&
         block.clean.find('\n') == std::string::npos;
}

int RankOfRole(HeadingRole role) {
  switch (role) {
    case HeadingRole::kNone:
    case HeadingRole::kContents:
      return 0;
    case HeadingRole::kGoalAreas:
      return kPlainRank;
    case HeadingRole::kAssignmentSource:
      return kSourceRank;
    case HeadingRole::kCare:
    case HeadingRole::kFollowUp:
      return kCareRank;
    case HeadingRole::kGoals:
    case HeadingRole::kDirections:
    case HeadingRole::kAssignments:
    case HeadingRole::kPrograms:
      return kSectionRank;
  }
  return 0;
}

class HeadingFinder {
 public:
  HeadingFinder(const std::vector<Block>& blocks, const std::map<std::string, int>& contents,
                std::string_view title, const Vocabulary& vocabulary)
      : blocks_(blocks), contents_(contents), title_(FoldedTitle(title)), vocabulary_(vocabulary) {
    deep_numbers_ = std::any_of(blocks.begin(), blocks.end(), [](const Block& b) {
      return b.marker == Marker::kNumber && b.depth > 1 && b.cell == Cell::kNone;
    });
    counted_chapters_ = std::any_of(blocks.begin(), blocks.end(), IsChapter);
    while (body_ < blocks.size() && IsTitlePage(blocks[body_])) ++body_;
  }

  std::vector<Heading> Find() {
    std::vector<Heading> headings;
    headings.reserve(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) headings.push_back(At(i));
    DemoteLists(headings);
    return headings;
  }

 private:
  static bool IsTitlePage(const Block& block) {
    return block.cell == Cell::kNone && block.marker != Marker::kRow && !EndsAsText(block.clean) &&
           Length(block.clean) <= kLongestTitleLine && !HoldsSentence(block.clean) &&
           !BeginsLower(block.clean);
  }

  Heading At(std::size_t i) const {
    const Block& block = blocks_[i];
    if (block.cell != Cell::kNone || block.clean.empty() || block.clean.find('\n') != std::string::npos)
      return {};
    if (Length(block.clean) > kLongestGoal) return {};  // each paragraph below has a copy of its headings
    const HeadingRole role =
        Length(block.clean) <= kLongestBullet ? RoleOfHeading(block.clean) : HeadingRole::kNone;
    switch (block.marker) {
      case Marker::kMarkdown:
        return {kLevel * block.depth, false, role};
      case Marker::kNumber:
        return {RankOfNumbered(i, role), false, role};
      case Marker::kBullet:
        return {RankOfBullet(i), false, role};
      case Marker::kNone:
        return Unmarked(i, role);
      case Marker::kFootnote:
      case Marker::kRow:
        return {};
    }
    return {};
  }

  /// "Bilaga 2. Nyckeltal" ends all that stands above it.
  static bool IsAppendix(const Block& block) {
    return LooksPlain(block, kLongestNumbered) && FoldedTitle(block.clean).rfind("bilaga", 0) == 0 &&
           Length(FirstWord(block.clean)) <= std::string_view("Bilagor:").size();
  }

  bool IsGoal(const Block& block) const {
    return Length(block.clean) <= kLongestGoal &&
           (vocabulary_.KnownGoal(block.clean) || LooksLikeGoal(block.clean, vocabulary_));
  }

  bool Fits(const Block& block) const {
    return (Length(block.clean) <= kLongestNumbered && !EndsAsText(block.clean)) || IsGoal(block);
  }

  /// "2. Mål": a chapter, for all that its number ends as a list's.
  static bool IsChapter(const Block& block) {
    return block.marker == Marker::kNumber && block.depth == 1 && block.cell == Cell::kNone &&
           Length(block.clean) <= kLongestBullet && IsDigit(block.number.front()) &&
           RoleOfHeading(block.clean) != HeadingRole::kNone;
  }

  int RankOfNumbered(std::size_t i, HeadingRole role) const {
    const Block& block = blocks_[i];
    if (!Fits(block)) return 0;
    if (block.depth > 1) return kLevel * block.depth;
    if (!EndsAsListNumber(block.number) || (role != HeadingRole::kNone && IsDigit(block.number.front())))
      return kLevel;
    // Numbers that follow one another without a word between them count a list.
    const bool list = IsListNumber(i, -1) || IsListNumber(i, 1);
    if (list) return 0;
    const bool chapter = deep_numbers_ || (counted_chapters_ && !IsGoal(block));
    return chapter && IsDigit(block.number.front()) ? kLevel : kGoalRank;
  }

  bool IsListNumber(std::size_t i, int step) const {
    const std::size_t k = i + static_cast<std::size_t>(step);  // wraps below zero, beyond the end
    return k < blocks_.size() && blocks_[k].marker == Marker::kNumber && blocks_[k].depth == 1 &&
           blocks_[k].cell == Cell::kNone && EndsAsListNumber(blocks_[k].number) && !IsChapter(blocks_[k]);
  }

  bool IsBullet(std::size_t i) const { return i < blocks_.size() && blocks_[i].marker == Marker::kBullet; }

  bool IsSentence(std::size_t i) const {
    return i < blocks_.size() && blocks_[i].cell == Cell::kNone && blocks_[i].marker == Marker::kNone &&
           EndsSentence(blocks_[i].clean);
  }

  /// Items in lower case end the sentence that the line above them begins.
  bool IntroducesItems(std::size_t i) const {
    return IsBullet(i + 1) && BeginsLower(blocks_[i + 1].clean) && !blocks_[i].emphasized;
  }

  /// A bullet is a subheading if running text follows it, and it is set off or stands alone.
  int RankOfBullet(std::size_t i) const {
    if (i < body_ && !IsLabelled(blocks_[i].clean)) return kPlainRank;
    if (!LooksPlain(blocks_[i], kLongestBullet) || !IsSentence(i + 1)) return 0;
    const bool alone = i > 0 && !IsBullet(i - 1) && !EndsSentence(blocks_[i].clean);
    const bool introduced = i > 0 && blocks_[i - 1].clean.back() == ':';
    return blocks_[i].emphasized || (alone && !introduced) ? kBulletRank : 0;
  }

  Heading Unmarked(std::size_t i, HeadingRole role) const {
    const Block& block = blocks_[i];
    if (role != HeadingRole::kNone) {
      const bool section = FoldedTitle(block.clean).rfind("uppdrag", 0) == 0;  // "Uppdrag från nämnden"
      return {section ? kSectionRank : RankOfRole(role), false, role};
    }
    if (IsCaption(block.clean)) return {};
    if (i >= body_ && IsAppendix(block)) return {kLevel, false, role};
    if (const auto listed = contents_.find(FoldedTitle(block.clean)); listed != contents_.end()) {
      return {kLevel * listed->second, false, role};
    }
    if (IsProgramTitle(block.clean)) return {kProgramRank, false, role};
    if (Length(block.clean) <= kLongestGoal && vocabulary_.KnownGoal(block.clean))
      return {kGoalRank, true, role};
    if (i < body_ && !IsLabelled(block.clean)) return {kPlainRank, false, role};
    if (!LooksPlain(block, kLongestPlain) || i + 1 == blocks_.size()) return {};
    if (CountedSize(block.clean) > 0) return {kCountedRank, false, role};
    if (HoldsSentence(block.clean) || IntroducesItems(i)) return {};
    if (vocabulary_.Area(block.clean)) return {kAreaRank, true, role};
    return {block.emphasized ? kEmphasizedRank : kPlainRank, true, role};
  }

  /// Short lines in a row are a list, not headings, if a lead-in announces them, or if there
  /// are more than headings come in a row and they are no title page.
  void DemoteLists(std::vector<Heading>& headings) const {
    for (std::size_t begin = body_; begin < headings.size();) {
      if (!headings[begin].plain) {
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (end < headings.size() && headings[end].plain) ++end;
      if (IsList(headings, begin, end))
        std::fill(&headings[begin], &headings[begin] + (end - begin), Heading{});
      begin = end;
    }
  }

  bool IsList(const std::vector<Heading>& headings, std::size_t begin, std::size_t end) const {
    constexpr std::size_t kMostHeadings = 2;
    const bool introduced = begin > 0 && headings[begin - 1].rank == 0 && !blocks_[begin - 1].clean.empty() &&
                            blocks_[begin - 1].clean.back() == ':';
    if (introduced && end - begin > 1) return true;
    if (end - begin <= kMostHeadings) return false;
    return std::none_of(blocks_.begin() + static_cast<std::ptrdiff_t>(begin),
                        blocks_.begin() + static_cast<std::ptrdiff_t>(end),
                        [&](const Block& block) { return FoldedTitle(block.clean) == title_; });
  }

  const std::vector<Block>& blocks_;
  const std::map<std::string, int>& contents_;
  std::string title_;
  const Vocabulary& vocabulary_;
  bool deep_numbers_ = false;
  bool counted_chapters_ = false;  ///< chapters are numbered as lists are
  std::size_t body_ = 0;           ///< the first block that is no part of the title page
};

}  // namespace

std::vector<Heading> FindHeadings(const std::vector<Block>& blocks,
                                  const std::map<std::string, int>& contents, std::string_view title,
                                  const Vocabulary& vocabulary) {
  return HeadingFinder(blocks, contents, title, vocabulary).Find();
}

}  // namespace plansok::plan
