#include "searchd/logging.h"

#include <google/protobuf/stubs/logging.h>
#include <grpc/support/log.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace plansok::searchd {
namespace {

constexpr const char* kLoggerName = "plansok-searchd";

bool IsPlain(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '=' && c != '\\' && c != '\x7F';
  });
}

std::string Quoted(std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      quoted += fmt::format("\\{}", c);
    } else if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string Value(std::string_view value) { return IsPlain(value) ? std::string(value) : Quoted(value); }

}  // namespace

void StartLogging() {
  const auto logger = spdlog::stderr_logger_mt(kLoggerName);
  logger->set_pattern("ts=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
  spdlog::set_default_logger(logger);
  google::protobuf::SetLogHandler(
      [](google::protobuf::LogLevel level, const char*, int, const std::string& message) {
        // What ends the program must leave its reason; the rest is answered with a status.
        const bool fatal = level == google::protobuf::LOGLEVEL_FATAL;
        spdlog::log(fatal ? spdlog::level::err : spdlog::level::debug, FormatLogLine(message, {}));
      });
  gpr_set_log_function([](gpr_log_func_args* args) { spdlog::debug(FormatLogLine(args->message, {})); });
}

void LogInfo(std::string_view message, const LogFields& fields) {
  spdlog::info(FormatLogLine(message, fields));
}

void LogError(std::string_view message, const LogFields& fields) {
  spdlog::error(FormatLogLine(message, fields));
}

std::string FormatLogLine(std::string_view message, const LogFields& fields) {
  std::string line = fmt::format("msg={}", Value(message));
  for (const LogField& field : fields) line += fmt::format(" {}={}", field.key, Value(field.value));
  return line;
}

}  // namespace plansok::searchd
