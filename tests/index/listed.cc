#include "tests/index/listed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "text/normalize.h"
#include "text/tokenizer.h"

namespace plansok::index {
namespace {

using query::Field;

constexpr std::array kKindNames = {"GOAL",      "DIRECTION", "ASSIGNMENT", "RESPONSE",
                                   "INDICATOR", "PROGRAM",   "TEXT"};
constexpr std::array kOriginNames = {"COUNCIL", "COMMITTEE"};

Values Ids(const std::vector<plan::Named>& named) {
  Values ids;
  for (const plan::Named& one : named) ids.insert(one.id);
  return ids;
}

// The values of a field that a paragraph counts under.
Values ValuesOf(const std::string& plan_id, const plan::Paragraph& paragraph, Field field) {
  Values values;
  switch (field) {
    case Field::kCommittee:
      return Ids(paragraph.committees);
    case Field::kGoal:
      if (paragraph.goal) values.insert(paragraph.goal->id);
      break;
    case Field::kGoalFamily:
      if (paragraph.goal) values.insert(paragraph.goal->family);
      break;
    case Field::kArea:
      if (paragraph.area) values.insert(paragraph.area->id);
      break;
    case Field::kYear:
      for (const int year : paragraph.years) values.insert(std::to_string(year));
      break;
    case Field::kKind:
      values.emplace(plan::KindName(paragraph.kind));
      break;
    case Field::kOrigin:
      values.emplace(plan::OriginName(paragraph.origin));
      break;
    case Field::kBody:
      for (const plan::Body& body : paragraph.bodies) values.insert(body.id);
      break;
    case Field::kPlan:
      values.insert(plan_id);
      break;
  }
  values.erase("");
  return values;
}

// A label without case, diacritics and punctuation.
std::string Folded(std::string_view label) {
  std::string folded;
  for (const text::Token& token : text::Tokenize(label)) folded += text::FoldWord(token.word) + ' ';
  return folded;
}

}  // namespace

Listed List(const std::string& plan_id, const plan::Paragraph& paragraph) {
  Listed listed;
  listed.name = plan_id + "/" + paragraph.id;
  for (const Field field : query::kAllFields) listed.values[field] = ValuesOf(plan_id, paragraph, field);
  return listed;
}

bool Passes(const Listed& paragraph, const DrawnFilter& filter) {
  return std::ranges::any_of(paragraph.values.at(filter.asked.field),
                             [&](const std::string& value) { return filter.meant.contains(value); });
}

bool PassesAll(const Listed& paragraph, const std::vector<DrawnFilter>& filters, std::optional<Field> but) {
  return std::ranges::all_of(filters, [&](const DrawnFilter& filter) {
    return filter.asked.field == but || Passes(paragraph, filter);
  });
}

Values ShownOf(const Listed& paragraph, Field field, const std::vector<DrawnFilter>& filters) {
  Values shown = paragraph.values.at(field);
  for (const DrawnFilter& filter : filters) {
    if (filter.asked.field != field) continue;
    std::erase_if(shown, [&](const std::string& value) { return !filter.meant.contains(value); });
  }
  return shown;
}

Counts NamedBy(const std::vector<DrawnFilter>& filters, Field field) {
  Counts counts;
  for (const DrawnFilter& filter : filters) {
    if (filter.asked.field != field) continue;
    for (const std::string& value : filter.meant) counts[value] = 0;
  }
  return counts;
}

Counts ToCounts(const std::vector<FacetValue>& values) {
  Counts counts;
  for (const FacetValue& value : values) counts[value.value] = value.count;
  return counts;
}

FilterMaker::FilterMaker(const std::vector<plan::Plan>& plans) {
  for (const plan::Plan& plan : plans) {
    for (const plan::Paragraph& paragraph : plan.paragraphs) {
      for (const auto& [field, values] : List(plan.id, paragraph).values)
        values_[field].insert(values.begin(), values.end());
      for (const plan::Named& named : paragraph.committees)
        label_of_[Field::kCommittee].emplace(named.id, named.label);
      if (paragraph.goal) label_of_[Field::kGoal].emplace(paragraph.goal->id, paragraph.goal->label);
      if (paragraph.area) label_of_[Field::kArea].emplace(paragraph.area->id, paragraph.area->label);
      for (const plan::Body& body : paragraph.bodies) label_of_[Field::kBody].emplace(body.id, body.label);
      label_of_[Field::kPlan].emplace(plan.id, plan.title);
    }
  }
}

DrawnFilter FilterMaker::Make(Field field, QueryMaker& random) const {
  DrawnFilter filter{{field, {}}, {}};
  const auto add = [&filter](const std::string& value) {
    filter.asked.values.push_back(value);
    filter.meant.insert(value);
  };
  for (std::size_t count = 1 + random.Below(4); count > 0; --count) {
    if (field == Field::kYear) {
      AddYears(random, filter);
    } else if (field == Field::kKind) {
      add(kKindNames[random.Below(kKindNames.size())]);
    } else if (field == Field::kOrigin) {
      add(kOriginNames[random.Below(kOriginNames.size())]);
    } else if (!values_.at(field).empty()) {
      AddName(field, random, filter);
    }
  }
  return filter;
}

// A year, or a range of them, from before the first that plans have until after the last.
void FilterMaker::AddYears(QueryMaker& random, DrawnFilter& filter) const {
  const Values& known = values_.at(Field::kYear);
  const int earliest = std::stoi(*known.begin()) - 2;
  const auto span = static_cast<std::size_t>(std::stoi(*known.rbegin()) + 2 - earliest);
  const int first = earliest + static_cast<int>(random.Below(span));
  const int last = first + static_cast<int>(random.Below(span));
  const std::size_t form = random.Below(4);
  const std::string from = form == 1 ? "" : std::to_string(first);
  const std::string to = form == 2 ? "" : std::to_string(last);
  filter.asked.values.push_back(form == 0 ? from : fmt::format("{}..{}", from, to));
  const std::string until = form == 0 ? from : to;
  for (const std::string& end : {from, until}) {
    if (!end.empty()) filter.meant.insert(end);
  }
  for (const std::string& year : known) {
    if (from <= year && (until.empty() || year <= until)) filter.meant.insert(year);
  }
}

// An id, or a label, which means all values of the field that are called so.
void FilterMaker::AddName(Field field, QueryMaker& random, DrawnFilter& filter) const {
  const Values& ids = values_.at(field);
  const std::string& id = *std::next(ids.begin(), static_cast<std::ptrdiff_t>(random.Below(ids.size())));
  const auto labels = label_of_.find(field);
  if (labels == label_of_.end() || random.Below(2) == 0) {
    filter.asked.values.push_back(id);
    filter.meant.insert(id);
    return;
  }
  const std::string& asked = labels->second.at(id);
  filter.asked.values.push_back(asked);
  for (const auto& [other, label] : labels->second) {
    if (Folded(label) == Folded(asked) || Folded(other) == Folded(asked)) filter.meant.insert(other);
  }
}

}  // namespace plansok::index
