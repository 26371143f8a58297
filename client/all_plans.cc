#include "client/all_plans.h"

#include "client/limits.h"

namespace plansok::client {

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

}  // namespace plansok::client
