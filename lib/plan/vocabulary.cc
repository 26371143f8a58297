#include "plan/vocabulary.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "plan/assignment_bodies.h"
#include "plan/letters.h"
#include "plan/name_index.h"
#include "plan/vocabulary_file.h"

namespace plansok::plan {
namespace {

// Names with what they name.
template <typename Value>
struct Names {
  NameIndex index;
  std::vector<Value> values;

  int AddValue(Value value) {
    values.push_back(std::move(value));
    return static_cast<int>(values.size()) - 1;
  }

  const Value& At(int name) const { return values[static_cast<std::size_t>(name)]; }

  std::optional<Value> Whole(std::string_view text) const {
    const std::optional<int> name = index.Whole(Squeeze(text));
    return name ? std::optional(At(*name)) : std::nullopt;
  }
};

// "Socialnämnden Nordost" and "Socialnämnd Nordost" are both said; the vocabulary writes the one.
void AddSpellings(NameIndex& index, const std::string& name, int number) {
  constexpr std::string_view kDefinite = "nämnden";
  constexpr std::string_view kEnding = "en";
  index.Add(name, number);
  if (const std::size_t at = name.find(kDefinite); at != std::string::npos) {
    std::string indefinite = name;
    index.Add(indefinite.erase(at + kDefinite.size() - kEnding.size(), kEnding.size()), number);
  }
}

void AddEntry(NameIndex& index, const VocabularyEntry& entry, int number) {
  AddSpellings(index, entry.label, number);
  for (const std::string& alias : entry.aliases) AddSpellings(index, alias, number);
}

bool SkipWord(const Letters& text, std::size_t& at, std::u32string_view word) {
  if (text.text.compare(at, word.size(), word) != 0 || !text.word_start[at + word.size()]) return false;
  at += word.size();
  return true;
}

// Lists that name their kind once: "Socialnämnd Centrum, Hisingen och Nordost".
struct ShortNames {
  std::map<int, std::string> kind_of;      // by name number
  std::map<std::string, NameIndex> names;  // by kind

  void Add(const VocabularyEntry& entry, int number) {
    if (entry.kind.empty() || entry.short_name.empty()) return;
    kind_of[number] = entry.kind;
    names[entry.kind].Add(entry.short_name, number);
  }

  // The next name of the list that `last` is in.
  std::optional<NameHit> After(const Letters& text, const NameHit& last) const {
    const auto kind = kind_of.find(last.name);
    if (kind == kind_of.end()) return std::nullopt;
    std::size_t at = last.end;
    SkipWord(text, at, U"och") || SkipWord(text, at, U"samt") || SkipWord(text, at, U"eller");
    if (at >= text.size()) return std::nullopt;
    return names.at(kind->second).StartingAt(text, at);
  }
};

std::vector<NameHit> NamesIn(const NameIndex& index, const ShortNames& shorts, const Letters& text) {
  std::vector<NameHit> hits;
  for (const NameHit& hit : index.In(text)) {
    if (!hits.empty() && hit.begin < hits.back().end) continue;
    hits.push_back(hit);
    while (const std::optional<NameHit> next = shorts.After(text, hits.back())) hits.push_back(*next);
  }
  return hits;
}

}  // namespace

struct Vocabulary::Data {
  Names<Named> committees;
  ShortNames committee_lists;
  Names<Named> owners;  // committees by their administrations, numbered as committees are
  Names<Named> companies;
  Names<Goal> goals;
  Names<Named> areas;
  Names<Named> bodies;
  ShortNames body_lists;

  void AddCommittee(const VocabularyEntry& entry) {
    const Named named{entry.id, entry.label};
    const int committee = committees.AddValue(named);
    AddEntry(committees.index, entry, committee);
    committee_lists.Add(entry, committee);
    const int owner = owners.AddValue(named);
    for (const std::string& administration : entry.administrations) owners.index.Add(administration, owner);
    const int body = bodies.AddValue(named);
    AddEntry(bodies.index, entry, body);
    for (const std::string& administration : entry.administrations) bodies.index.Add(administration, body);
    body_lists.Add(entry, body);
  }

  void AddGoalOrArea(const VocabularyEntry& entry) {
    if (entry.table == "goal") {
      AddEntry(goals.index, entry, goals.AddValue({entry.id, entry.label, entry.family}));
    } else {
      AddEntry(areas.index, entry, areas.AddValue({entry.id, entry.label}));
    }
  }

  void AddBody(const VocabularyEntry& entry) {
    AddEntry(bodies.index, entry, bodies.AddValue({entry.id, entry.label}));
    if (entry.table == "company")
      AddEntry(companies.index, entry, companies.AddValue({entry.id, entry.label}));
  }

  static std::vector<Named> In(const Names<Named>& names, const ShortNames& lists, std::string_view text) {
    std::vector<Named> found;
    for (const NameHit& hit : NamesIn(names.index, lists, Squeeze(text))) {
      const Named& named = names.At(hit.name);
      if (std::ranges::find(found, named) == found.end()) found.push_back(named);
    }
    return found;
  }
};

absl::StatusOr<Vocabulary> Vocabulary::Load(const std::filesystem::path& data_dir) {
  struct Source {
    const char* file;
    std::vector<std::string_view> tables;
    void (Data::*add)(const VocabularyEntry&);
  };
  const std::vector<Source> sources = {{"committees.toml", {"committee"}, &Data::AddCommittee},
                                       {"goals.toml", {"goal", "area"}, &Data::AddGoalOrArea},
                                       {"bodies.toml", {"group", "company", "partner"}, &Data::AddBody}};
  auto data = std::make_shared<Data>();
  for (const Source& source : sources) {
    const auto entries = ReadVocabularyFile(data_dir / "vocabulary" / source.file, source.tables);
    if (!entries.ok()) return entries.status();
    for (const VocabularyEntry& entry : *entries) ((*data).*source.add)(entry);
  }
  return Vocabulary(std::move(data));
}

Vocabulary::Vocabulary(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

// "Göteborgs Stad Socialnämnden Nordost" is said on covers.
std::optional<Named> Vocabulary::Committee(std::string_view name) const {
  static const NameIndex city = [] {
    NameIndex index;
    index.Add("Göteborgs Stad", 0);
    return index;
  }();
  const Letters letters = Squeeze(BareHeading(name));
  const std::optional<NameHit> prefix = city.StartingAt(letters, 0);
  const auto hit = data_->committees.index.StartingAt(letters, prefix ? prefix->end : 0);
  if (!hit || hit->end != letters.size()) return std::nullopt;
  return data_->committees.At(hit->name);
}

std::vector<Named> Vocabulary::CommitteesIn(std::string_view text) const {
  return Data::In(data_->committees, data_->committee_lists, text);
}

std::vector<Named> Vocabulary::AdministratorsIn(std::string_view text) const {
  return Data::In(data_->owners, data_->committee_lists, text);
}

std::optional<Named> Vocabulary::Company(std::string_view name) const {
  return data_->companies.Whole(BareHeading(name));
}

std::vector<Named> Vocabulary::CompaniesIn(std::string_view text) const {
  return Data::In(data_->companies, ShortNames{}, text);  // companies are listed by whole names
}

std::optional<Named> Vocabulary::Owner(std::string_view name) const {
  const std::optional<Named> committee = Committee(name);
  return committee ? committee : Company(name);
}

std::optional<Goal> Vocabulary::KnownGoal(std::string_view heading) const {
  return data_->goals.Whole(BareHeading(heading));
}

std::optional<Named> Vocabulary::Area(std::string_view heading) const {
  return data_->areas.Whole(BareHeading(heading));
}

std::vector<Body> Vocabulary::BodiesIn(std::string_view assignment) const {
  const Letters letters = Squeeze(assignment);
  std::vector<Body> bodies;
  std::set<int> seen;
  for (const BodyHit& hit : RolesIn(letters, NamesIn(data_->bodies.index, data_->body_lists, letters))) {
    if (!seen.insert(hit.name).second) continue;
    const Named& named = data_->bodies.At(hit.name);
    bodies.push_back({named.id, named.label, hit.role});
  }
  return bodies;
}

}  // namespace plansok::plan
