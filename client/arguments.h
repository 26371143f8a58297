/// The command line: flags and words into a command that is ready to run.
#ifndef PLANSOK_CLIENT_ARGUMENTS_H_
#define PLANSOK_CLIENT_ARGUMENTS_H_

#include <chrono>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/command.h"
#include "client/settings.h"

namespace plansok::client {

struct Invocation {
  std::string server = {};
  std::chrono::milliseconds timeout{};
  Format format = Format::kText;
  char separator = kCsvSeparator;
  Color color = Color::kAuto;
  std::string pager = {};  ///< a command for the shell; "": none
  /// Empty where there is only `text` to print: help, or the version.
  Action action = {};
  std::string text = {};
};

/// `arguments` without the program's name, over `settings`. Errors: InvalidArgument, one line, with what was
/// meant where that can be guessed.
///
/// What stands after a command and is no flag is a word of it, and so is what has one hyphen before it:
/// "plansok search skola -förskola". After "--" all are words.
absl::StatusOr<Invocation> ParseArguments(std::vector<std::string> arguments, const Settings& settings);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_ARGUMENTS_H_
