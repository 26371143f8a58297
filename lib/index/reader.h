/// A published generation, opened for reading.
#ifndef PLANSOK_INDEX_READER_H_
#define PLANSOK_INDEX_READER_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "index/checkpoint.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "plan/plan.h"
#include "query/field.h"
#include "text/analyzer.h"
#include "text/features.h"

namespace plansok::index {

/// A plan as listed: everything but its paragraphs.
struct PlanSummary {
  plan::Plan plan;  ///< `paragraphs` is empty
  int paragraph_count = 0;
};

/// What an index is.
struct IndexInfo {
  std::string generation;
  int schema_version = 0;
  int analyzer_version = 0;
  std::int64_t built_at_seconds = 0;  ///< Unix time
  int plan_count = 0;
  int paragraph_count = 0;
};

struct SnapshotOptions {
  /// How many bytes of answered queries are kept for filter clicks and further pages; 0: none.
  std::size_t answer_cache_bytes = std::size_t{64} << 20U;

  /// How many bytes of paragraphs, read and analysed, are kept for the next hit on them; 0: none. This holds
  /// some 15,000.
  std::size_t paragraph_cache_bytes = std::size_t{64} << 20U;

  /// How many bytes of posting lists are kept decoded, 8 a posting; 0: none.
  std::size_t posting_cache_bytes = std::size_t{64} << 20U;

  text::Features features = {};  ///< what the generation was made with
};

/// Bytes that a snapshot holds of each.
struct SnapshotMemory {
  std::size_t facet_table = 0;   ///< values, their names and tuples
  std::size_t tuple_column = 0;  ///< docid -> tuple, docid -> length
  std::size_t answers = 0;       ///< now; at most `answers_limit`
  std::size_t answers_limit = 0;
  std::size_t suggestions = 0;  ///< words, phrases and values of facets to suggest
  std::size_t dictionary = 0;   ///< words to correct mistyped ones by; 0 until the first is met
  std::size_t paragraphs = 0;   ///< read and analysed; now; at most `paragraphs_limit`
  std::size_t paragraphs_limit = 0;
  std::size_t postings = 0;  ///< decoded posting lists; now; at most `postings_limit`
  std::size_t postings_limit = 0;
};

/// What all workers share of one generation: analyzer, plans, facet tuples and the docid -> tuple column.
/// Immutable; thread-safe.
class Snapshot {
 public:
  /// Opens a generation. FailedPrecondition: made by another schema or analyzer version, says which and what
  /// to do. DataLoss: damaged. NotFound: gone.
  static absl::StatusOr<std::shared_ptr<const Snapshot>> Open(const Generation& generation,
                                                              const SnapshotOptions& options = {});
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const IndexInfo& info() const;
  const std::vector<PlanSummary>& plans() const;  ///< by id
  const text::Analyzer& analyzer() const;
  const Manifest& manifest() const;

  /// The ids of the values that `text` means for a field: by id or label, else the only one whose label has
  /// all its words, if these are not such as many labels have; case, diacritics and punctuation do not
  /// matter. InvalidArgument: there is none, or more than one, with the nearest to choose from. Years come
  /// back as they are, once they are well-formed. The checkpoint's status ends it.
  absl::StatusOr<std::vector<std::string>> FindValues(query::Field field, std::string_view text,
                                                      const Checkpoint& checkpoint) const;

  SnapshotMemory memory() const;

 private:
  friend class Searcher;
  friend class SnapshotLoader;
  friend class GenerationChecker;
  struct Impl;
  explicit Snapshot(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_READER_H_
