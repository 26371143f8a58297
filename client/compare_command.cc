#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "client/answer.h"
#include "client/commands.h"
#include "client/flags.h"
#include "client/format_comparison.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

using Pair = v1::ParagraphPair;

/// Two plans by name, or a committee's plans of two years.
struct CompareOptions {
  std::string base;
  std::string other;
  std::string committee;             // "": `base` and `other` are plans, else years
  std::vector<std::string> changes;  // those to show; empty: all, but for what was kept
};

absl::StatusOr<int> Year(const std::string& typed) {
  constexpr std::size_t kDigits = 4;
  if (typed.size() == kDigits && typed.find_first_not_of("0123456789") == std::string::npos)
    return std::stoi(typed);
  return absl::InvalidArgumentError(
      fmt::format("'{}' is not a year: compare --committee ID wants two", Printable(typed)));
}

absl::Status AddChanges(const Context& context, const CompareOptions& options,
                        v1::ComparePlansRequest& request) {
  for (const std::string& typed : options.changes) {
    const auto change = ParseChange(typed);
    if (!change.ok()) return change.status();
    request.add_changes(*change);
  }
  if (!options.changes.empty() || context.format != Format::kText) return absl::OkStatus();
  // People are told how many were kept, and shown what was not.
  for (const Pair::Change change : std::array{Pair::REWORDED, Pair::ADDED, Pair::REMOVED})
    request.add_changes(change);
  return absl::OkStatus();
}

absl::StatusOr<v1::ComparePlansRequest> ToRequest(const Context& context, const CompareOptions& options) {
  v1::ComparePlansRequest request;
  if (options.committee.empty()) {
    request.set_base(options.base);
    request.set_other(options.other);
  } else {
    const auto base_year = Year(options.base);
    if (!base_year.ok()) return base_year.status();
    const auto other_year = Year(options.other);
    if (!other_year.ok()) return other_year.status();
    request.set_committee(options.committee);
    request.set_base_year(*base_year);
    request.set_other_year(*other_year);
  }
  if (const absl::Status status = AddChanges(context, options, request); !status.ok()) return status;
  return request;
}

// kFound: the plans were compared, whatever came of it.
absl::StatusOr<ExitCode> Compare(const Context& context, const CompareOptions& options) {
  const auto request = ToRequest(context, options);
  if (!request.ok()) return request.status();
  const auto answer = context.rpc.ComparePlans(*request);
  if (!answer.ok()) return answer.status();
  PrintAnswer(
      context, *answer, [&] { return FormatComparison(context.terminal, *answer); },
      [&] { return ComparisonTable(*answer); });
  return ExitCode::kFound;
}

absl::Status TakeBothSides(const std::vector<std::string>& words, CompareOptions& options) {
  if (words.size() != 2) {
    return absl::InvalidArgumentError(options.committee.empty()
                                          ? "compare wants two plans, BASE and OTHER: plansok compare --help"
                                          : "compare --committee wants two years, BASE and OTHER");
  }
  options.base = words.front();
  options.other = words.back();
  return absl::OkStatus();
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<CompareOptions>();
  app.add_option("--committee", options->committee,
                 "Compare this committee's plans of two years: BASE and OTHER are years then")
      ->type_name("COMMITTEE")
      ->group(kOwnFlags);
  AddListFlag(app, "--only", options->changes, "CHANGE",
              "Show only what is kept, reworded, new or gone; several with commas between them");
  app.get_option("--only")->delimiter(',');
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    if (absl::Status status = TakeBothSides(words, *options); !status.ok()) return status;
    return [options](const Context& context) { return Compare(context, *options); };
  };
}

}  // namespace

Command CompareCommand() {
  return {
      .name = "compare",
      .words = "BASE OTHER",
      .summary = "Show what became of a plan, BASE, in another, OTHER",
      .examples =
          R"(plansok compare verksamhetsplan-2023-socialnamnden-sydvast verksamhetsplan-2024-socialnamnden-centrum
plansok compare --committee socialnamnden-centrum 2024 2025 --only omskrivna,borta   (where both are indexed))",
      .define = Define};
}

}  // namespace plansok::client
