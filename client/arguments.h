/// The command line: flags and words into a command that is ready to run.
#ifndef PLANSOK_CLIENT_ARGUMENTS_H_
#define PLANSOK_CLIENT_ARGUMENTS_H_

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/commands.h"

namespace plansok::client {

inline constexpr std::string_view kDefaultServer = "localhost:50051";

struct Invocation {
  std::string server = {};
  std::chrono::milliseconds timeout{};
  bool json = false;
  /// Empty where there is only `text` to print: help, or the version.
  std::function<absl::StatusOr<ExitCode>(const Context&)> command = {};
  std::string text = {};
};

/// `arguments` without the program's name; `default_server` is used where no flag names one. Errors:
/// InvalidArgument, one line, with what was meant where that can be guessed.
///
/// What stands after `search` and `export` and is no flag is the query, and so is a word with one hyphen
/// before it: "plansok search skola -förskola". After "--" all is query.
absl::StatusOr<Invocation> ParseArguments(std::vector<std::string> arguments,
                                          const std::string& default_server);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_ARGUMENTS_H_
