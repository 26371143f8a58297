#include "client/commands.h"
#include "client/format.h"
#include "client/json.h"
#include "client/plan_titles.h"

namespace plansok::client {
namespace {

bool IsPlan(std::string_view name) {
  return name.starts_with("plans/") && name.find("/paragraphs/") == std::string_view::npos;
}

absl::StatusOr<ExitCode> ShowPlan(const Context& context, const std::string& name) {
  v1::GetPlanRequest request;
  request.set_name(name);
  const auto plan = context.rpc.GetPlan(request);
  if (!plan.ok()) return plan.status();
  context.out.Write(context.json ? ToJson(*plan) + '\n' : FormatPlan(context.terminal, *plan));
  return ExitCode::kFound;
}

absl::StatusOr<ExitCode> ShowParagraph(const Context& context, const ShowOptions& options) {
  v1::GetParagraphRequest request;
  request.set_name(options.name);
  request.set_context(options.neighbours);
  const auto answer = context.rpc.GetParagraph(request);
  if (!answer.ok()) return answer.status();
  context.out.Write(context.json
                        ? ToJson(*answer) + '\n'
                        : FormatParagraph(context.terminal, *answer, TitlesOf(context.rpc, *answer)));
  return ExitCode::kFound;
}

}  // namespace

absl::StatusOr<ExitCode> Show(const Context& context, const ShowOptions& options) {
  return IsPlan(options.name) ? ShowPlan(context, options.name) : ShowParagraph(context, options);
}

}  // namespace plansok::client
