/// Flags as several commands declare them. The name of a flag's value (KIND, COMMITTEE ...) says what shells
/// complete it with: see completion.h.
#ifndef PLANSOK_CLIENT_FLAGS_H_
#define PLANSOK_CLIENT_FLAGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "client/filters.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace plansok::client {

/// Headings of the help.
inline constexpr const char* kOwnFlags = "Flags";
inline constexpr const char* kFilterFlags = "Filters (each may be repeated)";
inline constexpr const char* kCommonFlags = "Flags of every command";

/// Whether a word after the flag belongs to it.
bool TakesValue(const CLI::Option& flag);

/// A flag that may be repeated, with one value each time.
void AddListFlag(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                 const std::string& type, const std::string& help);

/// What is typed for the flag must be a number from `least` to `most`; of several, the last one holds.
void SetRange(CLI::Option& flag, double least, double most);

/// A flag with a number from `least` to `most`; help says in brackets what `value` is where none is given.
void AddNumberFlag(CLI::App& app, const std::string& name, int& value, int least, int most,
                   const std::string& help);

/// The filter flags: the same for every command that takes them.
void AddFilterFlags(CLI::App& app, FilterOptions& filters);

/// What a field of a request ("filters.committees[1]") is on the command line ("--committee"); the field
/// itself where nothing there stands for it.
std::string NameOnCommandLine(std::string_view field);

/// The command that lists the values of a filter's field; "" where there is none.
std::string CommandThatLists(std::string_view field);

/// The facet whose values may stand after a filter's flag, by what help calls them: "COMMITTEE"; "" where
/// there is none.
std::string FacetOf(std::string_view type);

/// --exact.
void AddExactFlag(CLI::App& app, bool& exact_words);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FLAGS_H_
