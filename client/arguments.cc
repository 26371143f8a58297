#include "client/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <utility>

#include "client/suggestion.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr double kDefaultTimeout = 30;  // seconds
constexpr double kShortestTimeout = 0.001;
constexpr double kLongestTimeout = 3600;

constexpr std::string_view kExamples = R"(Examples:
  plansok search 'Bostad först' --facet committee
  plansok search '"skyddat boende" ELLER avhysning' --year 2023..2025
  plansok search hemlöshet nämnd:nordost -typ:indikator
  plansok show plans/verksamhetsplan-2024-socialnamnden-centrum/paragraphs/0123456789ab --context 2
  plansok export typ:uppdrag --jsonl > uppdrag.jsonl
The query language: docs/query-language.md

Exit status: 0 something was found, 1 nothing was, 2 wrong use, 3 trouble with the server or the output.
Environment: PLANSOK_SERVER is the server where --server names none; NO_COLOR turns styles off.)";

// Usage lines that name the words, which CLI11 does not know of: they are read here (see ParseArguments).
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override {
    const std::string command = app->get_name();
    const std::string_view words = command == "search" || command == "export" ? " [QUERY...]"
                                   : command == "show"                        ? " NAME"
                                   : app->get_parent() == nullptr             ? " COMMAND"
                                                                              : "";
    return fmt::format("Usage: {}{} [FLAGS]\n", name, words);
  }
};

struct GlobalOptions {
  std::string server;
  double timeout = kDefaultTimeout;
  bool json = false;
};

// Everything that flags are read into, and the commands they belong to.
struct CommandLine {
  CLI::App app{"Search in a city's plans, paragraph by paragraph.", "plansok"};
  GlobalOptions global;
  SearchOptions search_options;
  ExportOptions export_options;
  ShowOptions show_options;
  std::string order = "relevance";
  bool json_lines = true;  // the only format there is
};

// Flags that may stand before a command and after it.
void AddGlobalFlags(CLI::App& app, GlobalOptions& options) {
  app.set_help_flag("--help", "Print this help and exit");  // no -h: "-hemlös" is a word of a query
  app.add_option("--server", options.server, "The server to ask")->type_name("HOST:PORT");
  app.add_option("--timeout", options.timeout, "Longest wait for an answer, in seconds [30]")
      ->type_name("SECONDS")
      ->check(CLI::Range(kShortestTimeout, kLongestTimeout));
  app.add_flag("--json", options.json, "Print the answer as JSON, as the API defines it");
}

void AddListFlag(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                 const std::string& type, const std::string& help) {
  app.add_option(name, values, help)->type_name(type)->allow_extra_args(false);
}

void AddFilterFlags(CLI::App& app, FilterOptions& filters) {
  AddListFlag(app, "--committee", filters.committees, "ID",
              "Only this committee's plans; may be repeated, as all filters");
  AddListFlag(app, "--goal", filters.goals, "ID", "Only this goal");
  AddListFlag(app, "--goal-family", filters.goal_families, "ID", "Only goals of this family");
  AddListFlag(app, "--area", filters.areas, "ID", "Only this area");
  AddListFlag(app, "--year", filters.years, "A[..B]", "Only plans for this year, or these");
  AddListFlag(app, "--kind", filters.kinds, "KIND",
              "Only mål, inriktning, uppdrag, omhändertagande, indikator, program or text");
  AddListFlag(app, "--origin", filters.origins, "ORIGIN",
              "Only assignments by kommunfullmäktige or by nämnden itself");
  AddListFlag(app, "--body", filters.bodies, "ID", "Only assignments to or with this committee or company");
  AddListFlag(app, "--plan", filters.plans, "PLAN", "Only this plan");
}

CLI::App& AddCommand(CommandLine& line, const std::string& name, const std::string& help) {
  CLI::App& command = *line.app.add_subcommand(name, help);
  AddGlobalFlags(command, line.global);
  command.allow_extras();  // words are taken from what CLI11 leaves over
  return command;
}

void AddCommands(CommandLine& line) {
  CLI::App& search = AddCommand(line, "search", "Find paragraphs");
  search.add_option("--limit", line.search_options.limit, "How many to show [10]; 0: counts only")
      ->type_name("N")
      ->check(CLI::Range(0, kMaxLimit));
  AddListFlag(search, "--facet", line.search_options.facets, "FIELD",
              "Count by committee, goal, goal_family, area, year, kind, origin, body or plan");
  search.add_option("--order", line.order, "By relevance (the default) or by plan")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"relevance", "plan"}));
  search.add_flag("--exact", line.search_options.exact_words,
                  "Search the words as typed: correct no typing mistake");
  AddFilterFlags(search, line.search_options.filters);

  CLI::App& show = AddCommand(line, "show", "Show one paragraph in whole, or a plan");
  show.add_option("--context", line.show_options.neighbours, "Show N paragraphs before and after, too")
      ->type_name("N")
      ->check(CLI::Range(0, kMaxNeighbours));

  AddCommand(line, "plans", "List the plans");

  CLI::App& export_command =
      AddCommand(line, "export", "Print all matching paragraphs, in plan order, for other programs");
  export_command.add_flag("--jsonl", line.json_lines, "One JSON object a line (the default)");
  AddFilterFlags(export_command, line.export_options.filters);

  AddCommand(line, "status", "Say what the server has");
}

std::vector<std::string_view> CommandNames(const CLI::App& app) {
  std::vector<std::string_view> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

bool IsFlag(std::string_view word) {
  return word.size() > 2 && word.starts_with("--") &&
         std::isalpha(static_cast<unsigned char>(word[2])) != 0 && word.find(' ') == std::string_view::npos;
}

absl::Status CheckNoFlagIsLeft(const CLI::App& app, const std::vector<std::string>& words) {
  const auto flag = std::find_if(words.begin(), words.end(), IsFlag);
  if (flag == words.end()) return absl::OkStatus();
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) names.push_back(option->get_name());
  return absl::InvalidArgumentError(
      UnknownName("flag", flag->substr(0, flag->find('=')), {names.begin(), names.end()}));
}

absl::Status TakeOnlyWord(const std::vector<std::string>& words, std::string& word) {
  if (words.size() != 1)
    return absl::InvalidArgumentError("show wants one NAME, as search prints it: plansok show --help");
  word = words.front();
  return absl::OkStatus();
}

absl::Status TakeNoWord(const std::string& command, const std::vector<std::string>& words) {
  if (words.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(fmt::format("{} takes no '{}'", command, Printable(words.front())));
}

// Binds the command that was given to its options and words.
absl::Status Bind(CommandLine& line, const CLI::App& command, const std::vector<std::string>& words,
                  Invocation& result) {
  const std::string& name = command.get_name();
  const std::string query = fmt::format("{}", fmt::join(words, " "));
  if (name == "search") {
    if (words.empty() && IsEmpty(line.search_options.filters)) {
      return absl::InvalidArgumentError("search wants a QUERY or a filter: plansok search --help");
    }
    line.search_options.query = query;
    line.search_options.plan_order = line.order == "plan";
    result.command = [options = line.search_options](const Context& context) {
      return Search(context, options);
    };
    return absl::OkStatus();
  }
  if (name == "export") {
    line.export_options.query = query;
    result.command = [options = line.export_options](const Context& context) {
      return Export(context, options);
    };
    return absl::OkStatus();
  }
  if (name == "show") {
    const absl::Status status = TakeOnlyWord(words, line.show_options.name);
    result.command = [options = line.show_options](const Context& context) { return Show(context, options); };
    return status;
  }
  result.command = name == "plans" ? Plans : Status;
  return TakeNoWord(name, words);
}

// The command that was given, or why there is none.
absl::StatusOr<const CLI::App*> GivenCommand(const CLI::App& app) {
  const std::vector<std::string> words = app.remaining();
  if (const absl::Status status = CheckNoFlagIsLeft(app, words); !status.ok()) return status;
  if (!words.empty())
    return absl::InvalidArgumentError(UnknownName("command", words.front(), CommandNames(app)));
  const std::vector<const CLI::App*> commands =
      app.get_subcommands([](const CLI::App* sub) { return sub->parsed(); });
  if (commands.empty()) return absl::InvalidArgumentError("a command is wanted: plansok --help");
  return commands.front();
}

// "localhost" into "localhost:50051": gRPC's own default port is another.
std::string WithPort(const std::string& server) {
  if (server.find(':') != std::string::npos) return server;
  return server + std::string(kDefaultServer.substr(kDefaultServer.find(':')));
}

absl::StatusOr<Invocation> Read(CommandLine& line, const std::vector<std::string>& words_after_dashes) {
  const auto command = GivenCommand(line.app);
  if (!command.ok()) return command.status();
  std::vector<std::string> words = (*command)->remaining();
  if (const absl::Status status = CheckNoFlagIsLeft(**command, words); !status.ok()) return status;
  if (words == std::vector<std::string>{"-h"}) return Invocation{.text = (*command)->help()};
  words.insert(words.end(), words_after_dashes.begin(), words_after_dashes.end());
  if (line.global.server.empty()) return absl::InvalidArgumentError("--server is empty: HOST:PORT is wanted");
  Invocation result;
  result.server = WithPort(line.global.server);
  result.timeout = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::duration<double>(line.global.timeout));
  result.json = line.global.json;
  if (const absl::Status status = Bind(line, **command, words, result); !status.ok()) return status;
  return result;
}

}  // namespace

absl::StatusOr<Invocation> ParseArguments(std::vector<std::string> arguments,
                                          const std::string& default_server) {
  CommandLine line;
  line.global.server = default_server;
  line.app.formatter(std::make_shared<HelpFormatter>());
  AddGlobalFlags(line.app, line.global);
  line.app.set_help_flag("-h,--help", "Print this help and exit");
  line.app.set_version_flag("--version", "plansok " PLANSOK_VERSION);
  line.app.allow_extras();
  line.app.require_subcommand(0, 1);  // so that "plansok search plans" searches for plans
  line.app.footer(std::string(kExamples));
  AddCommands(line);

  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  const std::vector<std::string> words(dashes == arguments.end() ? dashes : std::next(dashes),
                                       arguments.end());
  arguments.erase(dashes, arguments.end());
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    line.app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    return Invocation{.text = line.app.help()};
  } catch (const CLI::CallForVersion& version) {
    return Invocation{.text = std::string(version.what()) + '\n'};
  } catch (const CLI::ParseError& error) {
    return absl::InvalidArgumentError(Printable(error.what()));
  }
  return Read(line, words);
}

}  // namespace plansok::client
