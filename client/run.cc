#include "client/run.h"

#include <algorithm>
#include <utility>

#include "client/arguments.h"
#include "client/commands.h"
#include "client/rpc_status.h"
#include "client/writer.h"

namespace plansok::client {
namespace {

ExitCode Fail(const absl::Status& failure, int err) {
  Writer writer(err);
  writer.Write("plansok: " + std::string(failure.message()) + '\n');
  writer.Finish().IgnoreError();  // there is nowhere left to say so
  return ExitCodeOf(failure);
}

absl::Status CheckUtf8(const std::vector<std::string>& arguments) {
  const auto is_text = [](const std::string& argument) { return IsUtf8(argument); };
  if (std::all_of(arguments.begin(), arguments.end(), is_text)) return absl::OkStatus();
  return absl::InvalidArgumentError("the arguments are not UTF-8: see the terminal's locale (LANG, LC_ALL)");
}

absl::StatusOr<ExitCode> RunCommand(const Invocation& invocation, const Environment& environment,
                                    Writer& out) {
  if (!invocation.command) {
    out.Write(invocation.text);
    return ExitCode::kFound;
  }
  const Rpc rpc(invocation.server, invocation.timeout);
  return invocation.command({rpc, out, environment.terminal, invocation.json});
}

}  // namespace

ExitCode Run(std::vector<std::string> arguments, const Environment& environment) {
  if (const absl::Status status = CheckUtf8(arguments); !status.ok()) return Fail(status, environment.err);
  const std::string server = environment.server.empty() ? std::string(kDefaultServer) : environment.server;
  const auto invocation = ParseArguments(std::move(arguments), server);
  if (!invocation.ok()) return Fail(invocation.status(), environment.err);
  Writer out(environment.out);
  const auto code = RunCommand(*invocation, environment, out);
  if (const absl::Status status = out.Finish(); !status.ok()) return Fail(status, environment.err);
  return code.ok() ? *code : Fail(code.status(), environment.err);
}

}  // namespace plansok::client
