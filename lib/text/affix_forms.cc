#include "text/affix_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "text/affix_file.h"
#include "text/code_points.h"
#include "text/file_bytes.h"
#include "text/ocr_data.h"
#include "text/ocr_trie.h"

namespace plansok::text {
namespace {

using LetterSet = std::bitset<256>;

struct SuffixRule {
  std::string strip;
  std::string add;
  std::string flags;                 // of the form it makes
  std::vector<LetterSet> condition;  // what the word must end in
};

struct AffixTable {
  std::array<std::vector<SuffixRule>, 256> rules;
  char forbidden = 0;
  char need_affix = 0;
  char only_in_compound = 0;
  char compound_begin = 0;
  char compound_middle = 0;
};

bool Has(std::string_view flags, char flag) {
  return flag != 0 && flags.find(flag) != std::string_view::npos;
}

// "[^ab]c." as one set a position.
std::vector<LetterSet> ParseCondition(std::string_view condition) {
  std::vector<LetterSet> sets;
  std::optional<LetterSet> open;
  bool negated = false;
  for (const char32_t c : DecodeUtf8(condition)) {
    const std::size_t bit = c < 256 ? c : 0;
    if (c == U'[') {
      open.emplace();
      negated = false;
    } else if (c == U']' && open) {
      sets.push_back(negated ? ~*open : *open);
      open.reset();
    } else if (c == U'^' && open) {
      negated = true;
    } else if (open) {
      open->set(bit);
    } else {
      sets.push_back(c == U'.' ? LetterSet().set() : LetterSet().set(bit));
    }
  }
  return sets;
}

// Nothing where it makes forms that no trie holds.
std::optional<SuffixRule> ToRule(const SuffixLine& line) {
  const std::optional<std::string> strip = ToTrieLetters(line.strip);
  const std::optional<std::string> add = ToTrieLetters(line.add);
  if (!strip || !add) return std::nullopt;
  return SuffixRule{*strip, *add, std::string(line.flags), ParseCondition(line.condition)};
}

AffixTable ToTable(const AffixFile& file) {
  AffixTable table;
  for (const SuffixLine& line : file.suffixes) {
    if (std::optional<SuffixRule> rule = ToRule(line)) table.rules.at(line.flag).push_back(std::move(*rule));
  }
  const auto flag = [&](std::string_view name) {
    const auto found = file.options.find(name);
    return found == file.options.end() ? '\0' : found->second;
  };
  table.forbidden = flag("FORBIDDENWORD");
  table.need_affix = flag("NEEDAFFIX");
  table.only_in_compound = flag("ONLYINCOMPOUND");
  table.compound_begin = flag("COMPOUNDBEGIN");
  table.compound_middle = flag("COMPOUNDMIDDLE");
  return table;
}

bool Applies(const SuffixRule& rule, const std::string& word) {
  const std::vector<LetterSet>& condition = rule.condition;
  if (condition.size() > word.size() || !std::string_view(word).ends_with(rule.strip)) {
    return false;
  }
  const std::size_t first = word.size() - condition.size();
  for (std::size_t i = 0; i < condition.size(); ++i) {
    if (!condition[i].test(static_cast<unsigned char>(word[first + i]))) {
      return false;
    }
  }
  return true;
}

class Expander {
 public:
  explicit Expander(const AffixTable& table) : table_(table) {}

  void Expand(const std::string& word, std::string_view flags) {
    if (Has(flags, table_.forbidden)) {
      return;
    }
    if (!Has(flags, table_.need_affix)) {
      Keep(word, flags);
    }
    for (const char flag : flags) {
      for (const SuffixRule& rule : table_.rules[static_cast<unsigned char>(flag)]) {
        if (Applies(rule, word)) {
          Keep(word.substr(0, word.size() - rule.strip.size()) + rule.add, rule.flags);
        }
      }
    }
  }

  std::vector<AffixForm> Take() {
    std::sort(forms_.begin(), forms_.end(),
              [](const AffixForm& a, const AffixForm& b) { return a.spelling < b.spelling; });
    std::vector<AffixForm> merged;
    merged.reserve(forms_.size());
    for (AffixForm& form : forms_) {
      if (merged.empty() || merged.back().spelling != form.spelling) {
        merged.push_back(std::move(form));
      } else {
        merged.back().word |= form.word;
        merged.back().modifier |= form.modifier;
      }
    }
    return merged;
  }

 private:
  void Keep(std::string form, std::string_view flags) {
    const bool modifier = Has(flags, table_.compound_begin) || Has(flags, table_.compound_middle);
    const bool word = !Has(flags, table_.only_in_compound);
    if (!form.empty() && (word || modifier)) {
      forms_.push_back({std::move(form), word, modifier});
    }
  }

  const AffixTable& table_;
  std::vector<AffixForm> forms_;
};

}  // namespace

absl::StatusOr<std::vector<AffixForm>> ExpandDictionary(const std::filesystem::path& affix_file,
                                                        const std::filesystem::path& dictionary_file) {
  const absl::StatusOr<std::string> affixes = ReadFileBytes(affix_file);
  if (!affixes.ok()) {
    return affixes.status();
  }
  const absl::StatusOr<std::string> dictionary = ReadFileBytes(dictionary_file);
  if (!dictionary.ok()) {
    return dictionary.status();
  }
  const AffixFile file = ParseAffixFile(*affixes);
  if (file.encoding != "UTF-8") {
    return absl::InvalidArgumentError(fmt::format("{}: not a UTF-8 affix file", affix_file.string()));
  }
  const AffixTable table = ToTable(file);
  Expander expander(table);
  std::string_view rest = *dictionary;
  while (const std::optional<std::string_view> line = TakePiece(rest, '\n')) {
    const std::string_view entry = line->substr(0, line->find_first_of(" \t\r"));
    const std::size_t slash = std::min(entry.find('/'), entry.size());
    // An abbreviation's full stop is no letter, and often left out.
    const std::string_view letters = entry.substr(0, entry.find_last_not_of('.', slash - 1) + 1);
    if (const std::optional<std::string> word = ToTrieLetters(letters); word && !word->empty()) {
      expander.Expand(*word, slash < entry.size() ? entry.substr(slash + 1) : std::string_view());
    }
  }
  return expander.Take();
}

}  // namespace plansok::text
