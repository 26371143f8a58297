/// The commands and their flags, as CLI11 knows them: what arguments.h reads, and completion.h completes.
#ifndef PLANSOK_CLIENT_COMMAND_LINE_H_
#define PLANSOK_CLIENT_COMMAND_LINE_H_

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "client/command.h"
#include "client/settings.h"

namespace plansok::client {

/// What the flags of every command were set to.
struct CommonOptions {
  std::string server;
  double timeout = 30;  ///< seconds
  std::string color;    ///< its name, as typed
  bool json = false;
  bool csv = false;
  std::string separator;  ///< its name; "" where no flag was given
  bool no_pager = false;
};

/// Holds what flags are read into; neither copied nor moved, because CLI11 points at it.
class CommandLine {
 public:
  explicit CommandLine(const Settings& settings);
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// What stands on a command line: `definition`, its flags, and how to bind them.
  struct Entry {
    Command definition;
    CLI::App* app = nullptr;
    Binder bind;
  };

  CLI::App& app() { return app_; }
  const CLI::App& app() const { return app_; }
  const CommonOptions& common() const { return common_; }
  const std::vector<Entry>& commands() const { return commands_; }

  std::vector<std::string_view> CommandNames() const;

 private:
  void AddCommand(Command command);

  CLI::App app_{"Search in a city's plans, paragraph by paragraph.", "plansok"};
  CommonOptions common_;
  std::vector<Entry> commands_;
};

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_COMMAND_LINE_H_
