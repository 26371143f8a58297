/// Words and phrases by their beginnings, in memory.
///
/// One sorted list of texts, searched by halves; behind each text an entry (the word in all its forms, or the
/// phrase) with the docids that have it. On 90,000 paragraphs of statutes it takes some 25 MB, most of it
/// docids at four bytes each; suggestion_builder.h bounds it.
#ifndef PLANSOK_INDEX_SUGGESTION_TABLE_H_
#define PLANSOK_INDEX_SUGGESTION_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "index/record.pb.h"

namespace plansok::index {

/// Whether `text` begins as `typed`; both in normal form. A letter typed without its dots or ring stands for
/// those with them, too; å, ä and ö stand for themselves alone.
bool BeginsAsTyped(std::string_view text, std::string_view typed);

/// Immutable; thread-safe.
class SuggestionTable {
 public:
  /// A text that begins as typed.
  struct Completion {
    std::uint32_t text = 0;
    std::uint32_t entry = 0;
  };

  SuggestionTable() = default;

  /// DataLoss: numbers that do not fit each other.
  static absl::StatusOr<SuggestionTable> From(const storage::SuggestionTable& stored);

  /// At most `most` completions of `typed` (normal form, words with a space between), of the commonest
  /// entries, commonest first; of an entry's forms the commonest that fits. Empty for "".
  std::vector<Completion> Complete(std::string_view typed, std::size_t most) const;

  /// As people write it.
  std::string_view Text(std::uint32_t text) const { return ViewOf(texts_[text]); }
  bool IsPhrase(std::uint32_t entry) const { return entry >= word_entries_; }
  /// The paragraphs that have it, ascending.
  std::span<const std::uint32_t> Docids(std::uint32_t entry) const {
    return std::span(docids_).subspan(offsets_[entry], offsets_[entry + 1] - offsets_[entry]);
  }

  /// Memory held, in bytes.
  std::size_t bytes() const;

 private:
  struct TextEntry {
    std::uint32_t offset = 0;  // in letters_
    std::uint32_t bytes = 0;
    std::uint32_t entry = 0;
    std::uint32_t frequency = 0;  // of this very form, in paragraphs
  };

  std::string_view ViewOf(const TextEntry& text) const {
    return std::string_view(letters_).substr(text.offset, text.bytes);
  }
  std::size_t Frequency(std::uint32_t text) const { return Docids(texts_[text].entry).size(); }
  std::span<const TextEntry> Range(const std::string& folded) const;

  std::string letters_;
  std::vector<TextEntry> texts_;  // by folded text
  std::vector<std::uint32_t> offsets_ = {0};
  std::vector<std::uint32_t> docids_;
  std::uint32_t word_entries_ = 0;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SUGGESTION_TABLE_H_
