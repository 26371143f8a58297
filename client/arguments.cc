#include "client/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "client/command_line.h"
#include "client/commands.h"
#include "client/help.h"
#include "client/labels.h"
#include "client/server_address.h"
#include "client/suggestion.h"

namespace plansok::client {
namespace {

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

// The command that was given, or why there is none.
absl::StatusOr<const CommandLine::Entry*> GivenCommand(const CommandLine& line) {
  const std::vector<std::string> words = line.app().remaining();
  if (const absl::Status status = CheckNoFlagIsLeft(line.app(), words); !status.ok()) return status;
  if (!words.empty())
    return absl::InvalidArgumentError(UnknownName("command", words.front(), line.CommandNames()));
  const auto& commands = line.commands();
  const auto given = std::find_if(commands.begin(), commands.end(),
                                  [](const auto& command) { return command.app->parsed(); });
  if (given == commands.end()) return absl::InvalidArgumentError("a command is wanted: plansok --help");
  return &*given;
}

absl::StatusOr<char> ReadSeparator(const CommonOptions& common) {
  if (common.separator.empty()) return kCsvSeparator;
  if (!common.csv) return absl::InvalidArgumentError("--separator is for --csv");
  const auto separator = ParseSeparator(common.separator);
  if (!separator.ok()) return separator.status();
  return *separator;
}

// What the flags of every command say.
absl::StatusOr<Invocation> ReadCommon(const CommonOptions& common, const Settings& settings) {
  if (common.json && common.csv) return absl::InvalidArgumentError("--json and --csv exclude each other");
  Invocation result;
  auto server = ServerAddress(common.server);
  if (!server.ok()) return server.status();
  result.server = *std::move(server);
  result.timeout =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::duration<double>(common.timeout));
  result.format = common.json ? Format::kJson : common.csv ? Format::kCsv : Format::kText;
  const auto separator = ReadSeparator(common);
  if (!separator.ok()) return separator.status();
  result.separator = *separator;
  const auto color = ParseColor(common.color);
  if (!color.ok()) return color.status();
  result.color = *color;
  if (settings.paged && !common.no_pager) result.pager = settings.pager;
  return result;
}

std::string HelpOnProgram(const CommandLine& line) {
  std::vector<Command> commands;
  for (const auto& command : line.commands()) commands.push_back(command.definition);
  return ProgramHelp(line.app(), commands);
}

// Of the command that `words` begin with, or of the program.
absl::StatusOr<std::string> HelpOn(const CommandLine& line, const std::vector<std::string>& words) {
  if (words.empty()) return HelpOnProgram(line);
  for (const auto& command : line.commands()) {
    if (command.definition.name == words.front()) return CommandHelp(*command.app, command.definition);
  }
  return absl::InvalidArgumentError(UnknownName("command", words.front(), line.CommandNames()));
}

// The help that --help asks for: of the command before it, or of the program.
absl::StatusOr<std::string> Help(const CommandLine& line) {
  for (const auto& command : line.commands()) {
    if (!command.app->parsed()) continue;
    if (command.definition.name == kHelpCommand) return HelpOn(line, command.app->remaining());
    return CommandHelp(*command.app, command.definition);
  }
  return HelpOn(line, line.app().remaining());
}

absl::StatusOr<Invocation> Read(const CommandLine& line, const Settings& settings,
                                const std::vector<std::string>& words_after_dashes) {
  const auto command = GivenCommand(line);
  if (!command.ok()) return command.status();
  std::vector<std::string> words = (*command)->app->remaining();
  const absl::Status status = CheckNoFlagIsLeft(*(*command)->app, words);
  if (!status.ok()) return status;
  if (words == std::vector<std::string>{"-h"})
    return Invocation{.text = CommandHelp(*(*command)->app, (*command)->definition)};
  if ((*command)->definition.name == kHelpCommand) {
    auto help = HelpOn(line, words);
    if (!help.ok()) return help.status();
    return Invocation{.text = *std::move(help)};
  }
  words.insert(words.end(), words_after_dashes.begin(), words_after_dashes.end());
  auto result = ReadCommon(line.common(), settings);
  if (!result.ok()) return result.status();
  auto action = (*command)->bind(words);
  if (!action.ok()) return action.status();
  result->action = *std::move(action);
  return result;
}

// CLI11 begins with the flag: "--facet: 1 required FIELD missing".
std::string WrongCount(const CommandLine& line, const CLI::ArgumentMismatch& error) {
  const std::string said = error.what();
  const std::string flag = said.substr(0, said.find(':'));
  std::vector<const CLI::App*> apps = {&line.app()};
  for (const auto& command : line.commands()) apps.push_back(command.app);
  for (const CLI::App* app : apps) {
    const CLI::Option* option = app->get_option_no_throw(flag);
    if (option == nullptr) continue;
    return option->count() > 1 ? fmt::format("{} is given more than once", flag)
                               : fmt::format("{} wants {} after it", flag, option->get_type_name());
  }
  return Printable(said);
}

}  // namespace

absl::StatusOr<Invocation> ParseArguments(std::vector<std::string> arguments, const Settings& settings) {
  CommandLine line(settings);
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  const std::vector<std::string> words(dashes == arguments.end() ? dashes : std::next(dashes),
                                       arguments.end());
  arguments.erase(dashes, arguments.end());
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    line.app().parse(arguments);
  } catch (const CLI::CallForHelp&) {
    auto help = Help(line);
    if (!help.ok()) return help.status();
    return Invocation{.text = *std::move(help)};
  } catch (const CLI::CallForVersion& version) {
    return Invocation{.text = std::string(version.what()) + '\n'};
  } catch (const CLI::ArgumentMismatch& error) {
    return absl::InvalidArgumentError(WrongCount(line, error));
  } catch (const CLI::ParseError& error) {
    return absl::InvalidArgumentError(Printable(error.what()));
  }
  return Read(line, settings, words);
}

}  // namespace plansok::client
