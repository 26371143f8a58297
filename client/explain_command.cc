#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "client/answer.h"
#include "client/commands.h"
#include "client/filters.h"
#include "client/flags.h"
#include "client/format.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

struct ExplainOptions {
  std::string query;
  FilterOptions filters;
  std::string hit;  // a paragraph's name; "": none
  bool exact_words = false;
};

absl::StatusOr<ExitCode> Explain(const Context& context, const ExplainOptions& options) {
  v1::ExplainRequest request;
  request.set_query(options.query);
  request.set_exact_words(options.exact_words);
  request.set_name(options.hit);
  auto filters = ToFilters(options.filters);
  if (!filters.ok()) return filters.status();
  *request.mutable_filters() = *std::move(filters);
  const auto answer = context.rpc.Explain(request);
  if (!answer.ok()) return answer.status();
  PrintAnswer(
      context, *answer, [&] { return FormatExplanation(context.terminal, request, *answer); },
      [&] { return ExplanationTable(request, *answer); });
  const bool found = options.hit.empty() ? answer->total_size() > 0 : answer->matches();
  return found ? ExitCode::kFound : ExitCode::kNone;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<ExplainOptions>();
  app.add_option("--hit", options->hit, "Say how this paragraph scores, term by term")
      ->type_name("PARAGRAPH")
      ->group(kOwnFlags);
  AddExactFlag(app, options->exact_words);
  AddFilterFlags(app, options->filters);
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    if (IsBlank(words) && IsEmpty(options->filters)) {
      return absl::InvalidArgumentError("explain wants a QUERY or a filter: plansok explain --help");
    }
    options->query = JoinWords(words);
    return [options](const Context& context) { return Explain(context, *options); };
  };
}

}  // namespace

Command ExplainCommand() {
  return {.name = "explain",
          .words = "[QUERY...]",
          .summary = "Show how a query is read, and why a paragraph ranks where it does",
          .examples = R"(plansok explain 'bostad först -indikator'
plansok explain 'bostad först' --hit plans/genomforandeplan-2025-socialnamnden-nordost/paragraphs/8f06f2aef612)",
          .define = Define};
}

}  // namespace plansok::client
