// What a Searcher says beside its answer: words that matches lack, notes, and why nothing was found.

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "index/loosen.h"
#include "index/searcher_impl.h"
#include "query/limits.h"
#include "query/notes.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

/// More would be a list to read in place of an answer.
constexpr int kMostObstacles = 3;

/// Words that some of what is answered lacks: of a pasted page, nobody reads more of them.
constexpr std::size_t kMostDroppedWords = 32;

std::string WouldFind(std::string_view what, std::size_t count) {
  return fmt::format(query::kNoteWouldFind, what, count, count == 1 ? "stycke" : "stycken");
}

}  // namespace

absl::StatusOr<std::vector<CountedWord>> Searcher::Impl::LackedWords(const Answered& answered,
                                                                     const Checkpoint& checkpoint) const {
  const TupleFilter filter(data.facets, answered.selections);
  std::vector<CountedWord> words;
  std::set<std::string> known;
  for (const LackedWord& lacked : answered.answer->lacked_words) {
    if (absl::Status status = checkpoint(); !status.ok()) return status;
    const std::size_t count =
        answered.selections.empty()
            ? lacked.lacking.cardinality()
            : filter.Total(CountTuples(lacked.lacking, data.tuple_of, data.facets.tuple_count()));
    if (count > 0 && known.insert(text::NormalizeWord(lacked.typed)).second)
      words.push_back({lacked.typed, count});
  }
  return words;
}

std::vector<std::string> Searcher::Impl::DroppedWords(const Answered& answered) {
  std::vector<std::string> words;
  for (const CountedWord& lacked : answered.lacked) {
    if (words.size() < kMostDroppedWords) words.push_back(lacked.word);
  }
  return words;
}

absl::StatusOr<std::vector<std::string>> Searcher::Impl::NotesOf(const query::ParsedQuery& query,
                                                                 const Answered& answered,
                                                                 const Checkpoint& checkpoint) const {
  const index::Answer& answer = *answered.answer;
  query::Notes notes;
  for (const std::string& note : query.notes) notes.Add(note);
  for (const std::string& note : answered.notes) notes.Add(note);
  for (const std::string& note : answer.query.notes) notes.Add(note);
  if (answered.lacked.size() > kMostDroppedWords)
    notes.Add(fmt::format(query::kNoteMoreLacked, answered.lacked.size() - kMostDroppedWords));
  for (const std::string& word : answer.absent_words) {
    notes.Add(fmt::format(query::kNoteAbsent, query::Shown(word)));
  }
  const std::size_t total = TupleFilter(data.facets, answered.selections).Total(answer.histogram);
  const auto is_absent = [&answer](const std::string& word) {
    return std::find(answer.absent_words.begin(), answer.absent_words.end(), word) !=
           answer.absent_words.end();
  };
  for (const CountedWord& lacked : answered.lacked) {
    if (lacked.count == total && !is_absent(lacked.word))
      notes.Add(fmt::format(query::kNoteNoneHas, query::Shown(lacked.word)));
  }
  const bool asks = std::find(answer.query.notes.begin(), answer.query.notes.end(),
                              query::kNoteNothingToSearch) == answer.query.notes.end();
  if (total == 0 && asks && !notes.full()) {
    const absl::Status status = NoteObstacles(answered, query.line, checkpoint, &notes);
    if (!status.ok()) return status;
  }
  return notes.Take();
}

/// A year is no mistake because no plan has it, but whoever asks for it should know.
std::vector<std::string> Searcher::Impl::FilterNotes(const std::vector<FieldFilter>& filters,
                                                     const Checkpoint& checkpoint) const {
  Watch watch(checkpoint);
  query::Notes notes;
  for (const FieldFilter& filter : filters) {
    if (filter.field != query::Field::kYear) continue;
    for (const std::string& years : filter.values) {
      if (notes.full()) break;
      for (const std::string& absent : data.lookup->AbsentYears(years, watch))
        notes.Add(data.lookup->UnknownNote(filter.field, absent, watch));
    }
  }
  return notes.Take();
}

absl::Status Searcher::Impl::NoteObstacles(const Answered& answered, std::string_view line,
                                           const Checkpoint& checkpoint, query::Notes* notes) const {
  const std::vector<Selection>& selections = answered.selections;
  for (const query::Word& word : WantedWords(answered.corrected.root)) {
    if (notes->full()) return absl::OkStatus();
    const auto found = Evaluate(word, answered.postings, checkpoint);
    if (!found.ok()) return found.status();
    if ((*found)->matches.isEmpty() && !(*found)->query.patterns.empty())
      notes->Add(fmt::format(query::kNoteAbsent, query::Shown(word.text)));
  }
  int noted = 0;
  for (std::size_t i = 0; i < selections.size() && noted < kMostObstacles; ++i) {
    std::vector<Selection> others = selections;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const std::size_t count = TupleFilter(data.facets, others).Total(answered.answer->histogram);
    if (count == 0) continue;
    notes->Add(
        WouldFind(fmt::format(query::kWithoutFilter, query::SwedishFieldName(selections[i].field)), count));
    ++noted;
  }
  for (const LooserQuery& looser : Loosen(answered.corrected.root, line)) {
    if (noted == kMostObstacles || notes->full()) break;
    const auto found = Evaluate(looser.root, answered.postings, checkpoint);
    if (!found.ok()) return found.status();
    const std::size_t count = TupleFilter(data.facets, selections).Total((*found)->histogram);
    if (count == 0) continue;
    notes->Add(WouldFind(looser.what, count));
    ++noted;
  }
  return absl::OkStatus();
}

}  // namespace plansok::index
