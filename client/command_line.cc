#include "client/command_line.h"

#include <fmt/format.h>

#include <utility>

#include "client/commands.h"
#include "client/flags.h"

namespace plansok::client {
namespace {

constexpr double kShortestTimeout = 0.001;  // seconds
constexpr double kLongestTimeout = 3600;

// They may stand before a command and after it. Help says in brackets what holds where a flag is not given.
// No -h there: "-hemlös" is a word of a query.
void AddCommonFlags(CLI::App& app, CommonOptions& options, const std::string& help_names) {
  app.set_help_flag(help_names, "Print this help and exit")->group(kCommonFlags);
  app.add_option("--server", options.server, fmt::format("The server to ask [{}]", options.server))
      ->type_name("HOST:PORT")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->group(kCommonFlags);
  app.add_option("--timeout", options.timeout,
                 fmt::format("Longest wait for an answer, in seconds [{}]", options.timeout))
      ->type_name("SECONDS")
      ->group(kCommonFlags);
  SetRange(*app.get_option("--timeout"), kShortestTimeout, kLongestTimeout);
  app.add_option("--color", options.color,
                 fmt::format("Colours: auto (on a terminal), always or never [{}]", options.color))
      ->type_name("WHEN")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->group(kCommonFlags);
  app.add_flag("--no-pager", options.no_pager, "Show long answers without a pager")->group(kCommonFlags);
  app.add_flag("--json", options.json, "Print the answer as JSON, as the API defines it")
      ->group(kCommonFlags);
  app.add_flag("--csv", options.csv, "Print the answer as a table for spreadsheets: UTF-8, semicolons")
      ->group(kCommonFlags);
  app.add_option("--separator", options.separator, "With --csv: semicolon, comma or tab [semicolon]")
      ->type_name("SEPARATOR")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->group(kCommonFlags);
}

}  // namespace

CommandLine::CommandLine(const Settings& settings) {
  common_.server = settings.server;
  common_.color = ColorName(settings.color);
  AddCommonFlags(app_, common_, "-h,--help");
  app_.set_version_flag("--version", "plansok " PLANSOK_VERSION, "Print the version and exit")
      ->group(kCommonFlags);
  app_.allow_extras();
  app_.require_subcommand(0, 1);  // so that "plansok search plans" searches for plans
  for (Command& command : Commands(settings)) AddCommand(std::move(command));
}

void CommandLine::AddCommand(Command command) {
  CLI::App& app = *app_.add_subcommand(std::string(command.name), std::string(command.summary));
  app.allow_extras();  // words are taken from what CLI11 leaves over
  AddCommonFlags(app, common_, "--help");
  Binder bind = command.define(app);
  commands_.push_back({std::move(command), &app, std::move(bind)});
}

std::vector<std::string_view> CommandLine::CommandNames() const {
  std::vector<std::string_view> names;
  for (const Entry& command : commands_) names.push_back(command.definition.name);
  return names;
}

}  // namespace plansok::client
