#include "tests/compare/sides.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "tests/text/swedish.h"

namespace plansok::compare {
namespace {

using Placed = std::pair<std::size_t, std::size_t>;

std::set<Placed> AllOf(const Side& side) {
  std::set<Placed> places;
  for (std::size_t plan = 0; plan < side.size(); ++plan) {
    for (std::size_t at = 0; at < side[plan].paragraphs.size(); ++at) places.emplace(plan, at);
  }
  return places;
}

// Only a goal's sentence may stand in several pairs.
void Take(const Side& side, const std::optional<Place>& place, std::set<Placed>& left) {
  if (!place) return;
  const bool is_goal = side[place->plan].paragraphs[place->paragraph].kind == plan::Kind::kGoal;
  const bool taken = left.erase({place->plan, place->paragraph}) == 1;
  EXPECT_TRUE(taken || is_goal) << "in two pairs, or nowhere";
}

Change ExpectedOf(const Pair& pair) {
  if (!pair.base) return Change::kAdded;
  if (!pair.other) return Change::kRemoved;
  return pair.change == Change::kKept ? Change::kKept : Change::kReworded;
}

void Tally(Change change, Counts& counts) {
  int* const by_change[] = {&counts.kept, &counts.reworded, &counts.added, &counts.removed};
  ++*by_change[static_cast<std::size_t>(change)];
}

std::string Named(const Side& side, const std::optional<Place>& place) {
  if (!place) return "-";
  return fmt::format("{}/{}", place->plan, place->paragraph) + ' ' +
         side[place->plan].paragraphs[place->paragraph].text;
}

Change Mirrored(Change change) {
  if (change == Change::kAdded) return Change::kRemoved;
  return change == Change::kRemoved ? Change::kAdded : change;
}

}  // namespace

Side MakeSide(const std::vector<Line>& lines) {
  plan::Plan plan;
  plan.id = "plan";
  for (const Line& line : lines) {
    plan::Paragraph& paragraph = plan.paragraphs.emplace_back();
    paragraph.id = fmt::format("{:012x}", plan.paragraphs.size());
    paragraph.text = line.text;
    paragraph.kind = line.kind;
    if (!line.goal.empty()) paragraph.goal = plan::Goal{line.goal, "Mål " + line.goal, line.goal};
  }
  for (std::size_t i = 1; i < plan.paragraphs.size(); ++i) {
    plan::Paragraph& assignment = plan.paragraphs[i - 1];
    plan::Paragraph& answer = plan.paragraphs[i];
    if (assignment.kind != plan::Kind::kAssignment || answer.kind != plan::Kind::kResponse) continue;
    assignment.counterpart_id = answer.id;
    answer.counterpart_id = assignment.id;
  }
  return {plan};
}

std::set<Change> Everything() { return {kAllChanges.begin(), kAllChanges.end()}; }

Comparison CompareNow(const Side& base, const Side& other) {
  return Compare(base, other, Everything(), text::Swedish(), [] { return absl::OkStatus(); }).value();
}

void ExpectConserved(const Side& base, const Side& other, const Comparison& comparison) {
  std::set<Placed> base_left = AllOf(base);
  std::set<Placed> other_left = AllOf(other);
  Counts all;
  for (const GoalComparison& goal : comparison.goals) {
    Counts counts;
    for (const Pair& pair : goal.pairs) {
      EXPECT_TRUE(pair.base || pair.other);
      EXPECT_EQ(ExpectedOf(pair), pair.change);
      EXPECT_EQ(pair.change == Change::kReworded, !pair.difference.empty());
      Take(base, pair.base, base_left);
      Take(other, pair.other, other_left);
      Tally(pair.change, counts);
      Tally(pair.change, all);
    }
    EXPECT_EQ(counts, goal.counts);
    EXPECT_FALSE(goal.pairs.empty());
  }
  EXPECT_EQ(all, comparison.counts);
  EXPECT_TRUE(base_left.empty()) << base_left.size() << " of base stand nowhere";
  EXPECT_TRUE(other_left.empty()) << other_left.size() << " of other stand nowhere";
}

std::vector<std::string> Lines(const Side& base, const Side& other, const Comparison& comparison,
                               bool mirrored) {
  std::vector<std::string> lines;
  for (const GoalComparison& goal : comparison.goals) {
    for (const Pair& pair : goal.pairs) {
      std::string left = Named(base, pair.base);
      std::string right = Named(other, pair.other);
      if (mirrored) std::swap(left, right);
      const Change change = mirrored ? Mirrored(pair.change) : pair.change;
      lines.push_back(fmt::format("{} | {} | {}", left, right, static_cast<int>(change)));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace plansok::compare
