#include <memory>

#include "client/answer.h"
#include "client/commands.h"
#include "client/flags.h"
#include "client/format.h"
#include "client/limits.h"
#include "client/plan_titles.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

struct SimilarOptions {
  std::string name;
  int limit = 10;
};

absl::StatusOr<ExitCode> Similar(const Context& context, const SimilarOptions& options) {
  v1::FindSimilarRequest request;
  request.set_name(options.name);
  request.set_page_size(options.limit);
  const auto answer = context.rpc.FindSimilar(request);
  if (!answer.ok()) return answer.status();
  PrintAnswer(
      context, *answer,
      [&] { return FormatSimilar(context.terminal, *answer, TitlesOf(context.rpc, answer->hits())); },
      [&] { return HitsTable(answer->hits(), TitlesOf(context.rpc, answer->hits()), 1); });
  return answer->hits().empty() ? ExitCode::kNone : ExitCode::kFound;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<SimilarOptions>();
  AddNumberFlag(app, "--limit", options->limit, 1, kMaxSimilar, "How many to show");
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    const absl::Status status =
        CheckWordCount("similar", "one PARAGRAPH, by the name that search prints", 1, words);
    if (!status.ok()) return status;
    options->name = words.front();
    return [options](const Context& context) { return Similar(context, *options); };
  };
}

}  // namespace

Command SimilarCommand() {
  return {
      .name = "similar",
      .words = "PARAGRAPH",
      .summary = "Find paragraphs like one, in other plans",
      .examples = "plansok similar plans/genomforandeplan-2025-socialnamnden-nordost/paragraphs/8f06f2aef612",
      .define = Define};
}

}  // namespace plansok::client
