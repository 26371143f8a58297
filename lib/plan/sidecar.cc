#include "plan/sidecar.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "plan/years.h"

namespace plansok::plan {
namespace {

absl::Status Refuse(const std::string& name, const toml::source_region& where, std::string_view what) {
  return absl::InvalidArgumentError(fmt::format("{}:{}: {}", name, where.begin.line, what));
}

/// Reads an array whose values are all of one sort; false where one is not.
template <typename Value>
bool ReadArray(const toml::node& node, std::vector<Value>& values) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return false;
  for (const toml::node& element : *array) {
    const auto value = element.value_exact<Value>();
    if (!value) return false;
    values.push_back(*value);
  }
  return true;
}

bool IsLine(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return std::iscntrl(static_cast<unsigned char>(c)) != 0; });
}

/// False also where a name has no letter that an id could be made of.
bool ReadCommittees(const toml::node& node, const Vocabulary& vocabulary, DocumentFacts& facts) {
  std::vector<std::string> names;
  if (!ReadArray(node, names)) return false;
  facts.committees.clear();
  for (const std::string& name : names) {
    const auto known = vocabulary.Committee(name);
    const Named committee = known ? *known : Named{Slug(name), name};
    if (committee.id.empty() || !IsLine(name)) return false;
    const auto same = [&committee](const Named& other) { return other.id == committee.id; };
    if (std::ranges::none_of(facts.committees, same)) facts.committees.push_back(committee);
  }
  return true;
}

bool ReadYears(const toml::node& node, DocumentFacts& facts) {
  std::vector<int64_t> years;
  if (!ReadArray(node, years)) return false;
  const auto is_year = [](int64_t year) { return year >= kFirstYear && year <= kLastYear; };
  if (!std::ranges::all_of(years, is_year)) return false;
  facts.years.assign(years.begin(), years.end());
  std::sort(facts.years.begin(), facts.years.end());
  facts.years.erase(std::unique(facts.years.begin(), facts.years.end()), facts.years.end());
  return true;
}

bool ReadString(const toml::node& node, std::string& target) {
  const auto value = node.value_exact<std::string>();
  if (!value || !IsLine(*value)) return false;
  target = *value;
  return true;
}

absl::Status Apply(const toml::table& table, const std::string& name, const Vocabulary& vocabulary,
                   DocumentFacts& facts) {
  for (const auto& [key, node] : table) {
    bool understood = false;
    if (key == "title") {
      understood = ReadString(node, facts.title);
    } else if (key == "document_kind") {
      understood = ReadString(node, facts.document_kind);
    } else if (key == "committees") {
      understood = ReadCommittees(node, vocabulary, facts);
    } else if (key == "years") {
      understood = ReadYears(node, facts);
    } else {
      return Refuse(
          name, node.source(),
          fmt::format("unknown key \"{}\": there are title, committees, years and document_kind", key.str()));
    }
    if (!understood)
      return Refuse(
          name, node.source(),
          fmt::format("\"{}\" has a value of the wrong sort: title and document_kind take a line of "
                      "text, committees names, years numbers from {} to {}",
                      key.str(), kFirstYear, kLastYear));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ApplySidecar(std::string_view toml, const std::string& name, const Vocabulary& vocabulary,
                          DocumentFacts& facts) {
  try {
    return Apply(toml::parse(toml), name, vocabulary, facts);
  } catch (const toml::parse_error& error) {
    return Refuse(name, error.source(), error.description());
  }
}

}  // namespace plansok::plan
