/// Questions to a generation.
#ifndef PLANSOK_INDEX_SEARCHER_H_
#define PLANSOK_INDEX_SEARCHER_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/checkpoint.h"
#include "index/explanation.h"
#include "index/reader.h"
#include "index/suggestion.h"
#include "plan/plan.h"
#include "query/field.h"
#include "query/parser.h"
#include "text/highlight.h"

namespace plansok::index {

/// The values of one field that a paragraph may have (any of them). Several of these must all hold.
struct FieldFilter {
  query::Field field = query::Field::kCommittee;
  std::vector<std::string>
      values;  ///< ids; years as digits or "2023..2025"; kinds and origins by their API names
};

/// Code points: some three lines on a screen.
inline constexpr int kDefaultSnippetLength = 240;

enum class Order { kRelevance, kPlanOrder };

struct SearchRequest {
  query::ParsedQuery query;
  std::vector<FieldFilter> filters;
  std::vector<query::Field> facets;
  Order order = Order::kRelevance;
  int offset = 0;
  int limit = 10;                              ///< 0: counts only
  int snippet_length = kDefaultSnippetLength;  ///< code points at most
  bool correct = true;  ///< search for mistyped words' nearest neighbours (correction.h)
};

/// What of the query a word of the paragraph answered, where it is not the word itself.
struct MatchedAs {
  std::string query_word;  ///< as typed
  std::string text_word;   ///< as printed
  std::string read_as;     ///< the repaired word, where OCR repair made the match; else ""

  friend bool operator==(const MatchedAs&, const MatchedAs&) = default;
};

struct Hit {
  std::string plan_id;
  std::shared_ptr<const plan::Paragraph> paragraph;  ///< never null; shared with the cache
  double score = 0;
  text::Snippet snippet;
  std::vector<MatchedAs> matched_as;
};

struct FacetValue {
  std::string value;  ///< id, year or API name
  std::string label;  ///< Swedish
  int count = 0;
};

/// Counts by one field. A field's own filter is ignored, all others are heeded, so that people can choose
/// more values; values that a filter names are listed even where they count 0.
struct Facet {
  query::Field field = query::Field::kCommittee;
  std::vector<FacetValue> values;  ///< by count descending, then label (Swedish order); years ascending
};

struct SearchResult {
  std::vector<Hit> hits;
  int total = 0;  ///< exact
  std::vector<Facet> facets;
  std::string corrected_query;             ///< the line that was searched for instead; "" where as typed
  std::vector<std::string> dropped_words;  ///< words that too few paragraphs had together with the rest
  std::vector<std::string> notes;          ///< Swedish, for the user
};

/// A table of more cells would fill a message, and no person reads one.
inline constexpr std::size_t kMaxTableCells = 1'000'000;

struct TableRequest {
  query::ParsedQuery query;
  std::vector<FieldFilter> filters;
  query::Field rows = query::Field::kCommittee;
  query::Field columns = query::Field::kYear;  ///< another than `rows`
  bool correct = true;
};

/// How many of the matching paragraphs have each pair of two fields' values. Every count is of paragraphs,
/// each once. All filters are heeded; a field with a filter of its own has only the filter's values for rows
/// or columns.
struct Table {
  std::vector<FacetValue> rows;     ///< ordered as in Facet; `count` is the row's total
  std::vector<FacetValue> columns;  ///< likewise
  std::vector<int> cells;           ///< row by row
  int total = 0;                    ///< matching paragraphs
  int without_row = 0;              ///< of them, those that stand in no row
  int without_column = 0;
  bool rows_overlap = false;  ///< some paragraph stands in several rows
  bool columns_overlap = false;
  std::string corrected_query;  ///< this and the next as in SearchResult
  std::vector<std::string> dropped_words;
  std::vector<std::string> notes;  ///< Swedish, for the user
};

/// Which paragraphs an export gives: those that Search counts for the same query, filters and `correct`.
struct ExportRequest {
  query::ParsedQuery query = {};
  std::vector<FieldFilter> filters = {};
  bool correct = true;
};

/// Where an export goes on: what it has still to give. Takes a bit for each paragraph of the index at most.
/// Good for every Searcher of the snapshot that it was begun with; not thread-safe.
class ExportCursor {
 public:
  ExportCursor();
  ExportCursor(ExportCursor&&) noexcept;
  ExportCursor& operator=(ExportCursor&&) noexcept;
  ExportCursor(const ExportCursor&) = delete;
  ExportCursor& operator=(const ExportCursor&) = delete;
  ~ExportCursor();

  /// Whether everything has been given.
  bool done() const;

 private:
  friend class Searcher;
  struct Rest;
  std::unique_ptr<Rest> rest_;  // null: nothing is left
};

/// What is to be said of an export, as in SearchResult, and what of it is left.
struct Exported {
  int total = 0;
  std::string corrected_query;
  std::vector<std::string> dropped_words;
  std::vector<std::string> notes;
  ExportCursor rest;
};

/// A paragraph among its neighbours, in plan order.
struct ParagraphInContext {
  std::string plan_id;
  plan::Paragraph paragraph;
  std::vector<plan::Paragraph> before;
  std::vector<plan::Paragraph> after;
  std::optional<plan::Paragraph> counterpart;
};

/// One worker's handle on a snapshot. Not thread-safe: one a thread. Errors: InvalidArgument (unknown facet
/// value, malformed range), NotFound, Unavailable (the database went away), DataLoss, and whatever a
/// Checkpoint returns.
class Searcher {
 public:
  static absl::StatusOr<Searcher> Open(std::shared_ptr<const Snapshot> snapshot);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;
  ~Searcher();

  const Snapshot& snapshot() const;

  absl::StatusOr<SearchResult> Search(const SearchRequest& request, const Checkpoint& checkpoint);

  /// OutOfRange: more than kMaxTableCells.
  absl::StatusOr<Table> Tabulate(const TableRequest& request, const Checkpoint& checkpoint);

  /// The paragraphs that Search counts, in plan order, one at a time, until `sink` returns false: so callers
  /// stream in parts, and a slow reader holds no worker.
  using Sink = std::function<bool(const std::string& plan_id, const plan::Paragraph& paragraph)>;
  absl::StatusOr<Exported> Export(const ExportRequest& request, const Sink& sink,
                                  const Checkpoint& checkpoint);
  /// Goes on with an export where it stopped. The query is not asked again: a part costs what it gives.
  absl::Status ExportRest(ExportCursor& rest, const Sink& sink, const Checkpoint& checkpoint);

  /// NotFound: no such paragraph.
  absl::StatusOr<ParagraphInContext> Get(const std::string& plan_id, const std::string& paragraph_id,
                                         int neighbours, const Checkpoint& checkpoint);

  /// At most `limit` ways to complete a line that is being typed: its last word, a phrase that its last words
  /// begin, a committee, goal, area or body by the words of its name. What fits the words before comes alone
  /// where anything does. Any bytes are accepted; a line with nothing to complete has none.
  absl::StatusOr<std::vector<Suggestion>> Suggest(std::string_view line, int limit,
                                                  const Checkpoint& checkpoint);

  /// At most `limit` paragraphs of other plans that have the words in common that tell the paragraph from
  /// others: those with its very words first, then by score, which is the share of the paragraph's own words'
  /// weight that a hit has (1: all of it). What has too little of it is left out. NotFound: no such
  /// paragraph.
  absl::StatusOr<std::vector<Hit>> FindSimilar(const std::string& plan_id, const std::string& paragraph_id,
                                               int limit, const Checkpoint& checkpoint);

  /// How Search reads `request` (query, filters, correct; the rest does not matter), and, where a paragraph
  /// is named, what it scores and why. NotFound: no such paragraph.
  absl::StatusOr<Explanation> Explain(const SearchRequest& request, const std::string& plan_id,
                                      const std::string& paragraph_id, const Checkpoint& checkpoint);

  /// A plan with all its paragraphs, as it was written. NotFound: no such plan.
  absl::StatusOr<plan::Plan> LoadPlan(const std::string& plan_id, const Checkpoint& checkpoint);

 private:
  friend class SimilarFinder;  // similar.cc
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SEARCHER_H_
