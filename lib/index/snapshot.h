/// What a Snapshot holds; for this room only.
#ifndef PLANSOK_INDEX_SNAPSHOT_H_
#define PLANSOK_INDEX_SNAPSHOT_H_

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/answer_cache.h"
#include "index/facet_lookup.h"
#include "index/facet_tuples.h"
#include "index/label_index.h"
#include "index/manifest.h"
#include "index/paragraph_cache.h"
#include "index/postings.h"
#include "index/reader.h"
#include "index/suggestion_table.h"
#include "index/term_dictionary.h"

namespace plansok::index {

/// The docids of a plan's paragraphs.
struct PlanRange {
  std::string id;
  Xapian::docid first = 0;
  std::uint32_t count = 0;
};

struct Snapshot::Impl {
  explicit Impl(const SnapshotOptions& options)
      : answers(options.answer_cache_bytes),
        paragraphs(options.paragraph_cache_bytes),
        postings(options.posting_cache_bytes) {}

  Generation generation;
  bool is_local = true;  ///< one database on this machine; else a stub that names shards
  IndexInfo info;
  Manifest manifest;
  std::shared_ptr<const text::Analyzer> analyzer;
  std::vector<PlanSummary> plans;                                 ///< by id
  std::vector<PlanRange> ranges;                                  ///< by number, in docid order
  std::unordered_map<std::string, std::uint32_t> plan_number_of;  ///< by id
  FacetTable facets;
  std::optional<FacetLookup> lookup;     ///< set as soon as facets are
  std::vector<std::uint32_t> tuple_of;   ///< by docid; [0] is unused
  std::vector<std::uint32_t> length_of;  ///< by docid, in terms
  SuggestionTable suggestions;
  LabelIndex labels;
  mutable AnswerCache answers;
  mutable ParagraphCache paragraphs;
  mutable PostingCache postings;

  /// The generation's words, read through `database` when first asked for: only mistyped words need them.
  /// Thread-safe. Xapian's exceptions pass through, and the next call tries again.
  const TermDictionary& Words(const Xapian::Database& database) const {
    std::call_once(words_read, [&] {
      words = TermDictionary::Read(database);
      words_bytes = words->bytes();
    });
    return *words;
  }
  mutable std::once_flag words_read;
  mutable std::optional<TermDictionary> words;
  mutable std::atomic<std::size_t> words_bytes = 0;  ///< of `words`, for those who do not wait for them
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SNAPSHOT_H_
