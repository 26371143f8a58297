#include "index/searcher.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <utility>

#include "index/compiler.h"
#include "index/correction.h"
#include "index/facet_lookup.h"
#include "index/histogram.h"
#include "index/hit.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "index/xapian_query.h"
#include "index/xapian_status.h"

namespace plansok::index {
namespace {

/// How many paragraphs an export fetches between two looks at the checkpoint.
constexpr int kFetchesBetweenChecks = 64;

/// A query with its filters, answered but not fetched.
struct Answered {
  CompiledQuery query;
  std::shared_ptr<const Answer> answer;
  std::vector<Selection> selections;
};

Xapian::Query Filtered(const Xapian::Query& query, const FacetTable& facets,
                       const std::vector<Selection>& selections) {
  Xapian::Query filtered = query;
  for (const Selection& selection : selections) {
    std::vector<Xapian::Query> values;
    for (const std::uint32_t number : selection.values) {
      values.emplace_back(Term(FilterPrefix(selection.field), facets.value(number).value));
    }
    filtered = Xapian::Query(Xapian::Query::OP_FILTER, filtered,
                             Xapian::Query(Xapian::Query::OP_OR, values.begin(), values.end()));
  }
  return filtered;
}

Facet MakeFacet(const FacetTable& table, query::Field field, const std::vector<std::uint32_t>& counts,
                const std::vector<Selection>& selections) {
  Facet facet{field, {}};
  for (const std::uint32_t number : table.ValuesOf(field)) {
    const bool selected = std::any_of(selections.begin(), selections.end(), [&](const Selection& selection) {
      return std::find(selection.values.begin(), selection.values.end(), number) != selection.values.end();
    });
    if (counts[number] == 0 && !selected) continue;
    facet.values.push_back(
        {table.value(number).value, table.value(number).label, static_cast<int>(counts[number])});
  }
  std::sort(facet.values.begin(), facet.values.end(), [field](const FacetValue& a, const FacetValue& b) {
    if (field == query::Field::kYear) return a.value < b.value;
    return a.count != b.count ? a.count > b.count : a.label < b.label;
  });
  return facet;
}

/// A hit says which typed word it answers, not which word that was corrected to.
void NameTyped(const std::vector<Correction>& corrections, std::vector<TypedPattern>* patterns) {
  for (TypedPattern& pattern : *patterns) {
    const auto made = std::find_if(corrections.begin(), corrections.end(), [&](const Correction& correction) {
      return !pattern.corrected && correction.word == pattern.typed;
    });
    if (made == corrections.end()) continue;
    pattern.typed = made->typed;
    pattern.corrected = true;
  }
}

std::vector<std::string> NotesOf(const SearchRequest& request, const Answered& answered) {
  std::vector<std::string> notes = request.query.notes;
  notes.insert(notes.end(), answered.query.notes.begin(), answered.query.notes.end());
  for (const std::string& word : answered.answer->absent_words) {
    notes.push_back(fmt::format("”{}” finns inte i någon plan.", word));
  }
  return notes;
}

}  // namespace

struct Searcher::Impl {
  std::shared_ptr<const Snapshot> snapshot;
  const Snapshot::Impl& data;
  Xapian::Database database;

  absl::StatusOr<std::vector<Selection>> Select(const std::vector<FieldFilter>& filters) const;
  CorrectedQuery Correct(const SearchRequest& request) const;
  absl::StatusOr<Answered> Answer(const query::Node& root, const std::vector<FieldFilter>& filters,
                                  const Checkpoint& checkpoint) const;
  absl::StatusOr<std::shared_ptr<const index::Answer>> Evaluate(MatchNode root,
                                                                const Checkpoint& checkpoint) const;

  absl::StatusOr<SearchResult> Search(const SearchRequest& request, const Checkpoint& checkpoint) const;
  absl::StatusOr<std::vector<Hit>> Ranked(const SearchRequest& request, const Answered& answered) const;
  absl::StatusOr<std::vector<Hit>> InPlanOrder(const SearchRequest& request, const Answered& answered) const;
  std::vector<std::uint32_t> DocidsFrom(const Answered& answered, int offset, std::size_t limit) const;

  absl::StatusOr<plan::Paragraph> Fetch(Xapian::docid docid, std::string* plan_id) const;
  absl::StatusOr<Hit> MakeHit(Xapian::docid docid, double score, const SearchRequest& request,
                              const Answered& answered) const;
  Xapian::docid Find(const std::string& plan_id, const std::string& paragraph_id) const;
  absl::StatusOr<std::vector<plan::Paragraph>> FetchRange(Xapian::docid first, Xapian::docid end) const;
};

absl::StatusOr<std::vector<Selection>> Searcher::Impl::Select(const std::vector<FieldFilter>& filters) const {
  std::vector<Selection> selections;
  for (const FieldFilter& filter : filters) {
    auto values = LookUpRequested(data.facets, filter);
    if (!values.ok()) return values.status();
    selections.push_back({filter.field, *std::move(values)});
  }
  return selections;
}

absl::StatusOr<std::shared_ptr<const Answer>> Searcher::Impl::Evaluate(MatchNode root,
                                                                       const Checkpoint& checkpoint) const {
  const std::string key = CacheKey(root);
  if (auto known = data.answers.Find(key)) return known;
  DocSetEvaluator evaluator(database, checkpoint);
  absl::StatusOr<DocSet> matches = evaluator.Evaluate(&root);
  if (!matches.ok()) return matches.status();
  auto answer = std::make_shared<index::Answer>();
  answer->root = std::move(root);
  answer->histogram = CountTuples(*matches, data.tuple_of, data.facets.tuple_count());
  answer->matches = *std::move(matches);
  answer->dropped_words = evaluator.dropped_words();
  answer->absent_words = evaluator.absent_words();
  data.answers.Insert(key, answer);
  return answer;
}

CorrectedQuery Searcher::Impl::Correct(const SearchRequest& request) const {
  if (!request.correct) return {request.query.root, {}};
  const auto words = [this]() -> const TermDictionary& { return data.Words(database); };
  return Corrector(*data.analyzer, data.facets, database, words).Correct(request.query.root);
}

absl::StatusOr<Answered> Searcher::Impl::Answer(const query::Node& root,
                                                const std::vector<FieldFilter>& filters,
                                                const Checkpoint& checkpoint) const {
  auto selections = Select(filters);
  if (!selections.ok()) return selections.status();
  Answered answered;
  answered.selections = *std::move(selections);
  answered.query = Compiler(*data.analyzer, data.facets, database).Compile(root);
  auto answer = Evaluate(std::move(answered.query.root), checkpoint);
  if (!answer.ok()) return answer.status();
  answered.answer = *std::move(answer);
  return answered;
}

absl::StatusOr<plan::Paragraph> Searcher::Impl::Fetch(Xapian::docid docid, std::string* plan_id) const {
  absl::StatusOr<StoredParagraph> stored = ParseParagraph(database.get_document(docid).get_data());
  if (!stored.ok()) return stored.status();
  if (stored->plan_number >= data.ranges.size()) {
    return absl::DataLossError("a stored paragraph belongs to no plan: the index is damaged");
  }
  *plan_id = data.ranges[stored->plan_number].id;
  return std::move(stored->paragraph);
}

absl::StatusOr<Hit> Searcher::Impl::MakeHit(Xapian::docid docid, double score, const SearchRequest& request,
                                            const Answered& answered) const {
  Hit hit;
  hit.score = score;
  auto paragraph = Fetch(docid, &hit.plan_id);
  if (!paragraph.ok()) return paragraph.status();
  hit.paragraph = *std::move(paragraph);
  Explain(*data.analyzer, answered.query.patterns, request.snippet_length, &hit);
  return hit;
}

absl::StatusOr<std::vector<Hit>> Searcher::Impl::Ranked(const SearchRequest& request,
                                                        const Answered& answered) const {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25PlusWeight());
  enquire.set_query(Filtered(ToXapian(answered.answer->root), data.facets, answered.selections));
  const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(request.offset),
                                                static_cast<Xapian::doccount>(request.limit));
  std::vector<Hit> hits;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    absl::StatusOr<Hit> hit = MakeHit(*match, match.get_weight(), request, answered);
    if (!hit.ok()) return hit.status();
    hits.push_back(*std::move(hit));
  }
  return hits;
}

std::vector<std::uint32_t> Searcher::Impl::DocidsFrom(const Answered& answered, int offset,
                                                      std::size_t limit) const {
  const TupleFilter filter(data.facets, answered.selections);
  std::vector<std::uint32_t> docids(answered.answer->matches.cardinality());
  answered.answer->matches.toUint32Array(docids.data());
  if (!answered.selections.empty()) {
    std::vector<bool> passes(data.facets.tuple_count());
    for (const TupleCount& entry : answered.answer->histogram)
      passes[entry.tuple] = filter.Passes(entry.tuple);
    std::erase_if(docids, [&](std::uint32_t docid) { return !passes[data.tuple_of[docid]]; });
  }
  docids.erase(docids.begin(), docids.begin() + std::min<std::ptrdiff_t>(offset, std::ssize(docids)));
  docids.resize(std::min(docids.size(), limit));
  return docids;
}

absl::StatusOr<std::vector<Hit>> Searcher::Impl::InPlanOrder(const SearchRequest& request,
                                                             const Answered& answered) const {
  std::vector<Hit> hits;
  for (const std::uint32_t docid :
       DocidsFrom(answered, request.offset, static_cast<std::size_t>(request.limit))) {
    absl::StatusOr<Hit> hit = MakeHit(docid, 0, request, answered);
    if (!hit.ok()) return hit.status();
    hits.push_back(*std::move(hit));
  }
  return hits;
}

absl::StatusOr<SearchResult> Searcher::Impl::Search(const SearchRequest& request,
                                                    const Checkpoint& checkpoint) const {
  if (request.offset < 0 || request.limit < 0) {
    return absl::InvalidArgumentError("offset and limit must not be negative");
  }
  const CorrectedQuery corrected = Correct(request);
  auto answered = Answer(corrected.root, request.filters, checkpoint);
  if (!answered.ok()) return answered.status();
  NameTyped(corrected.corrections, &answered->query.patterns);
  SearchResult result;
  result.corrected_query = CorrectedLine(request.query.line, corrected.corrections);
  const TupleFilter filter(data.facets, answered->selections);
  result.total = static_cast<int>(filter.Total(answered->answer->histogram));
  if (!request.facets.empty()) {
    const std::vector<std::uint32_t> counts = filter.Counts(answered->answer->histogram);
    for (const query::Field field : request.facets) {
      result.facets.push_back(MakeFacet(data.facets, field, counts, answered->selections));
    }
  }
  result.dropped_words = answered->answer->dropped_words;
  result.notes = NotesOf(request, *answered);
  if (request.limit == 0 || request.offset >= result.total) return result;
  if (absl::Status status = checkpoint(); !status.ok()) return status;
  auto hits =
      request.order == Order::kPlanOrder ? InPlanOrder(request, *answered) : Ranked(request, *answered);
  if (!hits.ok()) return hits.status();
  result.hits = *std::move(hits);
  return result;
}

/// 0 where there is no such paragraph.
Xapian::docid Searcher::Impl::Find(const std::string& plan_id, const std::string& paragraph_id) const {
  if (paragraph_id.empty()) return 0;
  const std::string term = NameTerm(plan_id, paragraph_id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

absl::StatusOr<std::vector<plan::Paragraph>> Searcher::Impl::FetchRange(Xapian::docid first,
                                                                        Xapian::docid end) const {
  std::vector<plan::Paragraph> paragraphs;
  std::string plan_id;
  for (Xapian::docid docid = first; docid < end; ++docid) {
    auto paragraph = Fetch(docid, &plan_id);
    if (!paragraph.ok()) return paragraph.status();
    paragraphs.push_back(*std::move(paragraph));
  }
  return paragraphs;
}

absl::StatusOr<Searcher> Searcher::Open(std::shared_ptr<const Snapshot> snapshot) {
  const Snapshot::Impl& data = *snapshot->impl_;
  return GuardXapian(
      fmt::format("cannot open {}", data.generation.folder.string()), [&]() -> absl::StatusOr<Searcher> {
        Xapian::Database database(data.generation.database().string());
        return Searcher(std::make_unique<Impl>(Impl{std::move(snapshot), data, std::move(database)}));
      });
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

const Snapshot& Searcher::snapshot() const { return *impl_->snapshot; }

absl::StatusOr<SearchResult> Searcher::Search(const SearchRequest& request, const Checkpoint& checkpoint) {
  return GuardXapian("cannot search", [&] { return impl_->Search(request, checkpoint); });
}

absl::Status Searcher::Export(const query::ParsedQuery& query, const std::vector<FieldFilter>& filters,
                              int offset, const Sink& sink, const Checkpoint& checkpoint) {
  if (offset < 0) return absl::InvalidArgumentError("offset must not be negative");
  return GuardXapian("cannot export", [&]() -> absl::Status {
    const auto answered = impl_->Answer(query.root, filters, checkpoint);
    if (!answered.ok()) return answered.status();
    int fetched = 0;
    std::string plan_id;
    for (const std::uint32_t docid : impl_->DocidsFrom(*answered, offset, SIZE_MAX)) {
      if (fetched++ % kFetchesBetweenChecks == 0) {
        if (absl::Status status = checkpoint(); !status.ok()) return status;
      }
      const auto paragraph = impl_->Fetch(docid, &plan_id);
      if (!paragraph.ok()) return paragraph.status();
      if (!sink(plan_id, *paragraph)) break;
    }
    return absl::OkStatus();
  });
}

absl::StatusOr<ParagraphInContext> Searcher::Get(const std::string& plan_id, const std::string& paragraph_id,
                                                 int neighbours) {
  if (neighbours < 0) return absl::InvalidArgumentError("the number of neighbours must not be negative");
  return GuardXapian("cannot read a paragraph", [&]() -> absl::StatusOr<ParagraphInContext> {
    const Xapian::docid docid = impl_->Find(plan_id, paragraph_id);
    if (docid == 0) {
      return absl::NotFoundError(fmt::format("there is no paragraph {} in plan {}", paragraph_id, plan_id));
    }
    const PlanRange& range = impl_->data.ranges[impl_->data.plan_number_of.at(plan_id)];
    const auto reach = static_cast<Xapian::docid>(neighbours);
    const Xapian::docid first = docid - std::min(reach, docid - range.first);
    const Xapian::docid end = docid + 1 + std::min(reach, range.first + range.count - docid - 1);
    auto before = impl_->FetchRange(first, docid);
    auto after = impl_->FetchRange(docid + 1, end);
    ParagraphInContext context;
    auto paragraph = impl_->Fetch(docid, &context.plan_id);
    for (const absl::Status& status : {before.status(), after.status(), paragraph.status()}) {
      if (!status.ok()) return status;
    }
    context.paragraph = *std::move(paragraph);
    context.before = *std::move(before);
    context.after = *std::move(after);
    const Xapian::docid counterpart = impl_->Find(plan_id, context.paragraph.counterpart_id);
    if (counterpart == 0) return context;
    auto other = impl_->Fetch(counterpart, &context.plan_id);
    if (!other.ok()) return other.status();
    context.counterpart = *std::move(other);
    return context;
  });
}

absl::StatusOr<plan::Plan> Searcher::LoadPlan(const std::string& plan_id) {
  return GuardXapian("cannot read a plan", [&]() -> absl::StatusOr<plan::Plan> {
    const auto number = impl_->data.plan_number_of.find(plan_id);
    if (number == impl_->data.plan_number_of.end()) {
      return absl::NotFoundError(fmt::format("there is no plan {}", plan_id));
    }
    const auto& plans = impl_->snapshot->plans();
    const auto summary = std::find_if(plans.begin(), plans.end(), [&](const PlanSummary& candidate) {
      return candidate.plan.id == plan_id;
    });
    plan::Plan plan = summary->plan;
    const PlanRange& range = impl_->data.ranges[number->second];
    auto paragraphs = impl_->FetchRange(range.first, range.first + range.count);
    if (!paragraphs.ok()) return paragraphs.status();
    plan.paragraphs = *std::move(paragraphs);
    return plan;
  });
}

}  // namespace plansok::index
