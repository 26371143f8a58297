#include "client/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "client/flags.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 2;
constexpr int kNameColumns = 28;  // with the indent: where what a flag does begins

constexpr std::string_view kProgramExamples = R"(plansok search 'Bostad först' --facet committee
plansok search '"skyddat boende" ELLER avhysning' --year 2023..2025
plansok table nämnd år hemlöshet
plansok COMMAND --help             more of each command
man plansok                        all of it, with the query language)";

constexpr std::string_view kEnding = R"(
Exit status: 0 something was found, 1 nothing was, 2 wrong use, 3 trouble with the server or the output.
Settings: a flag goes before the environment (PLANSOK_SERVER, NO_COLOR, PAGER), that before
  ~/.config/plansok/config.toml (server, color, pager, limit).
)";

// "  NAME      what it does", wrapped beside the name.
std::string Entry(const std::string& name, const std::string& text) {
  std::string lines = Wrapped(Terminal{}, kNameColumns, text);
  const std::string head = std::string(kIndent, ' ') + name;
  if (Width(head) >= kNameColumns) return head + '\n' + lines;
  return lines.replace(0, head.size(), head);
}

std::string FlagName(const CLI::Option& option) {
  std::string name = option.get_name(false, true);
  if (TakesValue(option)) name += ' ' + option.get_type_name();
  return name;
}

std::string Flags(const CLI::App& app, const std::string& group) {
  std::string text;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group() == group) text += Entry(FlagName(*option), option->get_description());
  }
  return text.empty() ? "" : '\n' + group + ":\n" + text;
}

std::string Indented(std::string_view lines) {
  std::string text = "  ";
  for (const char c : lines) text += c == '\n' ? "\n  " : std::string(1, c);
  return text + '\n';
}

}  // namespace

std::string ProgramHelp(const CLI::App& app, const std::vector<Command>& commands) {
  std::string text =
      fmt::format("{}\n\nUsage: plansok COMMAND [FLAGS]\n\nCommands:\n", app.get_description());
  for (const Command& command : commands)
    text += Entry(std::string(command.name), std::string(command.summary));
  return text + Flags(app, kCommonFlags) + "\nExamples:\n" + Indented(kProgramExamples) +
         std::string(kEnding);
}

std::string CommandHelp(const CLI::App& app, const Command& command) {
  std::string text = fmt::format("{}.\n\nUsage: plansok {}{}{} [FLAGS]\n", command.summary, command.name,
                                 command.words.empty() ? "" : " ", command.words);
  for (const char* group : {kOwnFlags, kFilterFlags, kCommonFlags}) text += Flags(app, group);
  return text + "\nExamples:\n" + Indented(command.examples);
}

}  // namespace plansok::client
