#include "index/postings.h"

#include <utility>

namespace plansok::index {
namespace {

/// How many postings are read between two looks at the checkpoint: about a tenth of a millisecond.
constexpr std::size_t kPostingsBetweenChecks = 1U << 14U;

/// A query's words have a few dozen lists; so much holds those of one that are in every paragraph of a
/// million.
constexpr std::size_t kMostOfQuery = std::size_t{16} << 20U;

}  // namespace

std::size_t MemoryOf(const Postings& postings) {
  return HeapBytes(sizeof postings + kControlBlock) + HeapBytesOf(postings.docids) +
         HeapBytesOf(postings.counts);
}

std::shared_ptr<const Postings> PostingReader::Find(const std::string& term) const {
  if (const auto read = read_.find(term); read != read_.end()) return read->second;
  std::shared_ptr<const Postings> known = cache_.Find(term);
  if (known) Hold(term, known, MemoryOf(*known));
  return known;
}

void PostingReader::Hold(const std::string& term, std::shared_ptr<const Postings> postings,
                         std::size_t bytes) const {
  if (bytes_ + bytes > kMostOfQuery) return;
  bytes_ += bytes;
  read_.emplace(term, std::move(postings));
}

void PostingReader::Keep(const std::string& term, std::shared_ptr<const Postings> postings) const {
  const std::size_t bytes = MemoryOf(*postings);
  Hold(term, postings, bytes);
  cache_.Insert(term, std::move(postings), bytes);
}

bool PostingReader::Exists(const std::string& term) const { return Frequency(term) > 0; }

/// What is there is read when its paragraphs are asked for, if they are.
Xapian::doccount PostingReader::Frequency(const std::string& term) const {
  if (const auto known = Find(term)) return static_cast<Xapian::doccount>(known->docids.size());
  const Xapian::doccount frequency = database_.get_termfreq(term);
  if (frequency == 0) Keep(term, std::make_shared<Postings>());
  return frequency;
}

absl::StatusOr<std::shared_ptr<const Postings>> PostingReader::Read(const std::string& term,
                                                                    const Checkpoint& checkpoint) const {
  if (auto known = Find(term)) return known;
  auto postings = std::make_shared<Postings>();
  const Xapian::doccount frequency = database_.get_termfreq(term);
  postings->docids.reserve(frequency);
  postings->counts.reserve(frequency);
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    postings->docids.push_back(*posting);
    postings->counts.push_back(posting.get_wdf());
    if (postings->docids.size() % kPostingsBetweenChecks != 0) continue;
    if (absl::Status status = checkpoint(); !status.ok()) return status;
  }
  Keep(term, postings);
  return postings;
}

}  // namespace plansok::index
