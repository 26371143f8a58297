#include "client/flags.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "client/labels.h"

namespace plansok::client {
namespace {

struct FilterFlag {
  std::string name;
  std::string type;   // what help calls its value
  std::string field;  // of v1::Filters
  std::string facet;  // whose values it takes; "" where help has them all
  std::string help;
};

const std::array<FilterFlag, 9>& Filters() {
  static const std::array<FilterFlag, 9> filters = {
      {{"--committee", "COMMITTEE", "committees", "committee",
        "Only this committee's plans, named by id, label, or words that only it has"},
       {"--goal", "GOAL", "goals", "goal", "Only this goal"},
       {"--goal-family", "FAMILY", "goal_families", "goal_family", "Only goals of this family"},
       {"--area", "AREA", "areas", "area", "Only this area"},
       {"--year", "YEARS", "years", "year", "Only plans for this year, or from one to another: 2023..2025"},
       {"--kind", "KIND", "kinds", "", "Only " + OneOf(KindNames(), &NamePair::other)},
       {"--origin", "ORIGIN", "origins", "",
        "Only assignments by " + OneOf(OriginNames(), &NamePair::other) + " itself"},
       {"--body", "BODY", "bodies", "body", "Only assignments to or with this committee or company"},
       {"--plan", "PLAN", "plans", "plan", "Only this plan"}}};
  return filters;
}

// The first filter that `fits`; nullptr where there is none.
template <typename Fits>
const FilterFlag* FindFilter(Fits fits) {
  const auto* found = std::find_if(Filters().begin(), Filters().end(), fits);
  return found == Filters().end() ? nullptr : found;
}

constexpr std::string_view kFilterPath = "filters.";

// "filters.committees[1]" without the filter's prefix and the number.
std::string_view FieldOf(std::string_view path) {
  if (path.starts_with(kFilterPath)) path.remove_prefix(kFilterPath.size());
  return path.substr(0, path.find('['));
}

// Of ComparePlansRequest: the one committee whose years are compared.
constexpr std::string_view kCommitteeField = "committee";

const FilterFlag* FilterOf(std::string_view path) {
  const std::string_view field = path == kCommitteeField ? "committees" : FieldOf(path);
  return FindFilter([&](const FilterFlag& flag) { return flag.field == field; });
}

struct NamedField {
  std::string_view field;
  std::string_view name;
};
// Fields of requests that are no filters.
constexpr std::array<NamedField, 13> kFields = {{{"query", "the query"},
                                                 {"facets", "--facet"},
                                                 {"page_size", "--limit"},
                                                 {"order_by", "--order"},
                                                 {"context", "--context"},
                                                 {"name", "the name"},
                                                 {"rows", "ROWS"},
                                                 {"columns", "COLUMNS"},
                                                 {"base", "BASE"},
                                                 {"base_year", "BASE"},
                                                 {"other", "OTHER"},
                                                 {"other_year", "OTHER"},
                                                 {"changes", "--only"}}};

}  // namespace

std::string NameOnCommandLine(std::string_view field) {
  if (const FilterFlag* filter = FilterOf(field)) return filter->name;
  const auto* found = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const NamedField& each) { return each.field == FieldOf(field); });
  return std::string(found == kFields.end() ? field : found->name);
}

std::string CommandThatLists(std::string_view field) {
  const FilterFlag* filter = FilterOf(field);
  // What is no year is mistyped, and the error says how years are typed.
  if (filter == nullptr || filter->facet.empty() || filter->facet == "year") return "";
  if (filter->facet == "plan") return "plansok plans";
  return fmt::format("plansok search --facet {} --limit 0 --values 0", filter->facet);
}

std::string FacetOf(std::string_view type) {
  const FilterFlag* filter = FindFilter([&](const FilterFlag& flag) { return flag.type == type; });
  return filter == nullptr ? "" : filter->facet;
}

bool TakesValue(const CLI::Option& flag) { return flag.get_items_expected_max() > 0; }

void AddListFlag(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                 const std::string& type, const std::string& help) {
  app.add_option(name, values, help)->type_name(type)->allow_extra_args(false)->group(kOwnFlags);
}

void SetRange(CLI::Option& flag, double least, double most) {
  const auto check = [least, most](const std::string& typed) {
    double number = 0;
    const bool is_number = CLI::detail::lexical_cast(typed, number);
    return is_number && least <= number && number <= most
               ? std::string()
               : fmt::format("'{}' is no number from {} to {}", typed, least, most);
  };
  flag.check(check)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void AddNumberFlag(CLI::App& app, const std::string& name, int& value, int least, int most,
                   const std::string& help) {
  app.add_option(name, value, fmt::format("{} [{}]", help, value))->type_name("N")->group(kOwnFlags);
  SetRange(*app.get_option(name), least, most);
}

void AddFilterFlags(CLI::App& app, FilterOptions& filters) {
  for (const FilterFlag& flag : Filters()) {
    AddListFlag(app, flag.name, filters[flag.field], flag.type, flag.help);
    app.get_option(flag.name)->group(kFilterFlags);
  }
}

void AddExactFlag(CLI::App& app, bool& exact_words) {
  app.add_flag("--exact", exact_words, "Search the words as typed: correct no typing mistake")
      ->group(kOwnFlags);
}

}  // namespace plansok::client
