#include "plan/vocabulary_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "plan/facts.h"
#include "plan/years.h"

namespace plansok::plan {
namespace {

absl::Status Bad(const std::filesystem::path& file, const toml::source_region& where, std::string_view what) {
  return absl::InvalidArgumentError(fmt::format("{}:{}: {}", file.string(), where.begin.line, what));
}

// Reads one [[table]] of a file, key by key, into an entry.
class EntryReader {
 public:
  EntryReader(const std::filesystem::path& file, std::string_view table) : file_(file) {
    entry_.table = table;
  }

  absl::StatusOr<VocabularyEntry> Read(const toml::table& table) {
    for (const auto& [key, value] : table) {
      if (absl::Status status = ReadKey(key.str(), value); !status.ok()) return status;
    }
    if (!IsId(entry_.id)) return Bad(file_, table.source(), "an entry needs an id of the form [a-z0-9-]+");
    if (entry_.label.empty())
      return Bad(file_, table.source(), fmt::format("\"{}\" has no label", entry_.id));
    if (entry_.table == "goal" && entry_.family.empty()) entry_.family = entry_.id;
    if (from_ > to_)
      return Bad(file_, table.source(), fmt::format("\"{}\" ends before it begins", entry_.id));
    return std::move(entry_);
  }

 private:
  absl::Status ReadKey(std::string_view key, const toml::node& value) {
    if (key == "id") return Text(key, value, entry_.id);
    if (key == "label") return Text(key, value, entry_.label);
    if (key == "family") return Text(key, value, entry_.family);
    if (key == "kind") return Text(key, value, entry_.kind);
    if (key == "short") return Text(key, value, entry_.short_name);
    if (key == "aliases") return Texts(key, value, entry_.aliases);
    if (key == "administrations") return Texts(key, value, entry_.administrations);
    if (key == "from") return Year(key, value, from_);
    if (key == "to") return Year(key, value, to_);
    if (key == "years") return Years(key, value);
    return Bad(file_, value.source(), fmt::format("unknown key \"{}\"", key));
  }

  absl::Status Text(std::string_view key, const toml::node& value, std::string& out) const {
    const auto* text = value.as_string();
    if (text == nullptr || text->get().empty()) {
      return Bad(file_, value.source(), fmt::format("\"{}\" must be a text", key));
    }
    out = text->get();
    return absl::OkStatus();
  }

  absl::Status Texts(std::string_view key, const toml::node& value, std::vector<std::string>& out) const {
    const auto* texts = value.as_array();
    if (texts == nullptr)
      return Bad(file_, value.source(), fmt::format("\"{}\" must be a list of texts", key));
    for (const toml::node& each : *texts) {
      if (absl::Status status = Text(key, each, out.emplace_back()); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status Year(std::string_view key, const toml::node& value, int64_t& out) const {
    const auto* year = value.as_integer();
    if (year == nullptr || year->get() < kFirstYear || year->get() > kLastYear) {
      return Bad(file_, value.source(), fmt::format("\"{}\" must be a year", key));
    }
    out = year->get();
    return absl::OkStatus();
  }

  absl::Status Years(std::string_view key, const toml::node& value) const {
    const auto* years = value.as_array();
    if (years == nullptr)
      return Bad(file_, value.source(), fmt::format("\"{}\" must be a list of years", key));
    for (const toml::node& each : *years) {
      int64_t year = 0;
      if (absl::Status status = Year(key, each, year); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  const std::filesystem::path& file_;
  VocabularyEntry entry_;
  int64_t from_ = 0;
  int64_t to_ = 9999;
};

absl::StatusOr<toml::table> Parse(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return absl::NotFoundError(fmt::format("{}: no such file", file.string()));
  }
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& bad) {
    return Bad(file, bad.source(), bad.description());
  }
}

}  // namespace

absl::StatusOr<std::vector<VocabularyEntry>> ReadVocabularyFile(const std::filesystem::path& file,
                                                                const std::vector<std::string_view>& tables) {
  const absl::StatusOr<toml::table> root = Parse(file);
  if (!root.ok()) return root.status();
  std::vector<VocabularyEntry> entries;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& [name, node] : *root) {
    const auto* list = node.as_array();
    if (std::ranges::find(tables, name.str()) == tables.end() || list == nullptr) {
      return Bad(file, node.source(), fmt::format("unknown table \"{}\"", name.str()));
    }
    for (const toml::node& each : *list) {
      const auto* table = each.as_table();
      if (table == nullptr) return Bad(file, each.source(), fmt::format("write [[{}]]", name.str()));
      absl::StatusOr<VocabularyEntry> entry = EntryReader(file, name.str()).Read(*table);
      if (!entry.ok()) return entry.status();
      if (!seen.emplace(entry->table, entry->id).second) {
        return Bad(file, each.source(), fmt::format("\"{}\" stands here twice", entry->id));
      }
      entries.push_back(*std::move(entry));
    }
  }
  return entries;
}

}  // namespace plansok::plan
