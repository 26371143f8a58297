#include "client/answer.h"
#include "client/commands.h"
#include "client/format_status.h"

namespace plansok::client {
namespace {

absl::StatusOr<ExitCode> Status(const Context& context) {
  const auto info = context.rpc.GetIndexInfo({});
  if (!info.ok()) return info.status();
  PrintAnswer(
      context, *info, [&] { return FormatStatus(context.terminal, *info, context.rpc.address()); },
      [&] { return StatusTable(*info, context.rpc.address()); });
  return ExitCode::kFound;
}

Binder Define(CLI::App& /*app*/) {
  return [](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    const absl::Status status = CheckWordCount("status", "", 0, words);
    if (!status.ok()) return status;
    return Status;
  };
}

}  // namespace

Command StatusCommand() {
  return {.name = "status",
          .words = "",
          .summary = "Say what the server has",
          .examples = "plansok status --server sok.example.se:50051",
          .define = Define};
}

}  // namespace plansok::client
