/// What may stand next on a command line, for the shells' completion scripts (packaging/completions): they
/// only hand over the words and show what comes back, so that commands, flags and values are known in one
/// place.
#ifndef PLANSOK_CLIENT_COMPLETION_H_
#define PLANSOK_CLIENT_COMPLETION_H_

#include <string>
#include <string_view>
#include <vector>

#include "client/settings.h"

namespace plansok::client {

/// `plansok __complete WORD...` prints the candidates for the last WORD. Not a command like others: it is
/// never listed, takes no flags of its own, and never fails.
inline constexpr std::string_view kCompletionCommand = "__complete";

struct Candidate {
  std::string word;
  std::string description;
};

/// Candidates for the last of `words` (which may be empty), after those before it: commands, flags, and
/// values of flags and words; ids from the server if it answers at once. They begin as it does, or, values
/// where none does, have words in them or in their labels that do. Nothing where there is nothing to offer.
std::vector<Candidate> Complete(const std::vector<std::string>& words, const Settings& settings);

/// A candidate a line: the word, a tab, what it is.
std::string FormatCandidates(const std::vector<Candidate>& candidates);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_COMPLETION_H_
