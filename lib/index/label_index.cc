#include "index/label_index.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "index/memory_of.h"
#include "index/suggestion_table.h"
#include "text/normalize.h"
#include "text/tokenizer.h"

namespace plansok::index {
namespace {

/// Those that people know by name, and complete without naming the field.
constexpr std::array kNamedFields = {query::Field::kCommittee, query::Field::kGoal, query::Field::kArea,
                                     query::Field::kBody};

}  // namespace

LabelIndex::LabelIndex(const FacetTable& facets, const std::vector<std::uint32_t>& tuple_of)
    : counts_(facets.value_count()), labels_(facets.value_count()) {
  for (std::size_t docid = 1; docid < tuple_of.size(); ++docid) {
    for (const std::uint32_t value : facets.tuple(tuple_of[docid])) ++counts_[value];
  }
  for (const query::Field field : query::kAllFields) {
    const bool named = std::find(kNamedFields.begin(), kNamedFields.end(), field) != kNamedFields.end();
    for (const std::uint32_t value : facets.ValuesOf(field)) {
      for (text::Token& token : text::Tokenize(facets.value(value).label)) {
        if (named) words_.push_back({text::FoldWord(token.word), token.word, value});
        labels_[value].push_back(std::move(token.word));
      }
      if (named) continue;
      for (text::Token& token : text::Tokenize(facets.value(value).value)) {
        labels_[value].push_back(std::move(token.word));
      }
    }
  }
  std::sort(words_.begin(), words_.end(), [](const LabelWord& a, const LabelWord& b) {
    return std::tie(a.folded, a.value) < std::tie(b.folded, b.value);
  });
}

std::vector<std::uint32_t> LabelIndex::Complete(std::string_view typed) const {
  std::vector<std::uint32_t> values;
  if (typed.empty()) return values;
  const std::string folded = text::FoldWord(typed);
  auto word = std::lower_bound(words_.begin(), words_.end(), folded,
                               [](const LabelWord& a, const std::string& b) { return a.folded < b; });
  for (; word != words_.end() && word->folded.starts_with(folded); ++word) {
    if (BeginsAsTyped(word->word, typed)) values.push_back(word->value);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

bool LabelIndex::HasBeginning(std::uint32_t value, std::string_view typed) const {
  return std::any_of(labels_[value].begin(), labels_[value].end(),
                     [&](const std::string& word) { return BeginsAsTyped(word, typed); });
}

std::size_t LabelIndex::bytes() const {
  std::size_t bytes = HeapBytesOf(counts_) + HeapBytes(words_.capacity() * sizeof(LabelWord)) +
                      HeapBytes(labels_.capacity() * sizeof(std::vector<std::string>));
  for (const LabelWord& word : words_) bytes += HeapBytesOf(word.folded) + HeapBytesOf(word.word);
  for (const std::vector<std::string>& label : labels_) bytes += MemoryOf(label);
  return bytes;
}

}  // namespace plansok::index
