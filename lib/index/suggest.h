/// Completes a line as it is typed.
///
///     line -> tokens (the query's own lexer) -> the words at its end (TypedTail)
///          -> words and phrases that begin so (suggestion_table.h), facet values with words that begin so
///          -> only such as stand in paragraphs that the line before them finds, commonest first
#ifndef PLANSOK_INDEX_SUGGEST_H_
#define PLANSOK_INDEX_SUGGEST_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "index/answer_cache.h"
#include "index/facet_tuples.h"
#include "index/label_index.h"
#include "index/suggestion.h"
#include "index/suggestion_table.h"

namespace plansok::index {

/// A word at the end of the line.
struct TailWord {
  std::string word;  ///< normal form; "" where a new word is about to begin
  std::size_t begin = 0;
};

/// What is being typed. Nothing: what stands at the end is complete, or no word, or comes after NÄRA, where
/// no word's own count tells what is found.
struct TypedTail {
  std::vector<TailWord> words;  ///< at most kMaxTailWords; the last is being typed
  /// A field whose value is being typed; then `words` are the value's, none where it is about to begin.
  std::optional<query::Field> field = {};
  std::size_t field_begin = 0;
};

/// Words further back are no part of what is being completed.
inline constexpr std::size_t kMaxTailWords = 6;

/// Nobody waits for the completion of a longer line: it was pasted.
inline constexpr std::size_t kMaxTypedBytes = 1024;

TypedTail ReadTail(std::string_view line);

/// Suggestions over one generation. All references must outlive it.
class Suggester {
 public:
  /// What the beginning of a line finds.
  using AnswerOf = std::function<absl::StatusOr<std::shared_ptr<const Answer>>(std::string_view line)>;

  Suggester(const SuggestionTable& table, const FacetTable& facets, const LabelIndex& labels,
            AnswerOf answer_of)
      : table_(table), facets_(facets), labels_(labels), answer_of_(std::move(answer_of)) {}

  absl::StatusOr<std::vector<Suggestion>> Suggest(std::string_view line, std::size_t limit);

 private:
  /// The paragraphs that what stands before a completion finds.
  struct Before {
    std::shared_ptr<const Answer> answer;  // null: everything
    std::vector<bool> has;                 // by docid
    std::vector<std::uint32_t> values;     // counts by facet value
  };
  struct Ranked {
    Suggestion suggestion;
    bool exact = false;
  };
  using Group = std::vector<Ranked>;

  absl::StatusOr<Before> Find(std::size_t begin) const;
  std::size_t CountIn(const Before& before, std::uint32_t entry) const;
  absl::Status AddTexts(const TypedTail& tail, std::size_t word_count, Group* words, Group* phrases) const;
  absl::Status AddValues(const TypedTail& tail, std::size_t* word_count, Group* values) const;
  absl::Status AddValuesOf(query::Field field, const TypedTail& tail, std::size_t limit, Group* values) const;
  std::uint32_t CountOf(std::uint32_t value, const Before& before) const;
  void AddValue(std::uint32_t number, std::size_t begin, const Before& before, Group* values) const;
  static std::vector<Suggestion> Arranged(const std::vector<Group*>& groups, std::size_t limit);

  const SuggestionTable& table_;
  const FacetTable& facets_;
  const LabelIndex& labels_;
  const AnswerOf answer_of_;
  std::string_view line_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SUGGEST_H_
