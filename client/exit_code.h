/// How the program ends; scripts rely on it.
#ifndef PLANSOK_CLIENT_EXIT_CODE_H_
#define PLANSOK_CLIENT_EXIT_CODE_H_

namespace plansok::client {

enum class ExitCode {
  kFound = 0,     ///< something was found
  kNone = 1,      ///< all went well, and there is nothing
  kWrongUse = 2,  ///< flags, fields or values that cannot be
  kTrouble = 3,   ///< no server, no answer in time, nowhere to write
};

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_EXIT_CODE_H_
