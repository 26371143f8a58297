/// The whole program but for the process's own descriptors and environment.
#ifndef PLANSOK_CLIENT_RUN_H_
#define PLANSOK_CLIENT_RUN_H_

#include <string>
#include <vector>

#include "client/exit_code.h"
#include "client/settings.h"
#include "client/terminal.h"

namespace plansok::client {

struct Environment {
  Variables variables;
  Terminal terminal;
  bool takes_styles = false;  ///< the output is a terminal that understands escape sequences
  int rows = 0;               ///< of the terminal; 0 where the output is none: then nothing is paged
  int out = 1;                ///< descriptors; SIGPIPE must be ignored
  int err = 2;
};

/// `arguments` without the program's name.
ExitCode Run(std::vector<std::string> arguments, const Environment& environment);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_RUN_H_
