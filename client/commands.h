/// Every command of the program.
#ifndef PLANSOK_CLIENT_COMMANDS_H_
#define PLANSOK_CLIENT_COMMANDS_H_

#include <string_view>
#include <vector>

#include "client/command.h"
#include "client/settings.h"

namespace plansok::client {

/// Ranked paragraphs, and counts by facet. `default_limit`: hits where no flag says how many.
Command SearchCommand(int default_limit);
/// Exact counts of two facets together.
Command TableCommand();
/// One paragraph in whole, or a plan.
Command ShowCommand();
/// The plans.
Command PlansCommand();
/// What became of a plan in another.
Command CompareCommand();
/// All matching paragraphs, for other programs.
Command ExportCommand();
/// How a line that is being typed may go on.
Command SuggestCommand();
/// Paragraphs like one, in other plans.
Command SimilarCommand();
/// How a query is read, and why a paragraph ranks where it does.
Command ExplainCommand();
/// What the server has.
Command StatusCommand();
/// "plansok help [COMMAND]" is "plansok [COMMAND] --help"; arguments.h sees to it.
Command HelpCommand();
inline constexpr std::string_view kHelpCommand = "help";

/// All of them, in the order of the help.
std::vector<Command> Commands(const Settings& settings);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_COMMANDS_H_
