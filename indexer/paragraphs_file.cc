#include "indexer/paragraphs_file.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/json.h"
#include "plan/facts.h"

namespace plansok::indexer {
namespace {

/// A plan is of the committees and years that its paragraphs are of.
void GatherFacts(plan::Plan* plan) {
  std::set<std::pair<std::string, std::string>> committees;
  std::set<int> years;
  for (const plan::Paragraph& paragraph : plan->paragraphs) {
    for (const plan::Named& committee : paragraph.committees) {
      if (committees.emplace(committee.id, committee.label).second) plan->committees.push_back(committee);
    }
    years.insert(paragraph.years.begin(), paragraph.years.end());
  }
  plan->years.assign(years.begin(), years.end());
}

/// Gives ids to the paragraphs that have none, the same as if none had.
void NameParagraphs(plan::Plan* plan) {
  std::vector<plan::Paragraph> named = plan->paragraphs;
  plan::AssignParagraphIds(named);
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (plan->paragraphs[i].id.empty()) plan->paragraphs[i].id = named[i].id;
  }
}

/// A paragraph needs three. Values are copied and destroyed by recursion, so hostile depth would end the
/// program.
constexpr int kMaxDepth = 16;

/// A line's value, discarded where it is no JSON; nothing where it is nested too deeply.
std::optional<nlohmann::json> ParseShallow(const std::string& line) {
  bool too_deep = false;
  const auto keep = [&too_deep](int depth, nlohmann::json::parse_event_t /*event*/,
                                const nlohmann::json& /*parsed*/) {
    too_deep = too_deep || depth > kMaxDepth;
    return !too_deep;
  };
  nlohmann::json json = nlohmann::json::parse(line, keep, /*allow_exceptions=*/false);
  if (too_deep) return std::nullopt;
  return json;
}

class ParagraphsReader {
 public:
  ParagraphsReader(const std::string& source, const std::function<absl::Status(const plan::Plan&)>& sink)
      : source_(source), sink_(sink) {}

  absl::Status Read(std::istream& lines) {
    std::string line;
    for (line_ = 1; std::getline(lines, line); ++line_) {
      if (line.empty()) continue;
      const std::optional<nlohmann::json> json = ParseShallow(line);
      if (!json) return Fault(fmt::format("values are nested deeper than {}", kMaxDepth));
      auto read = FromJson(*json);
      if (!read.ok()) return Fault(std::string(read.status().message()));
      if (absl::Status status = Add(*std::move(read)); !status.ok()) return status;
    }
    if (lines.bad()) return absl::DataLossError(fmt::format("{}: cannot be read to its end", source_));
    return HandOver();
  }

 private:
  absl::Status Add(ReadParagraph read) {
    if (read.plan_id != plan_.id) {
      if (absl::Status status = HandOver(); !status.ok()) return status;
      if (const auto ended = last_lines_.find(read.plan_id); ended != last_lines_.end())
        return Fault(fmt::format("plan {} ended on line {}; a plan's paragraphs must stand together",
                                 read.plan_id, ended->second));
      plan_ = {};
      plan_.id = plan_.title = read.plan_id;
      plan_.source_file = source_;
      lines_.clear();
    }
    plan_.paragraphs.push_back(std::move(read.paragraph));
    lines_.push_back(line_);
    return absl::OkStatus();
  }

  absl::Status HandOver() {
    if (plan_.paragraphs.empty()) return absl::OkStatus();
    last_lines_[plan_.id] = lines_.back();
    GatherFacts(&plan_);
    NameParagraphs(&plan_);
    if (absl::Status status = SettleIds(); !status.ok()) return status;
    return sink_(plan_);
  }

  absl::Status SettleIds() {
    std::map<std::string, std::size_t> line_of;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string& id = plan_.paragraphs[i].id;
      const auto [other, fresh] = line_of.emplace(id, lines_[i]);
      if (fresh) continue;
      line_ = lines_[i];
      return Fault(
          fmt::format("paragraph {} of plan {} stands on line {} already", id, plan_.id, other->second));
    }
    // The other half may be no part of what was exported: then there is none to name.
    for (plan::Paragraph& paragraph : plan_.paragraphs) {
      if (paragraph.counterpart_id == paragraph.id || !line_of.contains(paragraph.counterpart_id))
        paragraph.counterpart_id.clear();
    }
    return absl::OkStatus();
  }

  absl::Status Fault(const std::string& what) const {
    return absl::InvalidArgumentError(fmt::format("{}, line {}: {}", source_, line_, what));
  }

  const std::string& source_;
  const std::function<absl::Status(const plan::Plan&)>& sink_;
  std::size_t line_ = 0;
  plan::Plan plan_;                                // the one being read
  std::vector<std::size_t> lines_;                 // of its paragraphs
  std::map<std::string, std::size_t> last_lines_;  // of the plans before it
};

}  // namespace

absl::Status ReadParagraphs(std::istream& lines, const std::string& source,
                            const std::function<absl::Status(const plan::Plan&)>& sink) {
  return ParagraphsReader(source, sink).Read(lines);
}

}  // namespace plansok::indexer
