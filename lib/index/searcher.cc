#include "index/searcher.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "index/facet_lookup.h"
#include "index/facets.h"
#include "index/hit.h"
#include "index/ranking.h"
#include "index/schema.h"
#include "index/searcher_impl.h"
#include "index/tabulate.h"
#include "index/xapian_query.h"
#include "index/xapian_status.h"

namespace plansok::index {
namespace {

/// What was typed for `word`, which may be a whole phrase.
std::string_view TypedFor(std::string_view word, const std::vector<Correction>& corrections) {
  const auto made = std::find_if(corrections.begin(), corrections.end(),
                                 [word](const Correction& correction) { return correction.word == word; });
  return made == corrections.end() ? word : std::string_view(made->typed);
}

/// `text`, or each of its words, as it was typed.
std::string AsTyped(std::string_view text, const std::vector<Correction>& corrections) {
  if (const std::string_view whole = TypedFor(text, corrections); whole != text) return std::string(whole);
  std::vector<std::string> words;
  std::istringstream stream{std::string(text)};
  for (std::string word; stream >> word;) words.emplace_back(TypedFor(word, corrections));
  return fmt::format("{}", fmt::join(words, " "));
}

/// A hit says which typed words it answers, not what they were corrected to.
std::vector<TypedPattern> NamedAsTyped(std::vector<TypedPattern> patterns,
                                       const std::vector<Correction>& corrections) {
  if (corrections.empty()) return patterns;
  for (TypedPattern& pattern : patterns) {
    std::string typed = AsTyped(pattern.typed, corrections);
    if (typed == pattern.typed) continue;
    pattern.typed = std::move(typed);
    pattern.is_other_word = true;
  }
  return patterns;
}

}  // namespace

absl::StatusOr<std::vector<Selection>> Searcher::Impl::Select(const std::vector<FieldFilter>& filters,
                                                              const Checkpoint& checkpoint) const {
  Watch watch(checkpoint);
  std::vector<Selection> selections;
  for (const FieldFilter& filter : filters) {
    auto values = data.lookup->Requested(filter, watch);
    if (!values.ok()) return values.status();
    selections.push_back({filter.field, *std::move(values), data.lookup->Absent(filter)});
  }
  return selections;
}

absl::StatusOr<std::shared_ptr<const Answer>> Searcher::Impl::Evaluate(const query::Node& root,
                                                                       const PostingReader& postings,
                                                                       const Checkpoint& checkpoint) const {
  const std::string key = KeyOf(root);
  if (auto known = data.answers.Find(key)) return known;
  auto answer = std::make_shared<index::Answer>();
  auto compiled = Compiler(*data.analyzer, *data.lookup, postings, checkpoint).Compile(root);
  if (!compiled.ok()) return compiled.status();
  answer->query = *std::move(compiled);
  DocSetEvaluator evaluator(postings, checkpoint);
  absl::StatusOr<DocSet> matches = evaluator.Evaluate(&answer->query.root);
  if (!matches.ok()) return matches.status();
  answer->histogram = CountTuples(*matches, data.tuple_of, data.facets.tuple_count());
  answer->lacked_words = evaluator.TakeLackedWords();
  answer->matches = *std::move(matches);
  answer->absent_words = evaluator.absent_words();
  data.answers.Insert(key, answer, MemoryOf(*answer));
  return answer;
}

absl::StatusOr<CorrectedQuery> Searcher::Impl::Correct(const query::ParsedQuery& query,
                                                       const PostingReader& postings,
                                                       const Checkpoint& checkpoint) const {
  const auto words = [this]() -> const TermDictionary& { return data.Words(database); };
  return Corrector(*data.analyzer, *data.lookup, postings, words).Correct(query.root, checkpoint);
}

absl::StatusOr<Answered> Searcher::Impl::Ask(const query::ParsedQuery& query, bool correct,
                                             const std::vector<FieldFilter>& filters,
                                             const Checkpoint& checkpoint) const {
  Answered answered{{database, data.postings, data.is_local}, {query.root, {}}, {}, {}};
  if (correct) {
    auto corrected = Correct(query, answered.postings, checkpoint);
    if (!corrected.ok()) return corrected.status();
    answered.corrected = *std::move(corrected);
  }
  auto selections = Select(filters, checkpoint);
  if (!selections.ok()) return selections.status();
  answered.selections = *std::move(selections);
  answered.notes = FilterNotes(filters, checkpoint);
  auto answer = Evaluate(answered.corrected.root, answered.postings, checkpoint);
  if (!answer.ok()) return answer.status();
  answered.answer = *std::move(answer);
  auto lacked = LackedWords(answered, checkpoint);
  if (!lacked.ok()) return lacked.status();
  answered.lacked = *std::move(lacked);
  return answered;
}

absl::StatusOr<std::shared_ptr<const ReadParagraph>> Searcher::Impl::Read(Xapian::docid docid) const {
  if (auto known = data.paragraphs.Find(docid)) return known;
  auto read = std::make_shared<ReadParagraph>();
  auto paragraph = Fetch(docid, &read->plan_id);
  if (!paragraph.ok()) return paragraph.status();
  read->paragraph = *std::move(paragraph);
  read->words = AnalyzeParagraph(*data.analyzer, read->paragraph.text, read->paragraph.repaired_text);
  data.paragraphs.Insert(docid, read, MemoryOf(*read));
  return read;
}

absl::StatusOr<Hit> Searcher::Impl::MakeHit(const Ranked& ranked, const HitExplainer& explainer) const {
  const auto read = Read(ranked.docid);
  if (!read.ok()) return read.status();
  Hit hit;
  hit.score = ranked.score;
  hit.plan_id = (*read)->plan_id;
  hit.paragraph = {*read, &(*read)->paragraph};
  explainer.Explain((*read)->words, &hit);
  return hit;
}

Xapian::Query Searcher::Impl::RankingQuery(const Answered& answered) const {
  Xapian::Query query = ToXapian(answered.answer->query.root);
  for (const Selection& selection : answered.selections) {
    std::vector<Xapian::Query> values;
    for (const std::uint32_t number : selection.values) {
      values.emplace_back(Term(FilterPrefix(selection.field), data.facets.value(number).value));
    }
    query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                          Xapian::Query(Xapian::Query::OP_OR, values.begin(), values.end()));
  }
  return query;
}

Xapian::Enquire Searcher::Impl::Enquire(const Xapian::Query& query, bool question) const {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Weighting(LeastLength(question)));
  enquire.set_query(query);
  return enquire;
}

absl::StatusOr<std::vector<Ranked>> Searcher::Impl::Rank(const SearchRequest& request,
                                                         const Answered& answered,
                                                         const Checkpoint& checkpoint) const {
  const CompiledQuery& query = answered.answer->query;
  Ranker ranker(answered.postings, data.paragraphs, data.length_of, LeastLength(query.question), checkpoint);
  const auto offset = static_cast<std::size_t>(request.offset);
  auto hits = ranker.Best(query.root, DocidsFrom(answered, 0, SIZE_MAX),
                          offset + static_cast<std::size_t>(request.limit));
  if (hits.ok())
    hits->erase(hits->begin(), hits->begin() + std::min<std::ptrdiff_t>(request.offset, std::ssize(*hits)));
  return hits;
}

std::vector<Ranked> Searcher::Impl::InPlanOrder(const SearchRequest& request,
                                                const Answered& answered) const {
  std::vector<Ranked> hits;
  for (const std::uint32_t docid :
       DocidsFrom(answered, request.offset, static_cast<std::size_t>(request.limit))) {
    hits.push_back({docid, 0});
  }
  return hits;
}

absl::StatusOr<SearchResult> Searcher::Impl::Search(const SearchRequest& request,
                                                    const Checkpoint& checkpoint) const {
  if (request.offset < 0 || request.limit < 0) {
    return absl::InvalidArgumentError("offset and limit must not be negative");
  }
  const auto answered = Ask(request.query, request.correct, request.filters, checkpoint);
  if (!answered.ok()) return answered.status();
  SearchResult result;
  result.corrected_query = CorrectedLine(request.query.line, answered->corrected.corrections);
  const TupleFilter filter(data.facets, answered->selections);
  result.total = static_cast<int>(filter.Total(answered->answer->histogram));
  if (!request.facets.empty()) {
    const std::vector<std::uint32_t> counts = filter.Counts(answered->answer->histogram);
    for (const query::Field field : request.facets) {
      result.facets.push_back(MakeFacet(data.facets, field, counts, answered->selections));
    }
  }
  result.dropped_words = DroppedWords(*answered);
  auto notes = NotesOf(request.query, *answered, checkpoint);
  if (!notes.ok()) return notes.status();
  result.notes = *std::move(notes);
  if (request.limit == 0 || request.offset >= result.total) return result;
  if (absl::Status status = checkpoint(); !status.ok()) return status;
  const HitExplainer explainer(
      NamedAsTyped(answered->answer->query.patterns, answered->corrected.corrections),
      request.snippet_length);
  const auto ranking = request.order == Order::kPlanOrder ? InPlanOrder(request, *answered)
                                                          : Rank(request, *answered, checkpoint);
  if (!ranking.ok()) return ranking.status();
  for (const Ranked& ranked : *ranking) {
    if (absl::Status status = checkpoint(); !status.ok()) return status;
    absl::StatusOr<Hit> hit = MakeHit(ranked, explainer);
    if (!hit.ok()) return hit.status();
    result.hits.push_back(*std::move(hit));
  }
  return result;
}

absl::StatusOr<Table> Searcher::Impl::Tabulate(const TableRequest& request,
                                               const Checkpoint& checkpoint) const {
  if (request.rows == request.columns) {
    return absl::InvalidArgumentError("rows and columns must be two fields");
  }
  const auto answered = Ask(request.query, request.correct, request.filters, checkpoint);
  if (!answered.ok()) return answered.status();
  absl::StatusOr<Table> table = MakeTable(data.facets, answered->answer->histogram, answered->selections,
                                          request.rows, request.columns);
  if (!table.ok()) return table.status();
  table->corrected_query = CorrectedLine(request.query.line, answered->corrected.corrections);
  table->dropped_words = DroppedWords(*answered);
  const auto notes = NotesOf(request.query, *answered, checkpoint);
  if (!notes.ok()) return notes.status();
  table->notes.insert(table->notes.end(), notes->begin(), notes->end());
  return table;
}

absl::StatusOr<Searcher> Searcher::Open(std::shared_ptr<const Snapshot> snapshot) {
  const Snapshot::Impl& data = *snapshot->impl_;
  auto opened = GuardXapian(
      fmt::format("cannot open generation {}", data.generation.name), [&]() -> absl::StatusOr<Searcher> {
        Xapian::Database database(data.generation.database().string());
        return Searcher(std::make_unique<Impl>(Impl{std::move(snapshot), data, std::move(database)}));
      });
  // A snapshot of it was opened, so it went away.
  if (!absl::IsNotFound(opened.status())) return opened;
  return absl::UnavailableError(fmt::format("generation {} is gone", data.generation.name));
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

const Snapshot& Searcher::snapshot() const { return *impl_->snapshot; }

absl::StatusOr<SearchResult> Searcher::Search(const SearchRequest& request, const Checkpoint& checkpoint) {
  return GuardXapian("cannot search", [&] { return impl_->Search(request, checkpoint); });
}

absl::StatusOr<Table> Searcher::Tabulate(const TableRequest& request, const Checkpoint& checkpoint) {
  return GuardXapian("cannot tabulate", [&] { return impl_->Tabulate(request, checkpoint); });
}

}  // namespace plansok::index
