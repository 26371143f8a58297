#include "text/compound_lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "text/affix_file.h"
#include "text/encoding.h"
#include "text/file_bytes.h"
#include "text/normalize.h"

namespace plansok::text {
namespace {

// Flags of sv_SE.aff.
constexpr char kPermit = 'W';      // on a suffix: the form may stand within a compound
constexpr char kBegin = 'X';       // the word as it is may begin one
constexpr char kMiddle = 'U';      // or stand in its middle
constexpr char kOnlyInside = 'Z';  // the entry is no word of its own
constexpr char kEnd = 'Y';         // the word may end one
constexpr std::string_view kNounFlags = "BCDEFGHI";
constexpr std::string_view kVerbFlags = "mKL";

struct Entry {
  std::string word;
  std::string flags;

  bool Has(char flag) const { return flags.find(flag) != std::string::npos; }
  bool HasAny(std::string_view any) const { return flags.find_first_of(any) != std::string::npos; }
  bool IsVerb() const { return word.ends_with('a') && HasAny(kVerbFlags); }
  bool IsNoun() const { return !IsVerb() ? HasAny(kNounFlags) : HasAny("EG"); }
  bool IsAdjective() const { return !IsVerb() && HasAny("OQMP"); }
};

// How a class of suffixes turns a word into a modifier: gata, strip a, add u.
struct ModifierRule {
  std::string strip;
  std::string add;
  std::string condition;
};
using ModifierRules = std::array<std::vector<ModifierRule>, 256>;  // by flag, a single byte each

std::string_view LastLetter(std::string_view word) {
  std::size_t letter = word.size() - 1;
  while (letter > 0 && (static_cast<unsigned char>(word[letter]) & 0xC0U) == 0x80U) --letter;
  return word.substr(letter);
}

// "[aeo]" or "[^aeo]".
bool InSet(std::string_view letter, std::string_view brackets) {
  const std::string_view set = brackets.substr(1, brackets.size() - 2);
  const bool negated = set.starts_with('^');
  return (set.find(letter) != std::string_view::npos) != negated;
}

// Whether `word` ends as a condition of the affix file says: letters, and sets of letters in brackets.
bool EndsAs(std::string_view word, std::string_view condition) {
  while (!condition.empty() && condition != ".") {
    if (word.empty()) return false;
    const std::string_view last = LastLetter(word);
    if (condition.back() == ']') {
      const std::size_t open = condition.rfind('[');
      if (open == std::string_view::npos || !InSet(last, condition.substr(open))) return false;
      condition = condition.substr(0, open);
    } else {
      if (!condition.ends_with(last)) return false;
      condition.remove_suffix(last.size());
    }
    word.remove_suffix(last.size());
  }
  return true;
}

constexpr const char* kUtf8 = "UTF-8";

// The suffixes whose forms may stand within a compound.
ModifierRules ReadRules(const std::string& affix) {
  ModifierRules rules;
  for (const SuffixLine& line : ParseAffixFile(affix).suffixes) {
    if (line.flags.find(kPermit) == std::string_view::npos) continue;
    rules.at(line.flag).push_back(
        {std::string(line.strip), std::string(line.add), std::string(line.condition)});
  }
  return rules;
}

std::vector<Entry> ReadEntries(std::string_view dictionary) {
  std::vector<Entry> entries;
  entries.reserve(static_cast<std::size_t>(std::count(dictionary.begin(), dictionary.end(), '\n')));
  std::size_t begin = dictionary.find('\n');  // after the count
  while (begin < dictionary.size()) {
    const std::size_t end = std::min(dictionary.find('\n', ++begin), dictionary.size());
    std::string_view line = dictionary.substr(begin, end - begin);
    begin = end;
    line = line.substr(0, line.find_first_of(" \t\r"));
    const std::size_t slash = std::min(line.find('/'), line.size());
    Entry entry{std::string(line.substr(0, slash)),
                std::string(line.substr(std::min(slash + 1, line.size())))};
    if (entry.word.ends_with('-')) {  // gatu-: listed as a first part only
      entry.word.pop_back();
      entry.flags = {kBegin, kOnlyInside};
    }
    const bool odd = entry.word.find_first_of("-.:0123456789") != std::string::npos;
    if (entry.word.size() > 1 && !odd) entries.push_back(std::move(entry));
  }
  return entries;
}

class Builder {
 public:
  Builder(ModifierRules rules, std::vector<Entry> entries)
      : rules_(std::move(rules)), entries_(std::move(entries)) {}

  CompoundLexicon Build() {
    lexicon_.heads.reserve(entries_.size());
    lexicon_.modifiers.reserve(entries_.size());
    for (const Entry& entry : entries_) AddWord(entry);
    for (const Entry& entry : entries_) AddInsideForm(entry);
    for (const Entry& entry : entries_) AddByRule(entry);
    return std::move(lexicon_);
  }

 private:
  void AddWord(const Entry& entry) {
    if (entry.Has(kOnlyInside)) return;
    const std::string word = NormalizeWord(entry.word);
    if (word == entry.word) AddHead(entry);
    if (!entry.IsNoun() && !entry.IsAdjective() && !entry.Has(kBegin) && !entry.Has('A')) return;
    if (entry.Has(kBegin) || entry.Has(kMiddle)) AddModifier(word, word, true);
    ForEachRule(entry, [&](const ModifierRule& rule) {
      AddModifier(word.substr(0, word.size() - rule.strip.size()) + rule.add, word, true);
    });
  }

  // The rules by which `entry` becomes a modifier.
  template <typename Use>
  void ForEachRule(const Entry& entry, Use use) const {
    for (const char flag : entry.flags) {
      for (const ModifierRule& rule : rules_[static_cast<unsigned char>(flag)]) {
        if (entry.word.ends_with(rule.strip) && EndsAs(entry.word, rule.condition)) use(rule);
      }
    }
  }

  void AddHead(const Entry& entry) {
    const bool licensed = entry.Has(kEnd);
    if (entry.IsVerb()) {
      AddHead(entry.word, {.verb = true, .licensed = licensed});
      if (entry.HasAny("BD")) AddHead(entry.word + "nde", {.licensed = licensed});
      if (entry.Has('P')) AddHead(entry.word + "d", {.licensed = licensed});
      if (entry.Has('T')) AddHead(entry.word + "re", {.licensed = licensed});
    }
    if (entry.IsNoun() || entry.IsAdjective()) AddHead(entry.word, {.licensed = licensed});
  }

  void AddHead(const std::string& lemma, Head reading) {
    const auto [head, added] = lexicon_.heads.try_emplace(lemma, reading);
    if (added) return;
    head->second.verb = head->second.verb && reading.verb;
    head->second.licensed = head->second.licensed || reading.licensed;
  }

  void AddModifier(const std::string& form, const std::string& lemma, bool licensed) {
    if (licensed) licensed_.insert(lemma);
    const auto [modifier, added] = lexicon_.modifiers.try_emplace(form, Modifier{lemma, licensed});
    // One form of two words: the word itself rather than another's form.
    if (!added && licensed && form == lemma) modifier->second = {lemma, true};
  }

  // arbets-, hälso-, familje-: forms listed without saying of which word.
  void AddInsideForm(const Entry& entry) {
    if (!entry.Has(kOnlyInside) && !(entry.Has(kBegin) && !lexicon_.heads.contains(entry.word))) return;
    const std::string lemma = LemmaOfInsideForm(entry.word);
    licensed_.insert(lemma);
    const bool direct = entry.Has(kBegin) || entry.Has(kMiddle) || entry.Has('s');
    if (direct) SetInside(entry.word, lemma);
    ForEachRule(entry, [&](const ModifierRule& rule) {
      SetInside(entry.word.substr(0, entry.word.size() - rule.strip.size()) + rule.add, lemma);
    });
  }

  void SetInside(const std::string& form, const std::string& lemma) {
    const auto [modifier, added] = lexicon_.modifiers.try_emplace(form, Modifier{lemma, true});
    if (!added && !modifier->second.licensed) modifier->second = {lemma, true};
  }

  std::string LemmaOfInsideForm(const std::string& form) const {
    if (form.ends_with('o') || form.ends_with('u')) {  // vecko- is of vecka, not of veck
      std::string lemma = form.substr(0, form.size() - 1) + 'a';
      if (lexicon_.heads.contains(lemma)) return lemma;
    }
    std::vector<std::string> bases = {form};
    for (const std::string_view link : {"s", "e", "o", "u", "es", "i"}) {
      if (form.ends_with(link) && form.size() > link.size() + 2)
        bases.push_back(form.substr(0, form.size() - link.size()));
    }
    for (const std::string_view ending : {"", "a", "e", "are", "um"}) {
      for (const std::string& base : bases) {
        const std::string lemma = base + std::string(ending);
        const auto head = lexicon_.heads.find(lemma);
        if (head != lexicon_.heads.end() && !head->second.verb) return lemma;
      }
    }
    return form;
  }

  // What any noun may do, whether the dictionary says so or not.
  void AddByRule(const Entry& entry) {
    if (entry.Has(kOnlyInside) || entry.word.size() < 3 || !entry.IsNoun()) return;
    const std::string word = NormalizeWord(entry.word);
    if (licensed_.contains(word)) return;
    AddModifier(word, word, false);
    if (!word.ends_with('s') && !word.ends_with('a') && !word.ends_with('e'))
      AddModifier(word + "s", word, false);
    if (word.ends_with('a') && word.size() > 4) AddModifier(word.substr(0, word.size() - 1), word, false);
    if (word.ends_with('e')) AddModifier(word.substr(0, word.size() - 1) + "s", word, false);
    if (word.ends_with("are")) AddModifier(word.substr(0, word.size() - 1), word, false);
  }

  ModifierRules rules_;
  std::vector<Entry> entries_;
  CompoundLexicon lexicon_;
  WordSet licensed_;  // lemmas whose modifiers the dictionary names
};

}  // namespace

absl::StatusOr<CompoundLexicon> CompoundLexicon::Load(const std::filesystem::path& affix,
                                                      const std::filesystem::path& dictionary) {
  absl::StatusOr<std::string> rules = ReadFileBytes(affix);
  if (!rules.ok()) return rules.status();
  absl::StatusOr<std::string> entries = ReadFileBytes(dictionary);
  if (!entries.ok()) return entries.status();
  if (const std::string encoding(ParseAffixFile(*rules).encoding); !encoding.empty() && encoding != kUtf8) {
    *rules = ConvertEncoding(kUtf8, encoding, *rules);
    *entries = ConvertEncoding(kUtf8, encoding, *entries);
  }
  return Builder(ReadRules(*rules), ReadEntries(*entries)).Build();
}

}  // namespace plansok::text
