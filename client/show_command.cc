#include <CLI/CLI.hpp>
#include <memory>

#include "client/answer.h"
#include "client/commands.h"
#include "client/flags.h"
#include "client/format.h"
#include "client/limits.h"
#include "client/names.h"
#include "client/plan_titles.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

struct ShowOptions {
  std::string name;  // of a paragraph or a plan
  int neighbours = 0;
};

absl::StatusOr<ExitCode> ShowPlan(const Context& context, const std::string& name) {
  v1::GetPlanRequest request;
  request.set_name(PlanName(name));
  const auto plan = context.rpc.GetPlan(request);
  if (!plan.ok()) return plan.status();
  PrintAnswer(
      context, *plan, [&] { return FormatPlan(context.terminal, *plan); },
      [&] {
        v1::ListPlansResponse one;
        *one.add_plans() = *plan;
        return PlansTable(one.plans());
      });
  return ExitCode::kFound;
}

absl::StatusOr<ExitCode> ShowParagraph(const Context& context, const ShowOptions& options) {
  v1::GetParagraphRequest request;
  request.set_name(options.name);
  request.set_context(options.neighbours);
  const auto answer = context.rpc.GetParagraph(request);
  if (!answer.ok()) return answer.status();
  PrintAnswer(
      context, *answer,
      [&] { return FormatParagraph(context.terminal, *answer, TitlesOf(context.rpc, *answer)); },
      [&] { return ParagraphTable(*answer, TitlesOf(context.rpc, *answer)); });
  return ExitCode::kFound;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<ShowOptions>();
  AddNumberFlag(app, "--context", options->neighbours, 0, kMaxNeighbours,
                "Show N paragraphs before and after, too");
  const CLI::Option* neighbours = app.get_option("--context");
  return [options, neighbours](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    const absl::Status status = CheckWordCount("show", "one NAME, as search prints it", 1, words);
    if (!status.ok()) return status;
    options->name = words.front();
    if (IsPlan(options->name) && !neighbours->empty())
      return absl::InvalidArgumentError("--context goes with a paragraph's name, not with a plan's");
    return [options](const Context& context) {
      return IsPlan(options->name) ? ShowPlan(context, options->name) : ShowParagraph(context, *options);
    };
  };
}

}  // namespace

Command ShowCommand() {
  return {.name = "show",
          .words = "NAME",
          .summary = "Show one paragraph in whole, or a plan",
          .examples = R"(plansok show plans/verksamhetsplan-2024-socialnamnden-centrum
plansok show plans/verksamhetsplan-2024-socialnamnden-centrum/paragraphs/e61f04406398 --context 2)",
          .define = Define};
}

}  // namespace plansok::client
