#include "client/completion.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "client/arguments.h"
#include "client/command_line.h"
#include "client/completion_values.h"
#include "client/flags.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

// "ROWS COLUMNS [QUERY...]" and 1 give "COLUMNS"; what may be repeated stands for all that follow.
std::string TypeOfWord(std::string_view usage, std::size_t number) {
  std::istringstream stream{std::string(usage)};
  std::string type;
  for (std::size_t i = 0; i <= number; ++i) {
    std::string next;
    if (stream >> next) {
      type = next;
    } else if (type.find("...") == std::string::npos) {
      return "";
    }
  }
  type.erase(
      std::remove_if(type.begin(), type.end(), [](char c) { return c == '[' || c == ']' || c == '.'; }),
      type.end());
  return type;
}

// What stands before the word that is completed.
struct Position {
  const CommandLine::Entry* command = nullptr;
  std::size_t words = 0;                 // after the command
  const CLI::Option* waiting = nullptr;  // a flag whose value comes now
  bool only_words = false;               // after "--"
  Typed typed;
};

const CLI::App& AppOf(const CommandLine& line, const Position& position) {
  return position.command == nullptr ? line.app() : *position.command->app;
}

const CLI::Option* FindFlag(const CLI::App& app, const std::string& name) {
  const auto options = app.get_options([&](const CLI::Option* option) { return option->check_name(name); });
  return options.empty() ? nullptr : options.front();
}

void TakeValue(const CLI::Option& flag, const std::string& value, Typed& typed) {
  if (flag.check_name("--server")) typed.server = value;
  if (flag.check_name("--committee")) typed.committee = value;
}

void TakeFlag(const CommandLine& line, const std::string& word, Position& position) {
  const std::size_t equals = word.find('=');
  const CLI::Option* flag = FindFlag(AppOf(line, position), word.substr(0, equals));
  if (flag == nullptr || !TakesValue(*flag)) return;
  if (equals == std::string::npos) position.waiting = flag;
  if (equals != std::string::npos) TakeValue(*flag, word.substr(equals + 1), position.typed);
}

void Take(const CommandLine& line, const std::string& word, Position& position) {
  if (position.waiting != nullptr) {
    TakeValue(*position.waiting, word, position.typed);
    position.waiting = nullptr;
  } else if (position.only_words || !word.starts_with("--")) {
    if (position.command != nullptr) {
      ++position.words;
      return;
    }
    const auto& all = line.commands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& entry) { return entry.definition.name == word; });
    if (found != all.end()) position.command = &*found;
  } else if (word == "--") {
    position.only_words = true;
  } else {
    TakeFlag(line, word, position);
  }
}

Candidates FlagsOf(const CLI::App& app, std::string_view typed) {
  Candidates candidates;
  for (const CLI::Option* option : app.get_options()) {
    const std::string& name = option->get_lnames().front();
    candidates.push_back({"--" + name, option->get_description()});
  }
  KeepBegun(candidates, typed);
  return candidates;
}

// "--kind=upp": the values, with the flag before them.
Candidates ValuesOfFlag(const CommandLine& line, const Position& position, const std::string& current) {
  const std::size_t equals = current.find('=');
  const CLI::Option* flag = FindFlag(AppOf(line, position), current.substr(0, equals));
  if (flag == nullptr || !TakesValue(*flag)) return {};
  Candidates candidates = ValuesFor(flag->get_type_name(), current.substr(equals + 1), position.typed);
  for (Candidate& candidate : candidates) candidate.word.insert(0, current, 0, equals + 1);
  return candidates;
}

Candidates CommandsOf(const CommandLine& line, std::string_view typed) {
  Candidates candidates;
  for (const auto& command : line.commands())
    candidates.push_back({std::string(command.definition.name), std::string(command.definition.summary)});
  KeepBegun(candidates, typed);
  return candidates;
}

Candidates At(const CommandLine& line, const Position& position, const std::string& current) {
  if (position.waiting != nullptr)
    return ValuesFor(position.waiting->get_type_name(), current, position.typed);
  if (!position.only_words && current.starts_with('-')) {
    return current.find('=') == std::string::npos ? FlagsOf(AppOf(line, position), current)
                                                  : ValuesOfFlag(line, position, current);
  }
  if (position.command == nullptr) return CommandsOf(line, current);
  const std::string type = TypeOfWord(position.command->definition.words, position.words);
  return type == "COMMAND" ? CommandsOf(line, current) : ValuesFor(type, current, position.typed);
}

}  // namespace

std::vector<Candidate> Complete(const std::vector<std::string>& words, const Settings& settings) {
  const CommandLine line(settings);
  Position position;
  position.typed.server = settings.server;
  const std::string current = words.empty() ? "" : words.back();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) Take(line, words[i], position);
  return At(line, position, current);
}

std::string FormatCandidates(const std::vector<Candidate>& candidates) {
  std::string lines;
  for (const Candidate& candidate : candidates)
    lines += Printable(candidate.word) + '\t' + Printable(candidate.description) + '\n';
  return lines;
}

}  // namespace plansok::client
