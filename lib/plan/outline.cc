#include "plan/outline.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "plan/characters.h"
#include "plan/headings.h"
#include "plan/lead_in.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

/// A heading in force.
struct Section {
  int rank = 0;
  std::string title;
  HeadingRole role = HeadingRole::kNone;
  std::optional<Goal> goal;
  std::optional<Named> area;
  AssignmentSource source;
  bool program = false;
};

/// A heading as it is shown in a path: its number, its words as they should read, no colon.
std::string TitleOf(const Block& block, const std::optional<Goal>& goal) {
  std::string title = block.number.empty() ? std::string() : block.number + " ";
  title += goal ? goal->label : block.clean;
  while (!title.empty() && (title.back() == ':' || title.back() == ' ')) title.pop_back();
  return title;
}

/// Whose assignments stand under a heading: "Egna uppdrag" are the committee's own.
AssignmentSource SourceOfHeading(std::string_view clean) {
  AssignmentSource source = ReadAssignmentSource(clean);
  const bool own = FoldedTitle(clean).find("egna ") != std::string::npos;
  if (own && source.origin == Origin::kUnspecified) source.origin = Origin::kCommittee;
  return source;
}

class Outliner {
 public:
  Outliner(std::vector<Block> blocks, const std::map<std::string, int>& contents, std::string_view title,
           const Vocabulary& vocabulary)
      : vocabulary_(vocabulary),
        headings_(FindHeadings(blocks, contents, title, vocabulary)),
        blocks_(std::move(blocks)) {}

  std::vector<Passage> Run() {
    for (const Block& block : blocks_) {
      if (block.cell != Cell::kNone) continue;
      const std::string stated = StatedGoal(block.clean);
      if (stated.empty() || !LooksLikeGoal(stated, vocabulary_)) continue;
      document_goal_ = GoalOfHeading(stated, vocabulary_);
      break;
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Heading& heading = headings_[i];
      const bool item = heading.plain && In(HeadingRole::kPrograms);
      if (heading.rank > 0 && !item) {
        Enter(std::move(blocks_[i]), heading);
      } else {
        Place(std::move(blocks_[i]));
      }
    }
    return std::move(passages_);
  }

 private:
  /// Opens a section; those it ends are left.
  void Enter(Block block, const Heading& heading) {
    while (!sections_.empty() && sections_.back().rank >= heading.rank) sections_.pop_back();
    Section section;
    section.rank = heading.rank;
    section.role = heading.role;
    section.program = IsProgramTitle(block.clean);
    if (CurrentGoal() == nullptr) section.area = vocabulary_.Area(block.clean);
    if (StatesGoal(block, heading)) section.goal = GoalOfHeading(block.clean, vocabulary_);
    if (heading.role == HeadingRole::kAssignmentSource) section.source = SourceOfHeading(block.clean);
    section.title = TitleOf(block, section.goal);

    Passage passage = Here(std::move(block));
    lead_in_.End();
    if (section.goal) {
      passage.kind = Kind::kGoal;
      passage.goal = section.goal;
    } else if (section.program) {
      passage.kind = Kind::kProgram;
    } else {
      passage.use = LineUse::kHeading;
    }
    passages_.push_back(std::move(passage));
    sections_.push_back(std::move(section));
  }

  /// A heading states a goal if it is known as one, is worded as one, or is a numbered heading under
  /// "Nämndens mål".
  bool StatesGoal(const Block& block, const Heading& heading) const {
    if (heading.role != HeadingRole::kNone || CurrentGoal() != nullptr) return false;
    if (vocabulary_.KnownGoal(block.clean)) return true;
    if (vocabulary_.Area(block.clean)) return false;
    const bool under_goals = In(HeadingRole::kGoals);
    const bool marked = block.marker == Marker::kNumber || block.marker == Marker::kMarkdown;
    if (under_goals && marked && NamesAGoal(block.clean)) return true;
    return (under_goals || marked) && LooksLikeGoal(block.clean, vocabulary_);
  }

  /// A goal is a wish in several words; "Bakgrund" and "Prioriterade områden" are none.
  static bool NamesAGoal(std::string_view clean) {
    constexpr std::ptrdiff_t kFewestSpaces = 2;
    return std::count(clean.begin(), clean.end(), ' ') >= kFewestSpaces;
  }

  const Goal* CurrentGoal() const {
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section) {
      if (section->goal) return &*section->goal;
    }
    return nullptr;
  }

  /// The innermost role in force.
  HeadingRole Role() const {
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section) {
      if (section->role != HeadingRole::kNone) return section->role;
      if (section->goal) break;
    }
    return HeadingRole::kNone;
  }

  bool In(HeadingRole role) const { return Role() == role; }

  Passage Here(Block block) const {
    Passage passage;
    passage.block = std::move(block);
    for (const Section& section : sections_) {
      passage.section_path.push_back(section.title);
      if (section.area) passage.area = section.area;
      if (section.source.origin != Origin::kUnspecified) passage.source = section.source;
    }
    if (const Goal* goal = CurrentGoal(); goal != nullptr) passage.goal = *goal;
    return passage;
  }

  void Place(Block block) {
    // "Mål 2. Ingen ska leva på gatan" in running text: the words in front of the number are the sentence's
    // own.
    if (!block.number.empty() && BeginsUpper(block.number)) {
      block.text = block.number + " " + block.text;
      block.clean = block.number + " " + block.clean;
    }
    Announcement announced = lead_in_.Of(block);
    Passage passage = Here(std::move(block));
    passage.lead_in = std::move(announced.text);
    if (passage.block.cell == Cell::kHeader) {
      passage.use = LineUse::kTableHeader;
    } else if (const auto goal = ListedGoal(passage.block); goal) {
      passage.kind = Kind::kGoal;
      passage.goal = goal;
    } else {
      passage.kind = KindOf(passage.block, announced.clean);
    }
    passages_.push_back(std::move(passage));
  }

  /// A goal in a list of goals.
  std::optional<Goal> ListedGoal(const Block& block) const {
    constexpr std::size_t kLongestGoal = 300;
    if (block.cell != Cell::kNone || block.clean.size() > kLongestGoal || CurrentGoal() != nullptr)
      return std::nullopt;
    if (const auto known = vocabulary_.KnownGoal(block.clean)) return known;
    const bool item = block.marker == Marker::kNumber || block.marker == Marker::kBullet;
    if (item && In(HeadingRole::kGoalAreas)) return document_goal_;
    if (!item || !In(HeadingRole::kGoals) || !LooksLikeGoal(block.clean, vocabulary_)) return std::nullopt;
    return GoalOfHeading(block.clean, vocabulary_);
  }

  Kind KindOf(const Block& block, std::string_view lead_in) const {
    switch (block.cell) {
      case Cell::kAssignment:
        return Kind::kAssignment;
      case Cell::kAnswer:
        return Kind::kResponse;
      case Cell::kProgram:
        return Kind::kProgram;
      case Cell::kData:
        if (IsIndicatorTable(block.clean)) return Kind::kIndicator;
        if (In(HeadingRole::kAssignmentSource)) return Kind::kText;  // figures beside the assignments
        break;
      case Cell::kNone:
      case Cell::kHeader:
        break;
    }
    if (block.marker == Marker::kFootnote && block.clean.front() != '*') return Kind::kText;
    if (!sections_.empty() && sections_.back().program) return Kind::kProgram;
    if (IsLabelledIndicator(block.clean)) return Kind::kIndicator;
    const bool item = block.marker == Marker::kBullet || block.marker == Marker::kNumber;
    switch (Role()) {
      case HeadingRole::kFollowUp:
        return CurrentGoal() != nullptr || item ? Kind::kIndicator : Kind::kText;
      case HeadingRole::kPrograms:
        return Kind::kProgram;
      case HeadingRole::kDirections:
        return Kind::kDirection;
      case HeadingRole::kAssignmentSource:
        return block.clean.back() == ':' && !item ? Kind::kText : Kind::kAssignment;
      case HeadingRole::kAssignments:
        return item || IsAssignmentWording(block.clean) ? Kind::kAssignment : Kind::kText;
      case HeadingRole::kNone:
      case HeadingRole::kGoals:
      case HeadingRole::kCare:
      case HeadingRole::kGoalAreas:
      case HeadingRole::kContents:
        break;
    }
    if (AnnouncesIndicators(lead_in)) return Kind::kIndicator;
    return CurrentGoal() != nullptr ? Kind::kGoal : Kind::kText;
  }

  const Vocabulary& vocabulary_;
  std::vector<Heading> headings_;
  std::vector<Block> blocks_;
  std::optional<Goal> document_goal_;  ///< what the document as a whole is for, where its text says so
  std::vector<Section> sections_;
  LeadIn lead_in_;
  std::vector<Passage> passages_;
};

}  // namespace

std::vector<Passage> Outline(std::vector<Block> blocks, const std::map<std::string, int>& contents,
                             std::string_view title, const Vocabulary& vocabulary) {
  return Outliner(std::move(blocks), contents, title, vocabulary).Run();
}

}  // namespace plansok::plan
