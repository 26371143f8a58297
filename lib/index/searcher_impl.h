/// What a Searcher holds, for the files of this room that answer its questions: searcher.cc (ranked hits),
/// paragraphs.cc (paragraphs as they are stored), export.cc, explain.cc, similar.cc, suggest.cc.
#ifndef PLANSOK_INDEX_SEARCHER_IMPL_H_
#define PLANSOK_INDEX_SEARCHER_IMPL_H_

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/answer_cache.h"
#include "index/compiler.h"
#include "index/correction.h"
#include "index/histogram.h"
#include "index/hit.h"
#include "index/paragraph_cache.h"
#include "index/ranker.h"
#include "index/searcher.h"
#include "index/snapshot.h"
#include "query/notes.h"

namespace plansok::index {

/// How many paragraphs are fetched between two looks at the checkpoint.
inline constexpr std::uint32_t kFetchesBetweenChecks = 64;

/// A word as typed, and how many paragraphs it is said of.
struct CountedWord {
  std::string word;
  std::size_t count = 0;
};

/// A query with its filters, corrected and answered but not fetched.
struct Answered {
  PostingReader postings;  ///< what was read for the answer, for what comes after it
  CorrectedQuery corrected;
  std::shared_ptr<const Answer> answer;
  std::vector<Selection> selections;
  std::vector<CountedWord> lacked = {};  ///< free words, and how many of what is answered lack them
  std::vector<std::string> notes = {};   ///< on filters; Swedish
};

/// Methods let Xapian's exceptions pass: Searcher's own catch them.
struct Searcher::Impl {
  std::shared_ptr<const Snapshot> snapshot;
  const Snapshot::Impl& data;
  Xapian::Database database;

  absl::StatusOr<std::vector<Selection>> Select(const std::vector<FieldFilter>& filters,
                                                const Checkpoint& checkpoint) const;
  std::vector<std::string> FilterNotes(const std::vector<FieldFilter>& filters,
                                       const Checkpoint& checkpoint) const;
  absl::StatusOr<CorrectedQuery> Correct(const query::ParsedQuery& query, const PostingReader& postings,
                                         const Checkpoint& checkpoint) const;
  absl::StatusOr<Answered> Ask(const query::ParsedQuery& query, bool correct,
                               const std::vector<FieldFilter>& filters, const Checkpoint& checkpoint) const;
  absl::StatusOr<std::shared_ptr<const index::Answer>> Evaluate(const query::Node& root,
                                                                const PostingReader& postings,
                                                                const Checkpoint& checkpoint) const;

  /// The free words that some of what is answered lacks, each once.
  absl::StatusOr<std::vector<CountedWord>> LackedWords(const Answered& answered,
                                                       const Checkpoint& checkpoint) const;
  /// The first kMostDroppedWords of them.
  static std::vector<std::string> DroppedWords(const Answered& answered);
  absl::StatusOr<std::vector<std::string>> NotesOf(const query::ParsedQuery& query, const Answered& answered,
                                                   const Checkpoint& checkpoint) const;
  /// Of a query that nothing answers: what stands in the way, one thing at a time.
  absl::Status NoteObstacles(const Answered& answered, std::string_view line, const Checkpoint& checkpoint,
                             query::Notes* notes) const;

  absl::StatusOr<Table> Tabulate(const TableRequest& request, const Checkpoint& checkpoint) const;
  /// What ranks hits: the query within its filters, and the weighting scheme. Whatever speaks of scores
  /// goes by these two.
  Xapian::Query RankingQuery(const Answered& answered) const;
  Xapian::Enquire Enquire(const Xapian::Query& query, bool question) const;

  absl::StatusOr<SearchResult> Search(const SearchRequest& request, const Checkpoint& checkpoint) const;
  absl::StatusOr<std::vector<Ranked>> Rank(const SearchRequest& request, const Answered& answered,
                                           const Checkpoint& checkpoint) const;
  std::vector<Ranked> InPlanOrder(const SearchRequest& request, const Answered& answered) const;
  std::vector<std::uint32_t> DocidsFrom(const Answered& answered, int offset, std::size_t limit) const;

  /// The score that `query` alone gives the paragraph of that name; 0 where it does not match.
  double WeightIn(const Xapian::Query& query, bool question, const std::string& name_term) const;
  absl::Status ExplainHit(const Answered& answered, Xapian::docid docid, const std::string& name_term,
                          const Checkpoint& checkpoint, Explanation* explanation) const;
  absl::StatusOr<Explanation> Explained(const SearchRequest& request, const std::string& plan_id,
                                        const std::string& paragraph_id, const Checkpoint& checkpoint) const;
  absl::StatusOr<std::vector<Suggestion>> Suggested(std::string_view line, std::size_t limit,
                                                    const Checkpoint& checkpoint) const;
  absl::StatusOr<std::vector<Hit>> Similar(const std::string& plan_id, const std::string& paragraph_id,
                                           int limit, const Checkpoint& checkpoint) const;

  absl::StatusOr<plan::Paragraph> Fetch(Xapian::docid docid, std::string* plan_id) const;
  absl::StatusOr<std::shared_ptr<const ReadParagraph>> Read(Xapian::docid docid) const;
  absl::StatusOr<Hit> MakeHit(const Ranked& ranked, const HitExplainer& explainer) const;
  Xapian::docid Find(const std::string& plan_id, const std::string& paragraph_id) const;
  absl::StatusOr<std::vector<plan::Paragraph>> FetchRange(Xapian::docid first, Xapian::docid end,
                                                          const Checkpoint& checkpoint) const;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SEARCHER_IMPL_H_
