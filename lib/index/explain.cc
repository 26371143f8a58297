// Searcher's answer to "why?": the stages of a query, and what each term gave a paragraph's score.
//
// Xapian tells no term's weight from another's, but every part of a query is a query itself: run by the same
// scheme and held to one paragraph, it gives that part's own weight. What is explained is therefore whatever
// query ranks the hits, however it was made.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "index/schema.h"
#include "index/searcher_impl.h"
#include "index/xapian_status.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using Xapian::Query;

struct PrefixLabel {
  std::string_view prefix;
  std::string_view label;
};

constexpr std::array kPrefixLabels = {
    PrefixLabel{kStemPrefix, "böjning"},    PrefixLabel{kFoldedPrefix, "utan å ä ö"},
    PrefixLabel{kPartPrefix, "del av ord"}, PrefixLabel{kRootPrefix, "ordfamilj"},
    PrefixLabel{kSectionPrefix, "ovanför"},
};

/// Prefixes are capitals and words are not, so no word looks like one.
std::string_view LabelOfTerm(std::string_view term) {
  for (const PrefixLabel& known : kPrefixLabels) {
    if (term.starts_with(known.prefix)) return known.label;
  }
  for (const query::Field field : query::kAllFields) {
    if (term.starts_with(FilterPrefix(field))) return query::SwedishFieldName(field);
  }
  return "ord";
}

std::string_view WithoutPrefix(std::string_view term) {
  for (const PrefixLabel& known : kPrefixLabels) {
    if (term.starts_with(known.prefix)) return term.substr(known.prefix.size());
  }
  return term;
}

/// The words of a whole as a reader knows them: ”bostad först”, though it is asked without ö too.
std::string Quoted(const std::vector<std::string>& terms) {
  std::vector<std::string_view> words;
  std::map<std::string, std::size_t> place;
  for (const std::string& term : terms) {
    const std::string_view word = WithoutPrefix(term);
    const std::string folded = text::FoldWord(word);
    const auto [known, is_new] = place.try_emplace(folded, words.size());
    if (is_new) words.push_back(word);
    if (word != folded) words[known->second] = word;
  }
  return fmt::format("”{}”", fmt::join(words, " "));
}

/// Takes the weight that a query gives one paragraph apart, term by term.
class ShareCollector {
 public:
  using WeightOf = std::function<double(const Query&)>;

  /// `weight_of` weighs a query in the paragraph; 0 where it does not match.
  ShareCollector(const Xapian::Database& database, Xapian::docid docid, WeightOf weight_of,
                 const Checkpoint& checkpoint)
      : database_(database), docid_(docid), weight_of_(std::move(weight_of)), checkpoint_(checkpoint) {}

  absl::StatusOr<std::vector<TermShare>> Collect(const Query& query) {
    Visit(query, 1);
    if (!status_.ok()) return status_;
    std::vector<TermShare> shares;
    for (auto& [key, share] : shares_) shares.push_back(std::move(share));
    std::stable_sort(shares.begin(), shares.end(),
                     [](const TermShare& a, const TermShare& b) { return a.weight > b.weight; });
    return shares;
  }

 private:
  /// `factor`: what the operators above multiply the weight by. Operands of what does not match itself give
  /// nothing, even those that the paragraph has.
  void Visit(const Query& query, double factor) {
    status_.Update(checkpoint_());
    if (!status_.ok() || query.empty()) return;
    if (query.get_type() == Query::LEAF_TERM) return AddTerm(query, factor);
    if (weight_of_(query) > 0) VisitOperator(query, factor);
  }

  void VisitOperator(const Query& query, double factor) {
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) Visit(query.get_subquery(i), factor);
        return;
      case Query::OP_AND_NOT:
      case Query::OP_FILTER:
        return Visit(query.get_subquery(0), factor);
      case Query::OP_SCALE_WEIGHT:
        return VisitScaled(query, factor);
      case Query::OP_MAX:
        return VisitHeaviest(query, factor);
      case Query::OP_PHRASE:
        return AddWhole(query, "fras", factor);
      case Query::OP_NEAR:
        return AddWhole(query, "närhet", factor);
      default:
        return AddWhole(query, "övrigt", factor);
    }
  }

  /// Xapian does not tell by what it scales, but the weights with and without do.
  void VisitScaled(const Query& query, double factor) {
    const Query inner = query.get_subquery(0);
    const double weight = weight_of_(inner);
    Visit(inner, factor * weight_of_(query) / weight);
  }

  void VisitHeaviest(const Query& query, double factor) {
    std::size_t heaviest = 0;
    double most = 0;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      const double weight = weight_of_(query.get_subquery(i));
      if (weight > most) heaviest = i;
      most = std::max(most, weight);
    }
    if (most > 0) Visit(query.get_subquery(heaviest), factor);
  }

  void AddTerm(const Query& query, double factor) {
    const std::string term = *query.get_terms_begin();
    auto entry = database_.termlist_begin(docid_);
    entry.skip_to(term);
    if (entry == database_.termlist_end(docid_) || *entry != term) return;
    Add({term, std::string(LabelOfTerm(term)), factor * weight_of_(query), static_cast<int>(entry.get_wdf()),
         static_cast<int>(database_.get_termfreq(term))});
  }

  /// What has no weight term by term.
  void AddWhole(const Query& query, std::string_view label, double factor) {
    const std::vector<std::string> terms(query.get_terms_begin(), query.get_terms_end());
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::doccount all = database_.get_doccount();
    const Xapian::doccount frequency =
        enquire.get_mset(0, 0, all).get_matches_estimated();  // exact: all seen
    Add({Quoted(terms), std::string(label), factor * weight_of_(query), 0, static_cast<int>(frequency)});
  }

  /// A term may stand in several places of a query: what is told is what it gave in all.
  void Add(TermShare share) {
    if (share.weight <= 0) return;
    const auto [entry, added] = shares_.try_emplace({share.term, share.label}, share);
    if (!added) entry->second.weight += share.weight;
  }

  const Xapian::Database& database_;
  const Xapian::docid docid_;
  const WeightOf weight_of_;
  const Checkpoint& checkpoint_;
  absl::Status status_;
  std::map<std::pair<std::string, std::string>, TermShare> shares_;
};

}  // namespace

double Searcher::Impl::WeightIn(const Xapian::Query& query, bool question,
                                const std::string& name_term) const {
  const Xapian::MSet match =
      Enquire(Query(Query::OP_FILTER, query, Query(name_term)), question).get_mset(0, 1);
  return match.empty() ? 0 : match.begin().get_weight();
}

absl::Status Searcher::Impl::ExplainHit(const Answered& answered, Xapian::docid docid,
                                        const std::string& name_term, const Checkpoint& checkpoint,
                                        Explanation* explanation) const {
  const TupleFilter filter(data.facets, answered.selections);
  explanation->matches = answered.answer->matches.contains(docid) && filter.Passes(data.tuple_of[docid]);
  if (!explanation->matches) return absl::OkStatus();
  const Query query = RankingQuery(answered);
  const bool question = answered.answer->query.question;
  explanation->score = WeightIn(query, question, name_term);
  const auto weight_of = [&](const Query& part) { return WeightIn(part, question, name_term); };
  auto terms = ShareCollector(database, docid, weight_of, checkpoint).Collect(query);
  if (!terms.ok()) return terms.status();
  explanation->terms = *std::move(terms);
  return absl::OkStatus();
}

absl::StatusOr<Explanation> Searcher::Impl::Explained(const SearchRequest& request,
                                                      const std::string& plan_id,
                                                      const std::string& paragraph_id,
                                                      const Checkpoint& checkpoint) const {
  const bool of_paragraph = !plan_id.empty() || !paragraph_id.empty();
  const Xapian::docid docid = of_paragraph ? Find(plan_id, paragraph_id) : 0;
  if (of_paragraph && docid == 0) {
    return absl::NotFoundError(fmt::format("there is no paragraph {} in plan {}", paragraph_id, plan_id));
  }
  const auto answered = Ask(request.query, request.correct, request.filters, checkpoint);
  if (!answered.ok()) return answered.status();
  auto notes = NotesOf(request.query, *answered, checkpoint);
  if (!notes.ok()) return notes.status();
  query::Notes on_tokens;  // NotesOf() has them
  Explanation explanation;
  explanation.tokens = query::Lex(request.query.line, on_tokens);
  explanation.tree = query::DebugString(answered->corrected.root);
  explanation.index_query = RankingQuery(*answered).get_description();
  explanation.corrected_query = CorrectedLine(request.query.line, answered->corrected.corrections);
  explanation.dropped_words = DroppedWords(*answered);
  explanation.notes = *std::move(notes);
  const TupleFilter filter(data.facets, answered->selections);
  explanation.total = static_cast<int>(filter.Total(answered->answer->histogram));
  if (docid == 0) return explanation;
  const absl::Status status =
      ExplainHit(*answered, docid, NameTerm(plan_id, paragraph_id), checkpoint, &explanation);
  if (!status.ok()) return status;
  return explanation;
}

absl::StatusOr<Explanation> Searcher::Explain(const SearchRequest& request, const std::string& plan_id,
                                              const std::string& paragraph_id, const Checkpoint& checkpoint) {
  return GuardXapian("cannot explain",
                     [&] { return impl_->Explained(request, plan_id, paragraph_id, checkpoint); });
}

}  // namespace plansok::index
