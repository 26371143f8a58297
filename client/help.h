/// --help: of the program, and of each command.
#ifndef PLANSOK_CLIENT_HELP_H_
#define PLANSOK_CLIENT_HELP_H_

#include <string>
#include <vector>

#include "client/command.h"

namespace plansok::client {

/// Of the program: `commands` by name, the flags of `app`, and how it ends.
std::string ProgramHelp(const CLI::App& app, const std::vector<Command>& commands);

/// Of `command`, whose flags `app` has.
std::string CommandHelp(const CLI::App& app, const Command& command);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_HELP_H_
