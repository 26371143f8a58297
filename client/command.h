/// What a command is: a name, the words and flags it takes, and what it does with them. Each stands in a file
/// of its own, NAME_command.cc; commands.h lists them.
#ifndef PLANSOK_CLIENT_COMMAND_H_
#define PLANSOK_CLIENT_COMMAND_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/csv.h"
#include "client/exit_code.h"
#include "client/rpc.h"
#include "client/terminal.h"
#include "client/writer.h"

namespace CLI {
class App;
}

namespace plansok::client {

/// How an answer is printed.
enum class Format { kText, kJson, kCsv };

/// What every command works with.
struct Context {
  const Rpc& rpc;
  Writer& out;
  Writer& err;  ///< for remarks where `out` is not read by people
  Terminal terminal;
  Format format = Format::kText;
  char separator = kCsvSeparator;  ///< of CSV
};

/// Asks the server, writes its answer, and says how to end. Errors are messages of one line (rpc_status.h
/// turns them into exit codes).
using Action = std::function<absl::StatusOr<ExitCode>(const Context&)>;

/// Makes an action of what the flags were set to and of the words that are no flags. Errors: InvalidArgument,
/// one line.
using Binder = std::function<absl::StatusOr<Action>(const std::vector<std::string>& words)>;

struct Command {
  std::string_view name;
  std::string_view words;    ///< of the usage line: "NAME", "ROWS COLUMNS [QUERY...]"; "" where it takes none
  std::string_view summary;  ///< one line of help, without a full stop
  std::string examples;      ///< lines of help, without a line break at the end
  /// Adds the command's own flags. What they are read into lives as long as the binder that is returned.
  std::function<Binder(CLI::App& app)> define;
};

/// A query of several words.
std::string JoinWords(const std::vector<std::string>& words);

/// Whether the words say nothing: there are none, or blanks alone.
bool IsBlank(const std::vector<std::string>& words);

/// Words given to a command that takes exactly `count` of them. Errors: InvalidArgument, which says what
/// `command` wants.
absl::Status CheckWordCount(std::string_view command, std::string_view wanted, std::size_t count,
                            const std::vector<std::string>& words);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_COMMAND_H_
