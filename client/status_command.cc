#include "client/commands.h"
#include "client/format.h"
#include "client/json.h"

namespace plansok::client {

absl::StatusOr<ExitCode> Status(const Context& context) {
  const auto info = context.rpc.GetIndexInfo({});
  if (!info.ok()) return info.status();
  context.out.Write(context.json ? ToJson(*info) + '\n'
                                 : FormatStatus(context.terminal, *info, context.rpc.address()));
  return ExitCode::kFound;
}

}  // namespace plansok::client
