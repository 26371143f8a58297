#include "client/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <sstream>

#include "client/command_line.h"
#include "client/flags.h"
#include "client/labels.h"
#include "client/names.h"
#include "client/rpc.h"

namespace plansok::client {
namespace {

// A person waits at the keyboard: without a server there are no ids to offer, and that is no error.
constexpr std::chrono::milliseconds kPatience{400};

using Candidates = std::vector<Candidate>;

// Facets whose values a flag's value or a word may be, by the names in help.
struct Source {
  std::string_view type;
  const char* facet;
  std::string_view prefix;  // of the value, where it is a resource name
};
constexpr std::array<Source, 8> kSources = {{{"COMMITTEE", "committee", ""},
                                             {"GOAL", "goal", ""},
                                             {"FAMILY", "goal_family", ""},
                                             {"AREA", "area", ""},
                                             {"YEARS", "year", ""},
                                             {"BODY", "body", ""},
                                             {"PLAN", "plan", ""},
                                             {"NAME", "plan", kPlansPrefix}}};

// What has been typed so far and bears on what comes next.
struct Typed {
  std::string server;
  std::string committee;  // of --committee
};

Candidates FromServer(const Source& source, const Typed& before) {
  v1::SearchRequest request;
  request.set_page_size(0);
  request.add_facets(source.facet);
  // A committee's own years; of other facets, a filter of the same field is ignored anyhow.
  const bool is_year = std::string_view(source.facet) == "year";
  if (is_year && !before.committee.empty()) request.mutable_filters()->add_committees(before.committee);
  const auto answer = Rpc(before.server, kPatience).Search(request);
  Candidates candidates;
  if (!answer.ok()) return candidates;
  for (const v1::Facet& facet : answer->facets()) {
    for (const v1::FacetValue& value : facet.values())
      candidates.push_back({std::string(source.prefix) + value.value(), value.label()});
  }
  return candidates;
}

// Names in one language, each described by the other; those in the other where only they begin as typed.
Candidates FromNames(const std::vector<NamePair>& names, std::string_view typed) {
  Candidates first;
  Candidates second;
  for (const NamePair& pair : names) {
    first.push_back({std::string(pair.name), std::string(pair.other)});
    second.push_back({std::string(pair.other), std::string(pair.name)});
  }
  const bool fits = std::any_of(first.begin(), first.end(),
                                [&](const Candidate& name) { return name.word.starts_with(typed); });
  return fits ? first : second;
}

std::vector<NamePair> Swapped(std::vector<NamePair> names) {
  for (NamePair& pair : names) std::swap(pair.name, pair.other);
  return names;
}

// Of a list with commas between, what may come last: what stands in it already may not.
Candidates ListItems(const std::vector<std::string_view>& names, std::string_view typed) {
  const std::size_t comma = typed.rfind(',');
  const std::string before(typed.substr(0, comma == std::string_view::npos ? 0 : comma + 1));
  Candidates candidates;
  for (const std::string_view name : names) {
    if ((',' + before).find(fmt::format(",{},", name)) != std::string::npos) continue;
    candidates.push_back({before + std::string(name), ""});
  }
  return candidates;
}

// Plans, or the years of the committee that has been named.
Candidates ComparisonSides(const Typed& before) {
  if (before.committee.empty()) return FromServer({"", "plan", ""}, before);
  return FromServer({"", "year", ""}, before);
}

// Values of the type that help calls `type`.
Candidates Values(std::string_view type, std::string_view typed, const Typed& before) {
  if (type == "BASE" || type == "OTHER") return ComparisonSides(before);
  if (type == "FIELD" || type == "ROWS" || type == "COLUMNS") return FromNames(FacetNames(), typed);
  if (type == "KIND") return FromNames(Swapped(KindNames()), typed);
  if (type == "ORIGIN") return FromNames(Swapped(OriginNames()), typed);
  if (type == "ORDER") return FromNames(OrderNames(), typed);
  if (type == "CHANGE") return ListItems({"kept", "reworded", "new", "gone"}, typed);
  if (type == "SEPARATOR") return FromNames(SeparatorNames(), typed);
  if (type == "WHEN") return {{"auto", "on a terminal"}, {"always", ""}, {"never", ""}};
  const auto* source =
      std::find_if(kSources.begin(), kSources.end(), [&](const Source& row) { return row.type == type; });
  return source == kSources.end() ? Candidates() : FromServer(*source, before);
}

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

Candidates FlagsOf(const CLI::App& app) {
  Candidates candidates;
  for (const CLI::Option* option : app.get_options()) {
    const std::string& name = option->get_lnames().front();
    candidates.push_back({"--" + name, option->get_description()});
  }
  return candidates;
}

// "--kind=upp": the values, with the flag before them.
Candidates ValuesOfFlag(const CommandLine& line, const Position& position, const std::string& current) {
  const std::size_t equals = current.find('=');
  const CLI::Option* flag = FindFlag(AppOf(line, position), current.substr(0, equals));
  if (flag == nullptr || !TakesValue(*flag)) return {};
  Candidates candidates = Values(flag->get_type_name(), current.substr(equals + 1), position.typed);
  for (Candidate& candidate : candidates) candidate.word.insert(0, current, 0, equals + 1);
  return candidates;
}

Candidates CommandsOf(const CommandLine& line) {
  Candidates candidates;
  for (const auto& command : line.commands()) {
    if (!command.definition.hidden)
      candidates.push_back({std::string(command.definition.name), std::string(command.definition.summary)});
  }
  return candidates;
}

Candidates AllAt(const CommandLine& line, const Position& position, const std::string& current) {
  if (position.waiting != nullptr) return Values(position.waiting->get_type_name(), current, position.typed);
  if (!position.only_words && current.starts_with('-')) {
    return current.find('=') == std::string::npos ? FlagsOf(AppOf(line, position))
                                                  : ValuesOfFlag(line, position, current);
  }
  if (position.command == nullptr) return CommandsOf(line);
  return Values(TypeOfWord(position.command->definition.words, position.words), current, position.typed);
}

}  // namespace

std::vector<Candidate> Complete(const std::vector<std::string>& words, const Settings& settings) {
  const CommandLine line(settings);
  Position position;
  position.typed.server = settings.server;
  const std::string current = words.empty() ? "" : words.back();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) Take(line, words[i], position);
  Candidates candidates = AllAt(line, position, current);
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](const Candidate& each) { return !each.word.starts_with(current); }),
                   candidates.end());
  return candidates;
}

std::string FormatCandidates(const std::vector<Candidate>& candidates) {
  std::string lines;
  for (const Candidate& candidate : candidates)
    lines += Printable(candidate.word) + '\t' + Printable(candidate.description) + '\n';
  return lines;
}

}  // namespace plansok::client
