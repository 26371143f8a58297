#include <memory>

#include "client/answer.h"
#include "client/commands.h"
#include "client/flags.h"
#include "client/format.h"
#include "client/limits.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

struct SuggestOptions {
  std::string typed;
  int limit = 8;
};

absl::StatusOr<ExitCode> Suggest(const Context& context, const SuggestOptions& options) {
  v1::SuggestRequest request;
  request.set_query(options.typed);
  request.set_page_size(options.limit);
  const auto answer = context.rpc.Suggest(request);
  if (!answer.ok()) return answer.status();
  PrintAnswer(
      context, *answer, [&] { return FormatSuggestions(context.terminal, *answer); },
      [&] { return SuggestionsTable(*answer); });
  return answer->suggestions().empty() ? ExitCode::kNone : ExitCode::kFound;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<SuggestOptions>();
  AddNumberFlag(app, "--limit", options->limit, 1, kMaxSuggestions, "How many to show");
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    if (IsBlank(words)) {
      return absl::InvalidArgumentError("suggest wants the TEXT typed so far: plansok suggest --help");
    }
    options->typed = JoinWords(words);
    return [options](const Context& context) { return Suggest(context, *options); };
  };
}

}  // namespace

Command SuggestCommand() {
  return {.name = "suggest",
          .words = "TEXT...",
          .summary = "Complete what is being typed: words, phrases, committees, goals",
          .examples = R"(plansok suggest hemlos
plansok suggest 'mänskliga r'
plansok suggest nämnd:nord)",
          .define = Define};
}

}  // namespace plansok::client
