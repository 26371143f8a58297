/// What the server is started with: defaults, then the configuration file, then flags.
#ifndef PLANSOK_SEARCHD_CONFIG_H_
#define PLANSOK_SEARCHD_CONFIG_H_

#include <cstddef>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace plansok::searchd {

/// From the project's one place for it (the top CMakeLists.txt).
inline constexpr std::string_view kServerVersion = PLANSOK_VERSION;

inline constexpr int kExitOk = 0;
inline constexpr int kExitWrongUse = 2;     ///< flags or configuration
inline constexpr int kExitCannotServe = 3;  ///< no index, unreadable index, port in use

/// Settings by the names of their flags; a configuration file has the same names.
struct Config {
  std::filesystem::path index;             ///< --index: the folder that plansok-indexer publishes into
  std::string listen = "127.0.0.1:50051";  ///< --listen: HOST:PORT (port 0: a free one) or unix:PATH
  std::size_t workers = 0;                 ///< --workers: requests worked on at once; 0: one a processor
  std::size_t queue = 256;                 ///< --queue: requests that may wait beside them
  int drain_seconds = 10;                  ///< --drain-seconds: how long running requests get at shutdown
  bool log_queries = false;                ///< --log-queries: what people search for, too
};

/// What a command line asks for: to serve, or to end at once with a code after something was printed.
struct Invocation {
  Config config;
  std::optional<int> exit_code;
};

/// Reads flags and the file of --config. Help and version go to `out`, complaints (one line each) to `err`.
Invocation ReadInvocation(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

/// Reads a configuration file into `config`. NotFound; InvalidArgument: names file, line and key.
absl::Status ReadConfigFile(const std::filesystem::path& file, Config& config);

/// InvalidArgument: what cannot be served with, say an address that others can reach.
absl::Status CheckConfig(const Config& config);

/// Whether an address (HOST:PORT or unix:PATH) can be reached from this machine alone.
bool IsLoopback(std::string_view address);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_CONFIG_H_
