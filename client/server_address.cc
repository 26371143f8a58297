#include "client/server_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "absl/strings/numbers.h"
#include "client/settings.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr std::array<std::string_view, 5> kSchemes = {"dns:///", "unix:", "unix-abstract:", "ipv4:", "ipv6:"};

std::string_view DefaultPort() { return kDefaultServer.substr(kDefaultServer.find(':')); }

bool IsPort(std::string_view text) {
  constexpr int kHighest = 65535;
  int port = 0;
  return absl::SimpleAtoi({text.data(), text.size()}, &port) && port > 0 && port <= kHighest;
}

// Names of hosts, IPv4 and, in brackets, IPv6; what else they may not have, the network says.
bool IsHost(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  return !text.empty() && text.find_first_of(" /\\@?#[]") == std::string_view::npos;
}

}  // namespace

absl::StatusOr<std::string> ServerAddress(std::string_view typed) {
  const auto is_begun = [typed](std::string_view scheme) { return typed.starts_with(scheme); };
  if (std::any_of(kSchemes.begin(), kSchemes.end(), is_begun)) return std::string(typed);
  std::string address(typed);
  const bool is_bare_ipv6 = std::count(typed.begin(), typed.end(), ':') > 1 && !typed.starts_with('[');
  if (is_bare_ipv6) address = fmt::format("[{}]", typed);
  const std::size_t bracket = address.find(']');
  const std::size_t colon = address.find(':', bracket == std::string::npos ? 0 : bracket);
  if (colon == std::string::npos) address += DefaultPort();
  const std::size_t port = address.rfind(':');
  if (IsHost(address.substr(0, port)) && IsPort(address.substr(port + 1))) return address;
  return absl::InvalidArgumentError(
      fmt::format("'{}' is no server: HOST:PORT is wanted (see --server, PLANSOK_SERVER)", Printable(typed)));
}

}  // namespace plansok::client
