/// What the program can do, one function a command. Each asks the server, writes its answer, and says how to
/// end. Errors are messages of one line (rpc_status.h turns them into exit codes).
#ifndef PLANSOK_CLIENT_COMMANDS_H_
#define PLANSOK_CLIENT_COMMANDS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/exit_code.h"
#include "client/filters.h"
#include "client/rpc.h"
#include "client/terminal.h"
#include "client/writer.h"

namespace plansok::client {

/// What every command works with.
struct Context {
  const Rpc& rpc;
  Writer& out;
  Terminal terminal;
  bool json = false;
};

/// Hits when nothing else is said, and the deepest the contract's pages reach.
inline constexpr int kDefaultLimit = 10;
inline constexpr int kMaxLimit = 100'000;
/// The contract's largest page.
inline constexpr int kMaxPageSize = 1000;
/// The contract's most neighbours on each side.
inline constexpr int kMaxNeighbours = 50;

struct SearchOptions {
  std::string query;
  FilterOptions filters;
  std::vector<std::string> facets;
  int limit = kDefaultLimit;  ///< 0: counts only
  bool plan_order = false;
  bool exact_words = false;  ///< correct no typing mistake
};
absl::StatusOr<ExitCode> Search(const Context& context, const SearchOptions& options);

struct ShowOptions {
  std::string name;  ///< of a paragraph or a plan
  int neighbours = 0;
};
absl::StatusOr<ExitCode> Show(const Context& context, const ShowOptions& options);

absl::StatusOr<ExitCode> Plans(const Context& context);

struct ExportOptions {
  std::string query;
  FilterOptions filters;
};
/// JSON Lines: one paragraph a line.
absl::StatusOr<ExitCode> Export(const Context& context, const ExportOptions& options);

absl::StatusOr<ExitCode> Status(const Context& context);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_COMMANDS_H_
