#include "client/run.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "client/arguments.h"
#include "client/completion.h"
#include "client/pager.h"
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

bool IsStyled(Color color, const Environment& environment) {
  return color == Color::kAlways || (color == Color::kAuto && environment.takes_styles);
}

absl::StatusOr<ExitCode> Act(const Invocation& invocation, const Environment& environment, Writer& out,
                             Writer& err) {
  if (!invocation.action) {
    out.Write(invocation.text);
    return ExitCode::kFound;
  }
  const Rpc rpc(invocation.server, invocation.timeout);
  Terminal terminal = environment.terminal;
  terminal.styled = IsStyled(invocation.color, environment);
  return invocation.action({rpc, out, err, terminal, invocation.format, invocation.separator});
}

absl::StatusOr<Invocation> ReadInvocation(std::vector<std::string> arguments, const Variables& variables) {
  if (const absl::Status status = CheckUtf8(arguments); !status.ok()) return status;
  const auto settings = ReadSettings(SettingsFile(variables), variables);
  auto invocation = ParseArguments(std::move(arguments), settings.value_or(Settings{}));
  const bool is_help = invocation.ok() && !invocation->action;
  if (!settings.ok() && !is_help) return settings.status();
  return invocation;
}

// Silent where anything is amiss: what it prints ends up on the line that a person is typing.
ExitCode RunCompletion(const std::vector<std::string>& words, const Environment& environment) {
  const auto settings = ReadSettings(SettingsFile(environment.variables), environment.variables);
  Writer out(environment.out);
  out.Write(FormatCandidates(Complete(words, settings.value_or(Settings{}))));
  out.Finish().IgnoreError();
  return ExitCode::kFound;
}

}  // namespace

ExitCode Run(std::vector<std::string> arguments, const Environment& environment) {
  if (!arguments.empty() && arguments.front() == kCompletionCommand)
    return RunCompletion({std::next(arguments.begin()), arguments.end()}, environment);
  const auto invocation = ReadInvocation(std::move(arguments), environment.variables);
  if (!invocation.ok()) return Fail(invocation.status(), environment.err);
  PagedOutput paged(environment.out, environment.rows, invocation->pager);
  Writer out(environment.out,
             [&](std::string_view bytes, bool complete) { return paged.Write(bytes, complete); });
  Writer err(environment.err);
  const auto code = Act(*invocation, environment, out, err);
  if (const absl::Status status = out.Finish(); !status.ok()) return Fail(status, environment.err);
  if (const std::error_code error = paged.Finish(); error && error != std::errc::broken_pipe)
    return Fail(CannotWrite(error), environment.err);
  err.Write(paged.remark());
  err.Finish().IgnoreError();  // remarks: what was asked for has been said
  return code.ok() ? *code : Fail(code.status(), environment.err);
}

}  // namespace plansok::client
