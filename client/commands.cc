#include "client/commands.h"

namespace plansok::client {

Command HelpCommand() {
  return {.name = kHelpCommand,
          .words = "[COMMAND]",
          .summary = "Print help, of a command too",
          .examples = "plansok help\nplansok help search",
          .define = [](CLI::App& /*app*/) -> Binder {
            return
                [](const std::vector<std::string>& /*words*/) -> absl::StatusOr<Action> { return Action(); };
          }};
}

std::vector<Command> Commands(const Settings& settings) {
  return {SearchCommand(settings.limit),
          TableCommand(),
          ShowCommand(),
          PlansCommand(),
          CompareCommand(),
          ExportCommand(),
          SuggestCommand(),
          SimilarCommand(),
          ExplainCommand(),
          StatusCommand(),
          HelpCommand()};
}

}  // namespace plansok::client
