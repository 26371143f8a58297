#include "client/commands.h"

namespace plansok::client {

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
          StatusCommand()};
}

}  // namespace plansok::client
