#include "plan/assignment_bodies.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace plansok::plan {
namespace {

// The words that tell roles apart.
enum Cue {
  kGiven,        // "... får i uppdrag": those before it are assigned
  kGives,        // "... ger ... i uppdrag": those before it only give
  kWith,         // "i samverkan med ...": a list of partners follows
  kShall,        // "... ska stötta": a duty without the word uppdrag
  kResponsible,  // "Ansvar: ..."
  kActors,       // "Centrala aktörer för genomförande: ..."
};

constexpr std::array<std::pair<std::string_view, Cue>, 28> kCues = {{
    {"i uppdrag", kGiven},
    {"får uppdraget", kGiven},
    {"ges uppdraget", kGiven},
    {"ger", kGives},
    {"i samverkan med", kWith},
    {"i nära samverkan med", kWith},
    {"samverka med", kWith},
    {"samverkar med", kWith},
    {"tillsammans med", kWith},
    {"i samarbete med", kWith},
    {"i nära samarbete med", kWith},
    {"samarbeta med", kWith},
    {"samarbetar med", kWith},
    {"i dialog med", kWith},
    {"i samråd med", kWith},
    {"samråda med", kWith},
    {"i samspel med", kWith},
    {"med stöd av", kWith},
    {"med stöd från", kWith},
    {"i samklang med", kWith},
    {"ska", kShall},
    {"skall", kShall},
    {"ansvar", kResponsible},
    {"ansvarig", kResponsible},
    {"ansvariga", kResponsible},
    {"samordningsansvar", kResponsible},
    {"centrala aktörer för genomförande", kActors},
    {"samverkande aktörer", kActors},
}};

const NameIndex& CueIndex() {
  static const NameIndex index = [] {
    NameIndex cues;
    for (const auto& [words, cue] : kCues) cues.Add(words, cue);
    return cues;
  }();
  return index;
}

// So many words may stand between two partners of one list: "med skolan, polisen och idrotts- och
// föreningsnämnden".
constexpr int kListGapWords = 3;

int WordsBetween(const Letters& text, std::size_t begin, std::size_t end) {
  int words = 0;
  for (std::size_t i = begin; i < end; ++i) words += text.word_start[i] ? 1 : 0;
  return words;
}

class RoleReader {
 public:
  RoleReader(const Letters& text, const std::vector<NameHit>& names)
      : text_(text), names_(names), cues_(CueIndex().In(text)) {
    // "Miljö- och klimatnämnden ger ..." is a cue; "ska" inside a name is not.
    std::erase_if(cues_, [&](const NameHit& cue) {
      return std::ranges::any_of(
          names, [&](const NameHit& name) { return cue.begin < name.end && name.begin < cue.end; });
    });
  }

  BodyRole RoleOf(std::size_t name) const {
    if (names_[name].genitive) return BodyRole::kUnspecified;  // "i samband med kommunfullmäktiges budget"
    if (InListAfter(name, kWith, kListGapWords) || InListAfter(name, kActors, kListGapWords)) {
      return BodyRole::kCooperating;
    }
    if (InListAfter(name, kResponsible, /*gap=*/1) && DirectlyAfterCue(name)) return BodyRole::kAssigned;
    if (IsAssigned(name)) return BodyRole::kAssigned;
    if (IsSubjectOfShall(name)) return Has(kGiven) ? BodyRole::kCooperating : BodyRole::kAssigned;
    return BodyRole::kUnspecified;
  }

 private:
  bool Has(Cue wanted) const {
    return std::ranges::any_of(cues_, [wanted](const NameHit& cue) { return cue.name == wanted; });
  }

  bool SameSentence(std::size_t a, std::size_t b) const { return text_.sentence[a] == text_.sentence[b]; }

  // The last cue before a position in its sentence.
  const NameHit* CueBefore(std::size_t position) const {
    const NameHit* last = nullptr;
    for (const NameHit& cue : cues_) {
      if (cue.end <= position && SameSentence(cue.begin, position)) last = &cue;
    }
    return last;
  }

  const NameHit* CueAfter(std::size_t position, Cue wanted) const {
    const auto found = std::ranges::find_if(cues_, [&](const NameHit& cue) {
      return cue.begin >= position && cue.name == wanted && SameSentence(cue.begin, position - 1);
    });
    return found == cues_.end() ? nullptr : &*found;
  }

  // Whether the name stands in the list that follows the cue: no long gap between the cue, the names before,
  // and it.
  bool InListAfter(std::size_t name, Cue wanted, int gap) const {
    const NameHit* cue = CueBefore(names_[name].begin);
    if (cue == nullptr || cue->name != wanted) return false;
    std::size_t reached = cue->end;
    for (std::size_t i = 0; i <= name; ++i) {
      if (names_[i].begin < cue->end) continue;
      if (WordsBetween(text_, reached, names_[i].begin) > gap) return false;
      reached = names_[i].end;
    }
    return true;
  }

  // "Ansvar: Kommunstyrelsen ..." names who; "ett ansvar för alla nämnder" does not.
  bool DirectlyAfterCue(std::size_t name) const {
    const NameHit* cue = CueBefore(names_[name].begin);
    return std::ranges::any_of(names_, [cue](const NameHit& each) { return each.begin == cue->end; });
  }

  bool IsAssigned(std::size_t name) const {
    const std::size_t after = names_[name].end;
    const NameHit* given = CueAfter(after, kGiven);
    if (given == nullptr) return false;
    const NameHit* gives = CueAfter(after, kGives);
    return gives == nullptr || gives->begin > given->begin;
  }

  // "Inköps- och upphandlingsnämnden ska stötta i detta arbete."
  bool IsSubjectOfShall(std::size_t name) const {
    std::size_t reached = names_[name].end;
    for (std::size_t i = name + 1; i < names_.size() && WordsBetween(text_, reached, names_[i].begin) <= 1;
         ++i) {
      reached = names_[i].end;
    }
    const NameHit* shall = CueAfter(names_[name].end, kShall);
    return shall != nullptr && shall->begin == reached;
  }

  const Letters& text_;
  const std::vector<NameHit>& names_;
  std::vector<NameHit> cues_;
};

}  // namespace

std::vector<BodyHit> RolesIn(const Letters& assignment, const std::vector<NameHit>& names) {
  const RoleReader reader(assignment, names);
  std::vector<BodyHit> hits;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const BodyRole role = reader.RoleOf(i);
    if (role != BodyRole::kUnspecified) hits.push_back({names[i].name, role});
  }
  return hits;
}

}  // namespace plansok::plan
