#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>

#include "indexer/commands.h"
#include "indexer/data_dir.h"

namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 built, but files were left out; 2 wrong use; 3 failed, and the index is as it "
    "was (or only the output could not be written).";

/// Runs `command`. Output that could not be written, say to a full disk, makes it a failure.
template <typename Command>
int WithOutput(Command command) {
  using plansok::indexer::kExitFailed;
  int error = 0;
  try {
    const int code = command();
    if (std::fflush(stdout) == 0) return code;
    error = errno;
  } catch (const std::system_error& thrown) {  // by fmt::print
    error = thrown.code().value();
  }
  fmt::print(stderr, "plansok-indexer: cannot write the output: {}\n", std::strerror(error));
  return kExitFailed;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace plansok::indexer;  // NOLINT(google-build-using-namespace): everything here is the program's
                                     // own

  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow (ulimit -f) is met where writing fails
  CLI::App app{"Reads plans and builds the index that plansok-searchd serves.", "plansok-indexer"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "plansok-indexer " PLANSOK_VERSION);
  app.footer(kFooter);
  std::string data = DefaultDataDir().string();
  app.add_option("--data", data, "Folder with stopwords/, vocabulary/ and ocr/")->capture_default_str();
  app.fallthrough();

  BuildCommand build;
  CLI::App* build_command = app.add_subcommand("build", "Build the index and publish it as a new generation");
  CLI::Option* corpus = build_command->add_option("--corpus", build.corpus, "Folder with plans, *.txt");
  build_command
      ->add_option("--paragraphs", build.paragraphs, "JSON Lines file of paragraphs; - reads standard input")
      ->excludes(corpus);
  build_command->add_option("--index", build.index, "Folder of the index; made where it is missing")
      ->required();
  build_command->add_flag("--force", build.force, "Read every file anew, also where nothing has changed");
  build_command->add_flag("--json", build.json, "Print the report as JSON");
  build_command->add_flag("--quiet", build.quiet, "Print warnings and errors only");

  InspectCommand inspect;
  CLI::App* inspect_command = app.add_subcommand("inspect", "Show what is read out of a file, and why");
  inspect_command->add_option("FILE", inspect.file)->required();
  inspect_command->add_flag("--json", inspect.json, "Print as JSON");

  RepairCommand repair;
  CLI::App* repair_command = app.add_subcommand("repair", "Print a badly scanned file's text, repaired");
  repair_command->add_option("FILE", repair.file)->required();
  repair_command->add_option(
      "--corpus", repair.corpus,
      "Folder with plans whose words to learn first (default: corpus/ of the data, if there)");

  SplitCommand split;
  CLI::App* split_command = app.add_subcommand("split", "Print the parts of compounds, a word a line");
  split_command->add_option("FILE", split.file, "One word a line")->required();

  std::string check_index;
  CLI::App* check_command = app.add_subcommand("check", "Verify the current generation of an index");
  check_command->add_option("--index", check_index, "Folder of the index")->required();

  try {
    app.parse(argc, argv);
    if (build_command->parsed() && build.corpus.empty() == build.paragraphs.empty()) {
      throw CLI::RequiredError("--corpus DIR or --paragraphs FILE");
    }
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  }
  build.data = inspect.data = repair.data = split.data = data;
  return WithOutput([&]() -> int {
    if (build_command->parsed()) return Build(build);
    if (inspect_command->parsed()) return Inspect(inspect);
    if (repair_command->parsed()) return Repair(repair);
    if (split_command->parsed()) return Split(split);
    return Check(check_index);
  });
}
