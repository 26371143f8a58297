#include "client/commands.h"
#include "client/format.h"
#include "client/json.h"

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

}  // namespace

absl::StatusOr<ExitCode> Plans(const Context& context) {
  const auto answer = AllPlans(context.rpc);
  if (!answer.ok()) return answer.status();
  context.out.Write(context.json ? ToJson(*answer) + '\n' : FormatPlans(context.terminal, *answer));
  return answer->plans().empty() ? ExitCode::kNone : ExitCode::kFound;
}

}  // namespace plansok::client
