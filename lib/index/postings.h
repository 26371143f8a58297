/// Posting lists as this room walks them: decoded once, and kept while they are asked for.
///
/// Every word of a query is asked for several times (is it in the index, which paragraphs have it, how often
/// does each), and frequent words come up in many queries. Opening a list in the database costs more system
/// calls than walking it costs time, so what was read is kept, what is not there too.
#ifndef PLANSOK_INDEX_POSTINGS_H_
#define PLANSOK_INDEX_POSTINGS_H_

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "index/bounded_cache.h"
#include "index/checkpoint.h"

namespace plansok::index {

/// The paragraphs that have a term; none where no paragraph does.
struct Postings {
  std::vector<std::uint32_t> docids;  ///< ascending
  std::vector<std::uint32_t> counts;  ///< how often each has it (Xapian's wdf)
};

/// About how many bytes a list takes.
std::size_t MemoryOf(const Postings& postings);

/// By term.
using PostingCache = BoundedCache<std::string, Postings>;

/// Reads one database's terms for one query, through the cache that all its readers share. What one query has
/// read stays with it while it is little, so that nothing is read twice for it where the cache is full. Not
/// thread-safe. Xapian's exceptions pass through.
class PostingReader {
 public:
  /// Both must outlive the reader. `is_local`: one database on this machine, no shards that others serve.
  PostingReader(const Xapian::Database& database, PostingCache& cache, bool is_local)
      : database_(database), cache_(cache), is_local_(is_local) {}

  bool Exists(const std::string& term) const;
  Xapian::doccount Frequency(const std::string& term) const;

  /// Never null. `checkpoint` is asked now and then; its status ends the reading.
  absl::StatusOr<std::shared_ptr<const Postings>> Read(const std::string& term,
                                                       const Checkpoint& checkpoint) const;

  const Xapian::Database& database() const { return database_; }
  bool is_local() const { return is_local_; }

 private:
  std::shared_ptr<const Postings> Find(const std::string& term) const;
  void Keep(const std::string& term, std::shared_ptr<const Postings> postings) const;
  void Hold(const std::string& term, std::shared_ptr<const Postings> postings, std::size_t bytes) const;

  const Xapian::Database& database_;
  PostingCache& cache_;
  const bool is_local_;
  mutable std::unordered_map<std::string, std::shared_ptr<const Postings>> read_;
  mutable std::size_t bytes_ = 0;  // of `read_`
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_POSTINGS_H_
