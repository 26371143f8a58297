#include <string>
#include <vector>

#include "client/commands.h"
#include "client/csv.h"
#include "client/format.h"
#include "client/json.h"
#include "client/limits.h"

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

std::string Csv(const v1::ListPlansResponse& answer) {
  std::string text = CsvRow({"Namn", "Titel", "Nämnd", "År", "Dokumenttyp", "Stycken", "Fil"});
  for (const v1::Plan& plan : answer.plans()) {
    text += CsvRow({plan.name(), plan.title(), CommitteesOf(plan), FormatYears(plan.years()),
                    plan.document_kind(), std::to_string(plan.paragraph_count()), plan.source_file()});
  }
  return text;
}

std::string Printed(const Context& context, const v1::ListPlansResponse& answer) {
  switch (context.format) {
    case Format::kJson:
      return ToJson(answer) + '\n';
    case Format::kCsv:
      return std::string(context.out.BeginsFile() ? kByteOrderMark : "") + Csv(answer);
    case Format::kText:
      break;
  }
  return FormatPlans(context.terminal, answer);
}

absl::StatusOr<ExitCode> Plans(const Context& context) {
  const auto answer = AllPlans(context.rpc);
  if (!answer.ok()) return answer.status();
  context.out.Write(Printed(context, *answer));
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
          .csv = true,
          .define = Define};
}

}  // namespace plansok::client
