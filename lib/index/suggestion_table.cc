#include "index/suggestion_table.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "index/memory_of.h"
#include "index/spelling.h"
#include "text/code_points.h"
#include "text/normalize.h"

namespace plansok::index {

bool BeginsAsTyped(std::string_view text, std::string_view typed) {
  std::size_t text_at = 0;
  std::size_t typed_at = 0;
  while (typed_at < typed.size()) {
    if (text_at == text.size()) return false;
    const char32_t letter = text::NextCodePoint(text, text_at);
    const char32_t wanted = text::NextCodePoint(typed, typed_at);
    if (letter != wanted && BareLetter(letter) != wanted) return false;
  }
  return true;
}

absl::StatusOr<SuggestionTable> SuggestionTable::From(const storage::SuggestionTable& stored) {
  const absl::Status damaged = absl::DataLossError("the table of suggestions cannot be read");
  SuggestionTable table;
  table.word_entries_ = stored.word_entries();
  table.docids_.reserve(static_cast<std::size_t>(stored.docid_steps_size()));
  int step = 0;
  for (const std::uint32_t count : stored.docid_counts()) {
    if (count > static_cast<std::uint32_t>(stored.docid_steps_size() - step)) return damaged;
    std::uint32_t docid = 0;
    for (std::uint32_t i = 0; i < count; ++i) table.docids_.push_back(docid += stored.docid_steps(step++));
    table.offsets_.push_back(static_cast<std::uint32_t>(table.docids_.size()));
  }
  if (stored.entries_size() != stored.texts_size() || stored.frequencies_size() != stored.texts_size()) {
    return damaged;
  }
  for (int i = 0; i < stored.texts_size(); ++i) {
    if (stored.entries(i) >= static_cast<std::uint32_t>(stored.docid_counts_size())) return damaged;
    table.texts_.push_back({.offset = static_cast<std::uint32_t>(table.letters_.size()),
                            .bytes = static_cast<std::uint32_t>(stored.texts(i).size()),
                            .entry = stored.entries(i),
                            .frequency = stored.frequencies(i)});
    table.letters_ += stored.texts(i);
  }
  return table;
}

/// The texts whose folded form begins with `folded`.
std::span<const SuggestionTable::TextEntry> SuggestionTable::Range(const std::string& folded) const {
  const auto beginning = [&](const TextEntry& text) {
    return text::FoldWord(ViewOf(text)).substr(0, folded.size());
  };
  const auto begin = std::lower_bound(
      texts_.begin(), texts_.end(), folded,
      [&](const TextEntry& text, const std::string& wanted) { return beginning(text) < wanted; });
  const auto end = std::upper_bound(
      begin, texts_.end(), folded,
      [&](const std::string& wanted, const TextEntry& text) { return wanted < beginning(text); });
  return {begin, end};
}

std::vector<SuggestionTable::Completion> SuggestionTable::Complete(std::string_view typed,
                                                                   std::size_t most) const {
  if (typed.empty()) return {};
  const std::string folded = text::FoldWord(typed);
  const std::span<const TextEntry> range = Range(folded);
  const auto first = static_cast<std::uint32_t>(range.data() - texts_.data());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // frequency of the entry, text
  for (std::uint32_t text = first; text < first + range.size(); ++text) {
    if (folded != typed && !BeginsAsTyped(text::NormalizeWord(Text(text)), typed)) continue;
    found.emplace_back(Frequency(text), text);
  }
  const auto commoner = [this](const auto& a, const auto& b) {
    const TextEntry& left = texts_[a.second];
    const TextEntry& right = texts_[b.second];
    return std::tuple(b.first, left.entry, right.frequency, a.second) <
           std::tuple(a.first, right.entry, left.frequency, b.second);
  };
  const std::size_t looked_at = std::min(found.size(), most * 2);  // forms of one word stand together
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(looked_at), found.end(),
                    commoner);
  std::vector<Completion> completions;
  for (std::size_t i = 0; i < looked_at && completions.size() < most; ++i) {
    const std::uint32_t entry = texts_[found[i].second].entry;
    if (completions.empty() || completions.back().entry != entry)
      completions.push_back({found[i].second, entry});
  }
  return completions;
}

std::size_t SuggestionTable::bytes() const {
  return HeapBytesOf(letters_) + HeapBytes(texts_.capacity() * sizeof(TextEntry)) + HeapBytesOf(offsets_) +
         HeapBytesOf(docids_);
}

}  // namespace plansok::index
