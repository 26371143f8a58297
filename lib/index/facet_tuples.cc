#include "index/facet_tuples.h"

#include <algorithm>

#include "index/memory_of.h"
#include "text/collation.h"

namespace plansok::index {
namespace {

using query::Field;

std::string_view SwedishKind(plan::Kind kind) {
  switch (kind) {
    case plan::Kind::kGoal:
      return "Mål";
    case plan::Kind::kDirection:
      return "Inriktning";
    case plan::Kind::kAssignment:
      return "Uppdrag";
    case plan::Kind::kResponse:
      return "Omhändertagande";
    case plan::Kind::kIndicator:
      return "Indikator";
    case plan::Kind::kProgram:
      return "Program";
    case plan::Kind::kText:
      return "Text";
    case plan::Kind::kUnspecified:
      break;
  }
  return {};
}

std::string_view SwedishOrigin(plan::Origin origin) {
  return origin == plan::Origin::kCouncil ? "Kommunfullmäktige" : "Nämnden";
}

/// Entries in the making; leaves out values without a name and those that are there already.
class Entries {
 public:
  void Add(Field field, std::string_view value, std::string_view label) {
    Add({field, std::string(value), std::string(label.empty() ? value : label)});
  }
  void Add(FacetEntry entry) {
    const auto same = [&](const FacetEntry& other) {
      return other.field == entry.field && other.value == entry.value;
    };
    if (entry.value.empty() || std::any_of(entries_.begin(), entries_.end(), same)) return;
    entries_.push_back(std::move(entry));
  }
  std::vector<FacetEntry> Take() { return std::move(entries_); }

 private:
  std::vector<FacetEntry> entries_;
};

std::size_t PlaceOf(Field field) {
  return static_cast<std::size_t>(std::find(query::kAllFields.begin(), query::kAllFields.end(), field) -
                                  query::kAllFields.begin());
}

}  // namespace

FacetEntry EntryOf(plan::Kind kind) {
  return {Field::kKind, std::string(plan::KindName(kind)), std::string(SwedishKind(kind))};
}

FacetEntry EntryOf(plan::Origin origin) {
  return {Field::kOrigin, std::string(plan::OriginName(origin)), std::string(SwedishOrigin(origin))};
}

std::vector<FacetEntry> FacetEntriesOf(const plan::Plan& plan, const plan::Paragraph& paragraph) {
  Entries entries;
  for (const plan::Named& committee : paragraph.committees) {
    entries.Add(Field::kCommittee, committee.id, committee.label);
  }
  if (paragraph.goal) {
    entries.Add(Field::kGoal, paragraph.goal->id, paragraph.goal->label);
    // A family has no name of its own: it goes by the wording it was first met in.
    entries.Add(Field::kGoalFamily, paragraph.goal->family, paragraph.goal->label);
  }
  if (paragraph.area) entries.Add(Field::kArea, paragraph.area->id, paragraph.area->label);
  for (const int year : paragraph.years) entries.Add(Field::kYear, std::to_string(year), {});
  entries.Add(EntryOf(paragraph.kind));
  entries.Add(EntryOf(paragraph.origin));
  for (const plan::Body& body : paragraph.bodies) entries.Add(Field::kBody, body.id, body.label);
  entries.Add(Field::kPlan, plan.id, plan.title);
  return entries.Take();
}

std::uint32_t FacetTableBuilder::ValueNumber(const FacetEntry& entry) {
  const auto next = static_cast<std::uint32_t>(table_.values_size());
  const auto [at, added] = values_.try_emplace({entry.field, entry.value}, next);
  if (added) {
    storage::FacetValue* stored = table_.add_values();
    stored->set_field(static_cast<std::uint32_t>(PlaceOf(entry.field)));
    stored->set_value(entry.value);
    stored->set_label(entry.label);
  }
  return at->second;
}

std::uint32_t FacetTableBuilder::Add(const std::vector<FacetEntry>& entries) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(entries.size());
  for (const FacetEntry& entry : entries) numbers.push_back(ValueNumber(entry));
  std::sort(numbers.begin(), numbers.end());
  const auto next = static_cast<std::uint32_t>(table_.tuples_size());
  const auto [at, added] = tuples_.try_emplace(std::move(numbers), next);
  if (added) table_.add_tuples()->mutable_values()->Add(at->first.begin(), at->first.end());
  return at->second;
}

absl::StatusOr<FacetTable> FacetTable::From(const storage::FacetTable& stored) {
  FacetTable table;
  for (const storage::FacetValue& value : stored.values()) {
    if (value.field() >= query::kAllFields.size()) {
      return absl::DataLossError("the facet table names a field that does not exist: the index is damaged");
    }
    table.by_field_[value.field()].push_back(static_cast<std::uint32_t>(table.values_.size()));
    table.values_.push_back({query::kAllFields[value.field()], value.value(), value.label()});
  }
  std::vector<std::string> labels;
  for (const FacetEntry& entry : table.values_) labels.push_back(entry.label);
  table.label_places_ = text::SwedishOrder(labels);
  for (const storage::FacetTuple& tuple : stored.tuples()) {
    for (const std::uint32_t number : tuple.values()) {
      if (number >= table.values_.size()) {
        return absl::DataLossError("a facet tuple holds a value that does not exist: the index is damaged");
      }
      table.items_.push_back(number);
    }
    table.offsets_.push_back(static_cast<std::uint32_t>(table.items_.size()));
  }
  return table;
}

std::optional<std::uint32_t> FacetTable::Find(Field field, std::string_view value) const {
  const auto numbers = ValuesOf(field);
  const auto at = std::find_if(numbers.begin(), numbers.end(),
                               [&](std::uint32_t number) { return values_[number].value == value; });
  if (at == numbers.end()) return std::nullopt;
  return *at;
}

std::span<const std::uint32_t> FacetTable::ValuesOf(Field field) const { return by_field_[PlaceOf(field)]; }

std::size_t FacetTable::bytes() const {
  std::size_t bytes = HeapBytes(values_.capacity() * sizeof(FacetEntry)) + HeapBytesOf(label_places_) +
                      HeapBytesOf(items_) + HeapBytesOf(offsets_);
  for (const std::vector<std::uint32_t>& numbers : by_field_) bytes += HeapBytesOf(numbers);
  for (const FacetEntry& entry : values_) bytes += HeapBytesOf(entry.value) + HeapBytesOf(entry.label);
  return bytes;
}

}  // namespace plansok::index
