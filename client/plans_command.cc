#include <string>
#include <vector>

#include "client/answer.h"
#include "client/commands.h"
#include "client/format.h"
#include "client/limits.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

absl::StatusOr<v1::ListPlansResponse> AllPlans(const Rpc& rpc) {
  v1::ListPlansRequest request;
  request.set_page_size(kMaxPageSize);
  auto answer = rpc.ListPlans(request);
  while (answer.ok() && !answer->next_page_token().empty()) {
    request.set_page_token(answer->next_page_token());
    const auto page = rpc.ListPlans(request);
    if (!page.ok()) return page.status();
    answer->mutable_plans()->MergeFrom(page->plans());
    answer->set_next_page_token(page->plans().empty() ? "" : page->next_page_token());
  }
  return answer;
}

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
