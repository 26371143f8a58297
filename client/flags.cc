#include "client/flags.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

namespace plansok::client {
namespace {

struct FilterFlag {
  const char* name;
  std::vector<std::string> FilterOptions::*values;
  const char* type;
  const char* field;  // of v1::Filters
  const char* lists;  // the command that prints all values there are; "" where help has them
  const char* help;
};

constexpr std::array<FilterFlag, 9> kFilters = {
    {{"--committee", &FilterOptions::committees, "COMMITTEE", "committees",
      "plansok search --facet committee --limit 0",
      "Only this committee's plans, named by id, label, or words that only it has"},
     {"--goal", &FilterOptions::goals, "GOAL", "goals", "plansok search --facet goal --limit 0 --values 0",
      "Only this goal"},
     {"--goal-family", &FilterOptions::goal_families, "FAMILY", "goal_families",
      "plansok search --facet goal_family --limit 0 --values 0", "Only goals of this family"},
     {"--area", &FilterOptions::areas, "AREA", "areas", "plansok search --facet area --limit 0",
      "Only this area"},
     {"--year", &FilterOptions::years, "YEARS", "years", "",
      "Only plans for this year, or from one to another: 2023..2025"},
     {"--kind", &FilterOptions::kinds, "KIND", "kinds", "",
      "Only mål, inriktning, uppdrag, omhändertagande, indikator, program or text"},
     {"--origin", &FilterOptions::origins, "ORIGIN", "origins", "",
      "Only assignments by kommunfullmäktige or by nämnden itself"},
     {"--body", &FilterOptions::bodies, "BODY", "bodies", "plansok search --facet body --limit 0 --values 0",
      "Only assignments to or with this committee or company"},
     {"--plan", &FilterOptions::plans, "PLAN", "plans", "plansok plans", "Only this plan"}}};

constexpr std::string_view kFilterPath = "filters.";

// "filters.committees[1]" without the filter's prefix and the number.
std::string_view FieldOf(std::string_view path) {
  if (path.starts_with(kFilterPath)) path.remove_prefix(kFilterPath.size());
  return path.substr(0, path.find('['));
}

const FilterFlag* FilterOf(std::string_view path) {
  const std::string_view field = FieldOf(path);
  const auto* found = std::find_if(kFilters.begin(), kFilters.end(),
                                   [&](const FilterFlag& flag) { return field == flag.field; });
  return found == kFilters.end() ? nullptr : found;
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
                                                 {"name", "NAME"},
                                                 {"rows", "ROWS"},
                                                 {"columns", "COLUMNS"},
                                                 {"base", "BASE"},
                                                 {"base_year", "BASE"},
                                                 {"other", "OTHER"},
                                                 {"other_year", "OTHER"},
                                                 {"changes", "--only"}}};

// Of ComparePlansRequest: the one committee whose years are compared.
constexpr std::string_view kCommitteeField = "committee";

}  // namespace

std::string NameOnCommandLine(std::string_view field) {
  if (field == kCommitteeField) return kFilters.front().name;
  if (const FilterFlag* filter = FilterOf(field)) return filter->name;
  const auto* found = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const NamedField& each) { return each.field == FieldOf(field); });
  return std::string(found == kFields.end() ? field : found->name);
}

std::string CommandThatLists(std::string_view field) {
  if (field == kCommitteeField) return kFilters.front().lists;
  const FilterFlag* filter = FilterOf(field);
  return filter == nullptr ? "" : filter->lists;
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
  app.add_option(name, value, help)->type_name("N")->group(kOwnFlags);
  SetRange(*app.get_option(name), least, most);
}

void AddFilterFlags(CLI::App& app, FilterOptions& filters) {
  for (const FilterFlag& flag : kFilters) {
    AddListFlag(app, flag.name, filters.*flag.values, flag.type, flag.help);
    app.get_option(flag.name)->group(kFilterFlags);
  }
}

void AddExactFlag(CLI::App& app, bool& exact_words) {
  app.add_flag("--exact", exact_words, "Search the words as typed: correct no typing mistake")
      ->group(kOwnFlags);
}

}  // namespace plansok::client
