/// The program's subcommands: each does its work, prints to standard output, and returns the exit code.
#ifndef PLANSOK_INDEXER_COMMANDS_H_
#define PLANSOK_INDEXER_COMMANDS_H_

#include <filesystem>
#include <string>

namespace plansok::indexer {

/// What the program's exit code says; --help documents it.
enum ExitCode : int {
  kExitOk = 0,
  kExitLeftOut = 1,  ///< built, but files were left out
  kExitUsage = 2,
  kExitFailed = 3,
};

struct BuildCommand {
  std::string corpus;      ///< folder; "" when paragraphs are given
  std::string paragraphs;  ///< JSON Lines file; "-": standard input
  std::filesystem::path index;
  std::filesystem::path data;
  bool json = false;
  bool quiet = false;
  bool force = false;
};
int Build(const BuildCommand& command);

struct InspectCommand {
  std::filesystem::path file;
  std::filesystem::path data;
  bool json = false;
};
int Inspect(const InspectCommand& command);

/// Prints the file's text repaired, the same lines and tokens, if it is a damaged document; else as it is.
struct RepairCommand {
  std::filesystem::path file;
  std::string corpus;  ///< folder of plans whose words are learnt first; "": the data's own, if there
  std::filesystem::path data;
};
int Repair(const RepairCommand& command);

/// Prints each word of a file of one word a line, a tab, and its parts in base form joined by "+"; "-" for a
/// word that is no compound.
struct SplitCommand {
  std::filesystem::path file;
  std::filesystem::path data;
};
int Split(const SplitCommand& command);

int Check(const std::filesystem::path& index);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_COMMANDS_H_
