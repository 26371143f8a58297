#include <string>
#include <vector>

#include "client/all_plans.h"
#include "client/answer.h"
#include "client/commands.h"
#include "client/format.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

absl::StatusOr<ExitCode> Plans(const Context& context) {
  const auto answer = AllPlans(context.rpc);
  if (!answer.ok()) return answer.status();
  PrintAnswer(
      context, *answer, [&] { return FormatPlans(context.terminal, *answer); },
      [&] { return PlansTable(answer->plans()); });
  return answer->plans().empty() ? ExitCode::kNone : ExitCode::kFound;
}

Binder Define(CLI::App& /*app*/) {
  return [](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    const absl::Status status = CheckWordCount("plans", "", 0, words);
    if (!status.ok()) return status;
    return Plans;
  };
}

}  // namespace

Command PlansCommand() {
  return {.name = "plans",
          .words = "",
          .summary = "List the plans",
          .examples = "plansok plans\nplansok plans --csv > planer.csv",
          .define = Define};
}

}  // namespace plansok::client
