#include "client/flags.h"

#include <CLI/CLI.hpp>
#include <array>

namespace plansok::client {
namespace {

struct FilterFlag {
  const char* name;
  std::vector<std::string> FilterOptions::*values;
  const char* type;
  const char* help;
};

constexpr std::array<FilterFlag, 9> kFilters = {
    {{"--committee", &FilterOptions::committees, "COMMITTEE",
      "Only this committee's plans, named by id, label, or words that only it has"},
     {"--goal", &FilterOptions::goals, "GOAL", "Only this goal"},
     {"--goal-family", &FilterOptions::goal_families, "FAMILY", "Only goals of this family"},
     {"--area", &FilterOptions::areas, "AREA", "Only this area"},
     {"--year", &FilterOptions::years, "YEARS",
      "Only plans for this year, or from one to another: 2023..2025"},
     {"--kind", &FilterOptions::kinds, "KIND",
      "Only mål, inriktning, uppdrag, omhändertagande, indikator, program or text"},
     {"--origin", &FilterOptions::origins, "ORIGIN",
      "Only assignments by kommunfullmäktige or by nämnden itself"},
     {"--body", &FilterOptions::bodies, "BODY", "Only assignments to or with this committee or company"},
     {"--plan", &FilterOptions::plans, "PLAN", "Only this plan"}}};

}  // namespace

bool TakesValue(const CLI::Option& flag) { return flag.get_items_expected_max() > 0; }

void AddListFlag(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                 const std::string& type, const std::string& help) {
  app.add_option(name, values, help)->type_name(type)->allow_extra_args(false)->group(kOwnFlags);
}

void AddNumberFlag(CLI::App& app, const std::string& name, int& value, int least, int most,
                   const std::string& help) {
  app.add_option(name, value, help)
      ->type_name("N")
      ->check(CLI::Range(least, most).description(""))  // help says it in words
      ->group(kOwnFlags);
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
