#include "searchd/compare_plans.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"
#include "searchd/convert.h"
#include "searchd/named_plan.h"
#include "searchd/status.h"
#include "searchd/validate.h"

namespace plansok::searchd {
namespace {

using Summaries = std::vector<const index::PlanSummary*>;

/// Plans by their ids first: a plan without paragraphs is no value of any, and still can be compared.
ValueFinder NamesIn(const index::Snapshot& snapshot, const index::Checkpoint& checkpoint) {
  return [&snapshot, find = ValuesOf(snapshot, checkpoint)](
             query::Field field, std::string_view text) -> absl::StatusOr<std::vector<std::string>> {
    if (field == query::Field::kPlan && PlanOfId(snapshot, text) != nullptr)
      return std::vector{std::string(text)};
    return find(field, text);
  };
}

absl::StatusOr<Summaries> NamedPlan(const index::Snapshot& snapshot, const std::string& id,
                                    const index::Checkpoint& checkpoint) {
  const index::PlanSummary* plan = PlanOfId(snapshot, id);
  if (plan == nullptr) return PlanNotFound(snapshot, id, checkpoint);
  return Summaries{plan};
}

bool IsOf(const plan::Plan& plan, const std::vector<std::string>& committees) {
  return std::any_of(plan.committees.begin(), plan.committees.end(), [&](const plan::Named& named) {
    return std::find(committees.begin(), committees.end(), named.id) != committees.end();
  });
}

absl::StatusOr<Summaries> PlansOfYear(const index::Snapshot& snapshot,
                                      const std::vector<std::string>& committees, int year) {
  Summaries found;
  std::set<int> years;
  for (const index::PlanSummary& summary : snapshot.plans()) {
    const plan::Plan& plan = summary.plan;
    if (!IsOf(plan, committees)) continue;
    years.insert(plan.years.begin(), plan.years.end());
    if (std::find(plan.years.begin(), plan.years.end(), year) != plan.years.end()) found.push_back(&summary);
  }
  if (!found.empty()) return found;
  const std::string others =
      years.empty() ? "no plan of it has a year" : fmt::format("it has for {}", fmt::join(years, ", "));
  return ResourceNotFound(
      kPlanType, kAnyPlan,
      fmt::format("committee {} has no plan for {}; {}", committees.front(), year, others));
}

absl::Status CheckLength(std::string_view side, const Summaries& summaries, std::int64_t max_paragraphs) {
  std::int64_t count = 0;
  for (const index::PlanSummary* summary : summaries) count += summary->paragraph_count;
  return count > max_paragraphs ? TooManyParagraphs(side, count, max_paragraphs) : absl::OkStatus();
}

absl::StatusOr<compare::Side> Load(index::Searcher& searcher, const Summaries& summaries,
                                   const index::Checkpoint& checkpoint) {
  compare::Side side;
  for (const index::PlanSummary* summary : summaries) {
    absl::StatusOr<plan::Plan> plan = searcher.LoadPlan(summary->plan.id, checkpoint);
    if (!plan.ok()) return plan.status();
    side.push_back(*std::move(plan));
  }
  return side;
}

// The comparing room names its values as the contract does.
v1::ParagraphPair::Change ToProto(compare::Change change) {
  switch (change) {
    case compare::Change::kKept:
      return v1::ParagraphPair::KEPT;
    case compare::Change::kReworded:
      return v1::ParagraphPair::REWORDED;
    case compare::Change::kAdded:
      return v1::ParagraphPair::ADDED;
    case compare::Change::kRemoved:
      return v1::ParagraphPair::REMOVED;
  }
  return v1::ParagraphPair::CHANGE_UNSPECIFIED;
}

std::set<compare::Change> Wanted(const std::set<int>& asked) {
  std::set<compare::Change> wanted;
  for (const compare::Change change : compare::kAllChanges) {
    if (asked.empty() || asked.contains(ToProto(change))) wanted.insert(change);
  }
  return wanted;
}

v1::TextSpan ToProto(const compare::Span& span) {
  v1::TextSpan message;
  message.set_text(span.text);
  switch (span.presence) {
    case compare::Presence::kBoth:
      message.set_presence(v1::TextSpan::BOTH);
      break;
    case compare::Presence::kBase:
      message.set_presence(v1::TextSpan::BASE);
      break;
    case compare::Presence::kOther:
      message.set_presence(v1::TextSpan::OTHER);
      break;
  }
  return message;
}

v1::ChangeCounts ToProto(const compare::Counts& counts) {
  v1::ChangeCounts message;
  message.set_kept(counts.kept);
  message.set_reworded(counts.reworded);
  message.set_added(counts.added);
  message.set_removed(counts.removed);
  return message;
}

v1::Paragraph ToProto(const compare::Side& side, const compare::Place& place) {
  const plan::Plan& plan = side[place.plan];
  return searchd::ToProto(plan.id, plan.paragraphs[place.paragraph]);
}

/// Fills the answer pair by pair and stops where it grows too large.
class Answer {
 public:
  Answer(const compare::Side& base, const compare::Side& other, std::size_t max_bytes,
         v1::ComparePlansResponse& response)
      : base_(base), other_(other), max_bytes_(max_bytes), response_(response) {}

  absl::Status Add(const compare::GoalComparison& goal) {
    v1::GoalComparison& message = *response_.add_goals();
    if (goal.goal) *message.mutable_goal() = searchd::ToProto(*goal.goal);
    *message.mutable_counts() = ToProto(goal.counts);
    for (const compare::Pair& pair : goal.pairs) {
      v1::ParagraphPair& added = *message.add_pairs();
      added.set_change(ToProto(pair.change));
      if (pair.base) *added.mutable_base() = ToProto(base_, *pair.base);
      if (pair.other) *added.mutable_other() = ToProto(other_, *pair.other);
      for (const compare::Span& span : pair.difference) *added.add_difference() = ToProto(span);
      bytes_ += added.ByteSizeLong();
      if (bytes_ > max_bytes_) return AnswerTooLarge(max_bytes_);
    }
    return absl::OkStatus();
  }

 private:
  const compare::Side& base_;
  const compare::Side& other_;
  std::size_t max_bytes_;
  v1::ComparePlansResponse& response_;
  std::size_t bytes_ = 0;
};

}  // namespace

absl::StatusOr<int> ComparePlans(index::Searcher& searcher, const v1::ComparePlansRequest& request,
                                 const index::Checkpoint& checkpoint, v1::ComparePlansResponse& response,
                                 const ComparisonLimits& limits) {
  response.Clear();
  const index::Snapshot& snapshot = searcher.snapshot();
  const absl::StatusOr<CheckedComparison> checked = Validate(request, NamesIn(snapshot, checkpoint));
  if (!checked.ok()) return checked.status();
  const auto find = [&](const std::string& plan, int year) {
    return checked->committees.empty() ? NamedPlan(snapshot, plan, checkpoint)
                                       : PlansOfYear(snapshot, checked->committees, year);
  };
  const absl::StatusOr<Summaries> base_plans = find(checked->base, checked->base_year);
  if (!base_plans.ok()) return base_plans.status();
  const absl::StatusOr<Summaries> other_plans = find(checked->other, checked->other_year);
  if (!other_plans.ok()) return other_plans.status();
  for (const absl::Status& status : {CheckLength("base", *base_plans, limits.max_paragraphs),
                                     CheckLength("other", *other_plans, limits.max_paragraphs)}) {
    if (!status.ok()) return status;
  }
  const absl::StatusOr<compare::Side> base = Load(searcher, *base_plans, checkpoint);
  if (!base.ok()) return base.status();
  const absl::StatusOr<compare::Side> other = Load(searcher, *other_plans, checkpoint);
  if (!other.ok()) return other.status();
  const auto comparison =
      compare::Compare(*base, *other, Wanted(checked->changes), snapshot.analyzer(), checkpoint);
  if (!comparison.ok()) return comparison.status();

  for (const index::PlanSummary* plan : *base_plans) *response.add_base_plans() = ToProto(*plan);
  for (const index::PlanSummary* plan : *other_plans) *response.add_other_plans() = ToProto(*plan);
  *response.mutable_counts() = ToProto(comparison->counts);
  Answer answer(*base, *other, limits.max_bytes, response);
  for (const compare::GoalComparison& goal : comparison->goals) {
    if (absl::Status status = answer.Add(goal); !status.ok()) return status;
  }
  const compare::Counts& counts = comparison->counts;
  return counts.kept + counts.reworded + counts.added + counts.removed;
}

}  // namespace plansok::searchd
