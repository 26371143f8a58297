// ComparePlansRequest has two forms: two plans, or one committee with two years.

#include <fmt/format.h>

#include <utility>

#include "query/year_range.h"
#include "searchd/named_plan.h"
#include "searchd/status.h"
#include "searchd/validate.h"
#include "searchd/validate_fields.h"

namespace plansok::searchd {
namespace {

// An id that no plan has is handed on: a plan that is missing is no fault of the request.
std::string ReadPlan(std::string_view field, const std::string& name, const ValueFinder& find,
                     Violations& violations) {
  const auto blame = [&](std::string what) {
    violations.push_back({std::string(field), std::move(what)});
    return std::string();
  };
  if (name.empty()) return blame("is missing: two plans are compared");
  const std::string_view text = WithoutCollection(name);
  const auto meant = find(query::Field::kPlan, text);
  if (meant.ok()) return meant->size() == 1 ? meant->front() : blame(SeveralPlans(text, *meant));
  return IsId(text) ? std::string(text) : blame(std::string(meant.status().message()));
}

int ReadYear(std::string_view field, int year, Violations& violations) {
  if (year == 0) {
    violations.push_back({std::string(field), "is missing: two years of the committee are compared"});
  } else if (year < query::kEarliestYear || year > query::kLatestYear) {
    violations.push_back({std::string(field), fmt::format("{} is not a year of four digits", year)});
  }
  return year;
}

void ReadPlans(const v1::ComparePlansRequest& request, const ValueFinder& find, CheckedComparison& checked,
               Violations& violations) {
  checked.base = ReadPlan("base", request.base(), find, violations);
  checked.other = ReadPlan("other", request.other(), find, violations);
}

void ReadCommittee(const v1::ComparePlansRequest& request, const ValueFinder& find,
                   CheckedComparison& checked, Violations& violations) {
  if (request.committee().empty()) {
    violations.push_back({"committee", "is missing: the years are a committee's"});
  } else if (auto meant = find(query::Field::kCommittee, request.committee()); meant.ok()) {
    checked.committees = *std::move(meant);
  } else {
    violations.push_back({"committee", std::string(meant.status().message())});
  }
  checked.base_year = ReadYear("base_year", request.base_year(), violations);
  checked.other_year = ReadYear("other_year", request.other_year(), violations);
}

void ReadChanges(const v1::ComparePlansRequest& request, CheckedComparison& checked, Violations& violations) {
  for (int i = 0; i < request.changes_size(); ++i) {
    const int change = request.changes(i);
    if (change == v1::ParagraphPair::CHANGE_UNSPECIFIED || !v1::ParagraphPair::Change_IsValid(change)) {
      violations.push_back(
          {fmt::format("changes[{}]", i), fmt::format("{} is not a value of this enum", change)});
    }
    checked.changes.insert(change);
  }
}

}  // namespace

absl::StatusOr<CheckedComparison> Validate(const v1::ComparePlansRequest& request, const ValueFinder& find) {
  Violations violations;
  CheckedComparison checked;
  const bool names_plans = !request.base().empty() || !request.other().empty();
  const bool names_committee =
      !request.committee().empty() || request.base_year() != 0 || request.other_year() != 0;
  if (names_plans && names_committee) {
    violations.push_back({request.committee().empty() ? "base_year" : "committee",
                          "stands beside plans: ask either for base and other, or for a committee with "
                          "base_year and other_year"});
  } else if (names_committee) {
    ReadCommittee(request, find, checked, violations);
  } else {
    ReadPlans(request, find, checked, violations);
  }
  ReadChanges(request, checked, violations);
  if (!violations.empty()) return InvalidFields(violations);
  return checked;
}

}  // namespace plansok::searchd
