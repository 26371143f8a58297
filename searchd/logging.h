/// Structured logs on standard error, one line an event, as key=value pairs (logfmt):
///
///     ts=2025-03-01T12:00:00.000+01:00 level=info msg=request method=Search code=OK ms=1.204 hits=7
///
/// What people search for is never logged unless the server was started with --log-queries.
#ifndef PLANSOK_SEARCHD_LOGGING_H_
#define PLANSOK_SEARCHD_LOGGING_H_

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace plansok::searchd {

/// One key=value pair.
struct LogField {
  template <class Value>
  LogField(std::string_view key_in, const Value& value_in)
      : key(key_in), value(fmt::format("{}", value_in)) {}

  std::string_view key;  ///< a literal
  std::string value;
};

using LogFields = std::vector<LogField>;

/// Sets up the format; gRPC's and protobuf's own messages are kept out, since they say the same things less
/// clearly. Call once.
void StartLogging();

/// Thread-safe.
void LogInfo(std::string_view message, const LogFields& fields = {});
void LogError(std::string_view message, const LogFields& fields = {});

/// The line without time and level. Values with spaces, quotes or control characters are quoted and escaped,
/// so that nothing a caller sends can begin a line of its own.
std::string FormatLogLine(std::string_view message, const LogFields& fields);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_LOGGING_H_
