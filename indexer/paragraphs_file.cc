#include "indexer/paragraphs_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "indexer/json.h"
#include "plan/facts.h"

namespace plansok::indexer {
namespace {

template <typename Value>
void AddNew(const std::vector<Value>& values, std::vector<Value>* all) {
  for (const Value& value : values) {
    if (std::find(all->begin(), all->end(), value) == all->end()) all->push_back(value);
  }
}

/// Gives ids to the paragraphs that have none, the same as if none had.
void NameParagraphs(plan::Plan* plan) {
  std::vector<plan::Paragraph> named = plan->paragraphs;
  plan::AssignParagraphIds(named);
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (plan->paragraphs[i].id.empty()) plan->paragraphs[i].id = named[i].id;
  }
}

absl::Status HandOver(plan::Plan* plan, const std::function<absl::Status(const plan::Plan&)>& sink) {
  if (plan->paragraphs.empty()) return absl::OkStatus();
  for (const plan::Paragraph& paragraph : plan->paragraphs) {
    AddNew(paragraph.committees, &plan->committees);
    AddNew(paragraph.years, &plan->years);
  }
  std::sort(plan->years.begin(), plan->years.end());
  NameParagraphs(plan);
  return sink(*plan);
}

}  // namespace

absl::Status ReadParagraphs(std::istream& lines, const std::string& source,
                            const std::function<absl::Status(const plan::Plan&)>& sink) {
  plan::Plan plan;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    auto read = FromJson(nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false));
    if (!read.ok()) {
      return absl::InvalidArgumentError(
          fmt::format("{}, line {}: {}", source, number, std::string(read.status().message())));
    }
    if (read->plan_id != plan.id) {
      if (absl::Status status = HandOver(&plan, sink); !status.ok()) return status;
      plan = {};
      plan.id = plan.title = read->plan_id;
      plan.source_file = source;
    }
    plan.paragraphs.push_back(std::move(read->paragraph));
  }
  if (lines.bad()) return absl::DataLossError(fmt::format("{}: cannot be read to its end", source));
  return HandOver(&plan, sink);
}

}  // namespace plansok::indexer
