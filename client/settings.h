/// What a person may set once for all: in the environment, or in a file. A flag goes before the environment,
/// the environment before the file, and the file before what is built in.
#ifndef PLANSOK_CLIENT_SETTINGS_H_
#define PLANSOK_CLIENT_SETTINGS_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace plansok::client {

inline constexpr std::string_view kDefaultServer = "localhost:50051";
inline constexpr int kDefaultLimit = 10;
/// Where it is not installed, there is no pager.
inline constexpr std::string_view kDefaultPager = "less";

/// When text is coloured; kAuto: on a terminal.
enum class Color { kAuto, kAlways, kNever };

struct Settings {
  std::string server{kDefaultServer};
  Color color = Color::kAuto;
  std::string pager{kDefaultPager};  ///< a command for the shell; "": none
  bool paged = true;                 ///< long answers on a terminal go through the pager
  int limit = kDefaultLimit;         ///< hits that search shows
};

/// Variables of the environment; unset where they are not there.
struct Variables {
  std::optional<std::string> server = {};       ///< PLANSOK_SERVER; empty is as unset
  std::optional<std::string> no_color = {};     ///< NO_COLOR (https://no-color.org); empty is as unset
  std::optional<std::string> pager = {};        ///< PAGER; empty or blank: none
  std::optional<std::string> config_home = {};  ///< XDG_CONFIG_HOME
  std::optional<std::string> home = {};         ///< HOME
};

/// "auto", "always", "never". Errors: InvalidArgument, with the nearest.
absl::StatusOr<Color> ParseColor(std::string_view typed);
std::string_view ColorName(Color color);

/// plansok/config.toml in the folder that the XDG Base Directory Specification names; "" where there is none.
std::string SettingsFile(const Variables& variables);

/// What `file`, which need not be there, and `variables` say. Errors: InvalidArgument with file and line for
/// an unknown key, a value that cannot be, and what is no TOML; Internal for a file that cannot be read.
absl::StatusOr<Settings> ReadSettings(const std::string& file, const Variables& variables);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_SETTINGS_H_
