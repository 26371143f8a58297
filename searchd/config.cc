#include "searchd/config.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace plansok::searchd {
namespace {

constexpr std::size_t kMaxWorkers = 256;
constexpr std::size_t kMaxQueue = 65'536;
constexpr int kMaxDrainSeconds = 3600;
constexpr std::string_view kUnix = "unix:";

constexpr const char* kExamples = R"(Examples:
  plansok-searchd --index /var/lib/plansok/index
  plansok-searchd --index index --listen 127.0.0.1:0     a free port, printed when ready
  plansok-searchd --config /etc/plansok/searchd.toml --log-queries

The configuration file has the flags' names:
  index = "/var/lib/plansok/index"
  listen = "127.0.0.1:50051"
  workers = 4

Signals: SIGTERM and SIGINT finish running requests and end; a second one cuts them short.
SIGHUP looks for a new generation at once (otherwise within a second).
Exit codes: 0 ended as asked, 2 wrong use, 3 cannot serve (no index, port in use).)";

/// `file:line: message`, the form editors jump to.
absl::Status At(const std::filesystem::path& file, const toml::source_region& where, std::string_view what) {
  return absl::InvalidArgumentError(fmt::format("{}:{}: {}", file.string(), where.begin.line, what));
}

absl::Status WrongType(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                       std::string_view wanted) {
  return At(file, node.source(), fmt::format("{} must be {}", key, wanted));
}

template <class Number>
absl::Status ReadNumber(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                        Number most, Number& target) {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 0 || static_cast<std::uint64_t>(*value) > static_cast<std::uint64_t>(most)) {
    return WrongType(file, key, node, fmt::format("a whole number, 0 to {}", most));
  }
  target = static_cast<Number>(*value);
  return absl::OkStatus();
}

absl::Status ReadString(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                        std::string& target) {
  const auto value = node.value_exact<std::string>();
  if (!value) return WrongType(file, key, node, "a string");
  target = *value;
  return absl::OkStatus();
}

absl::Status ReadSetting(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                         Config& config) {
  if (key == "listen") return ReadString(file, key, node, config.listen);
  if (key == "workers") return ReadNumber(file, key, node, kMaxWorkers, config.workers);
  if (key == "queue") return ReadNumber(file, key, node, kMaxQueue, config.queue);
  if (key == "drain-seconds") return ReadNumber(file, key, node, kMaxDrainSeconds, config.drain_seconds);
  if (key == "index") {
    std::string folder;
    if (absl::Status status = ReadString(file, key, node, folder); !status.ok()) return status;
    config.index = folder;
    return absl::OkStatus();
  }
  if (key == "log-queries") {
    const auto value = node.value_exact<bool>();
    if (!value) return WrongType(file, key, node, "true or false");
    config.log_queries = *value;
    return absl::OkStatus();
  }
  return At(file, node.source(),
            fmt::format("unknown setting \"{}\": there are index, listen, workers, queue, drain-seconds, "
                        "log-queries",
                        key));
}

/// Binds the flags to `config`: only flags that are given change it.
void AddFlags(CLI::App& app, Config& config, std::string& config_file) {
  app.add_option("--index", config.index, "Folder that plansok-indexer publishes into")->type_name("DIR");
  app.add_option("--listen", config.listen, "Address to serve on; port 0 takes a free one")
      ->type_name("HOST:PORT|unix:PATH")
      ->capture_default_str();
  app.add_option("--workers", config.workers, "Requests worked on at once; 0: one a processor")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, kMaxWorkers))
      ->capture_default_str();
  app.add_option("--queue", config.queue, "Requests that may wait; more get RESOURCE_EXHAUSTED")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMaxQueue))
      ->capture_default_str();
  app.add_option("--drain-seconds", config.drain_seconds, "How long running requests get at shutdown")
      ->type_name("N")
      ->check(CLI::Range(0, kMaxDrainSeconds))
      ->capture_default_str();
  app.add_flag("--log-queries", config.log_queries, "Log what people search for, too");
  app.add_option("--config", config_file, "Settings in TOML; flags win over it")->type_name("FILE");
}

std::string_view HostOf(std::string_view address) {
  const std::string_view host = address.substr(0, address.rfind(':'));
  const bool bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
  return bracketed ? host.substr(1, host.size() - 2) : host;
}

bool HasPort(std::string_view address) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view digits = address.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return error == std::errc() && end == digits.data() + digits.size();
}

int Complain(std::ostream& err, std::string_view what) {
  err << "plansok-searchd: " << what << "\n";
  return kExitWrongUse;
}

}  // namespace

absl::Status ReadConfigFile(const std::filesystem::path& file, Config& config) {
  std::error_code unreadable;  // then it is no file to us, and the message says which
  if (!std::filesystem::is_regular_file(file, unreadable)) {
    return absl::NotFoundError(fmt::format("{}: no such configuration file", file.string()));
  }
  try {
    for (const auto& [key, node] : toml::parse_file(file.string())) {
      if (absl::Status status = ReadSetting(file, key.str(), node, config); !status.ok()) return status;
    }
  } catch (const toml::parse_error& error) {
    return At(file, error.source(), error.description());
  }
  return absl::OkStatus();
}

absl::Status CheckConfig(const Config& config) {
  if (config.index.empty()) return absl::InvalidArgumentError("--index is missing: the folder of the index");
  if (config.queue == 0) return absl::InvalidArgumentError("--queue must be at least 1");
  if (!config.listen.starts_with(kUnix) && !HasPort(config.listen)) {
    return absl::InvalidArgumentError(
        fmt::format("--listen {}: neither HOST:PORT nor unix:PATH", config.listen));
  }
  if (!IsLoopback(config.listen)) {
    return absl::InvalidArgumentError(
        fmt::format("--listen {}: others could reach it, and this server has no TLS: listen on 127.0.0.1 and "
                    "put a proxy with TLS in front",
                    config.listen));
  }
  return absl::OkStatus();
}

bool IsLoopback(std::string_view address) {
  if (address.starts_with(kUnix)) return true;
  const std::string host(HostOf(address));
  if (host == "localhost" || host == "::1") return true;
  in_addr parsed{};
  constexpr std::uint32_t kLoopbackNet = 127;
  return inet_pton(AF_INET, host.c_str(), &parsed) == 1 && ntohl(parsed.s_addr) >> 24U == kLoopbackNet;
}

Invocation ReadInvocation(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Invocation invocation;
  std::string config_file;
  CLI::App app("Answers searches in a city's plans over gRPC (plansok.v1.PlanSearchService).",
               "plansok-searchd");
  app.footer(kExamples);
  app.set_version_flag("--version", fmt::format("plansok-searchd {}", kServerVersion));
  AddFlags(app, invocation.config, config_file);
  try {
    app.parse(argc, argv);
    if (!config_file.empty()) {
      // The file goes under the flags: begin anew with it, and let the flags speak again.
      invocation.config = Config();
      if (absl::Status status = ReadConfigFile(config_file, invocation.config); !status.ok()) {
        invocation.exit_code = Complain(err, std::string(status.message()));
        return invocation;
      }
      app.parse(argc, argv);
    }
  } catch (const CLI::Success& asked) {
    invocation.exit_code = app.exit(asked, out, err);
    return invocation;
  } catch (const CLI::ParseError& error) {
    invocation.exit_code = Complain(err, fmt::format("{} (--help tells more)", error.what()));
    return invocation;
  }
  if (absl::Status status = CheckConfig(invocation.config); !status.ok()) {
    invocation.exit_code = Complain(err, std::string(status.message()));
  }
  return invocation;
}

}  // namespace plansok::searchd
