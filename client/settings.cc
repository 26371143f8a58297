#include "client/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "client/limits.h"
#include "client/suggestion.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

bool IsSet(const std::optional<std::string>& variable) { return variable && !variable->empty(); }

// Why the value of a key cannot be; "" where it was taken.
using Complaint = std::string;

Complaint ReadServer(const toml::node& value, Settings& settings) {
  const auto server = value.value_exact<std::string>();
  if (!server || server->empty()) return "server is \"HOST:PORT\"";
  settings.server = *server;
  return "";
}

Complaint ReadColor(const toml::node& value, Settings& settings) {
  const auto color = ParseColor(value.value_exact<std::string>().value_or(""));
  if (!color.ok()) return "color is \"auto\", \"always\" or \"never\"";
  settings.color = *color;
  return "";
}

Complaint ReadPager(const toml::node& value, Settings& settings) {
  if (const auto paged = value.value_exact<bool>()) {
    settings.paged = *paged;
    return "";
  }
  const auto pager = value.value_exact<std::string>();
  if (!pager) return "pager is a command, or false for none";
  settings.pager = *pager;
  return "";
}

Complaint ReadLimit(const toml::node& value, Settings& settings) {
  const auto limit = value.value_exact<std::int64_t>();
  if (!limit || *limit < 0 || *limit > kMaxHits)
    return fmt::format("limit is a number from 0 to {}", kMaxHits);
  settings.limit = static_cast<int>(*limit);
  return "";
}

Complaint ReadKey(std::string_view key, const toml::node& value, Settings& settings) {
  if (key == "server") return ReadServer(value, settings);
  if (key == "color") return ReadColor(value, settings);
  if (key == "pager") return ReadPager(value, settings);
  if (key == "limit") return ReadLimit(value, settings);
  return UnknownName("key", key, {"server", "color", "pager", "limit"});
}

absl::Status ComplainAt(const std::string& file, std::size_t line, std::string_view what) {
  return absl::InvalidArgumentError(Printable(fmt::format("{}:{}: {}", file, line, what)));
}

absl::Status ReadTable(const toml::table& table, const std::string& file, Settings& settings) {
  for (const auto& [key, value] : table) {
    const Complaint complaint = ReadKey(key.str(), value, settings);
    if (!complaint.empty()) return ComplainAt(file, key.source().begin.line, complaint);
  }
  return absl::OkStatus();
}

// The whole of a file; nothing where there is none.
absl::StatusOr<std::string> ReadFile(const std::string& file) {
  if (file.empty()) return "";
  // Opening a pipe would wait for a writer for ever, and a device may have no end.
  if (std::error_code ignored;
      std::filesystem::exists(file, ignored) && !std::filesystem::is_regular_file(file, ignored))
    return absl::InternalError(Printable(fmt::format("cannot read {}: it is no ordinary file", file)));
  std::ifstream stream(file, std::ios::binary);
  if (!stream && errno == ENOENT) return "";
  std::string content(std::istreambuf_iterator<char>(stream), {});
  if (stream.bad() || !stream.is_open()) {
    return absl::InternalError(
        Printable(fmt::format("cannot read {}: {}", file, std::generic_category().message(errno))));
  }
  return content;
}

void ReadVariables(const Variables& variables, Settings& settings) {
  if (IsSet(variables.server)) settings.server = *variables.server;
  if (IsSet(variables.no_color)) settings.color = Color::kNever;
  if (variables.pager) settings.pager = *variables.pager;
}

}  // namespace

absl::StatusOr<Color> ParseColor(std::string_view typed) {
  if (typed == "auto") return Color::kAuto;
  if (typed == "always") return Color::kAlways;
  if (typed == "never") return Color::kNever;
  return absl::InvalidArgumentError(UnknownName("colour choice", typed, {"auto", "always", "never"}));
}

std::string_view ColorName(Color color) {
  switch (color) {
    case Color::kAuto:
      return "auto";
    case Color::kAlways:
      return "always";
    case Color::kNever:
      return "never";
  }
  return "";
}

std::string SettingsFile(const Variables& variables) {
  constexpr std::string_view kFile = "/plansok/config.toml";
  // "All paths ... must be absolute. If ... relative ... consider the path invalid and ignore it."
  if (IsSet(variables.config_home) && variables.config_home->starts_with('/'))
    return *variables.config_home + std::string(kFile);
  return IsSet(variables.home) ? *variables.home + "/.config" + std::string(kFile) : "";
}

absl::StatusOr<Settings> ReadSettings(const std::string& file, const Variables& variables) {
  const auto content = ReadFile(file);
  if (!content.ok()) return content.status();
  Settings settings;
  try {
    if (const absl::Status status = ReadTable(toml::parse(*content, file), file, settings); !status.ok())
      return status;
  } catch (const toml::parse_error& error) {
    return ComplainAt(file, error.source().begin.line, error.description());
  }
  ReadVariables(variables, settings);
  return settings;
}

}  // namespace plansok::client
