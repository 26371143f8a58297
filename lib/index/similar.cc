// Searcher's answer to "what else is like this?": a paragraph's most telling words, asked of the other plans.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "index/hit.h"
#include "index/paragraph_words.h"
#include "index/ranking.h"
#include "index/schema.h"
#include "index/searcher_impl.h"
#include "index/xapian_status.h"

namespace plansok::index {
namespace {

using Xapian::Query;

/// A paragraph's words are searched as terms are.
constexpr bool kNoQuestion = false;

/// Paragraphs that have all the words asked for and are looked at word by word: the same boilerplate may
/// stand in every plan of a city.
constexpr std::size_t kMaxSameWords = 200;

/// A term that tells the paragraph from others.
struct TellingTerm {
  std::string term;
  text::Pattern pattern;
  std::string printed;  ///< the paragraph's own word
  double kind_weight = 1;
  Xapian::termcount wdf = 0;
  double weight = 0;  ///< how much it tells: frequent here, rare elsewhere
};

/// The paragraph's own words as it is best read.
const std::vector<text::Word>& BestReading(const ParagraphWords& words) {
  return words.repaired.empty() ? words.printed : words.repaired;
}

std::vector<std::string> Surfaces(const ParagraphWords& words) {
  std::vector<std::string> surfaces;
  for (const text::Word& word : BestReading(words)) surfaces.push_back(word->surface);
  return surfaces;
}

/// Gathers stems and parts of compounds.
class TermCollector {
 public:
  explicit TermCollector(const Xapian::Database& database) : database_(database) {}

  void Add(const text::Word& word, std::string_view text) {
    if (word->stopword) return;
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    Count(kStemPrefix, text::Pattern::Kind::kStem, word->stem, printed, 1);
    for (const std::string& part : word->parts) {
      Count(kPartPrefix, text::Pattern::Kind::kPart, part, printed, kPartWeight);
    }
  }

  /// The terms that tell anything, most telling first, then by name.
  std::vector<TellingTerm> Ordered() {
    const double paragraphs = database_.get_doccount();
    std::vector<TellingTerm> ordered;
    for (auto& [name, term] : terms_) {
      const Xapian::doccount frequency = database_.get_termfreq(name);
      if (frequency == 0) continue;
      term.weight = term.kind_weight * (1 + std::log(term.wdf)) * std::log(paragraphs / frequency);
      if (term.weight > 0) ordered.push_back(std::move(term));
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const TellingTerm& a, const TellingTerm& b) { return a.weight > b.weight; });
    return ordered;
  }

 private:
  void Count(std::string_view prefix, text::Pattern::Kind kind, const std::string& stem,
             std::string_view printed, double kind_weight) {
    const std::string name = Term(prefix, stem);
    TellingTerm& term = terms_[name];
    if (term.wdf++ > 0) return;
    term.term = name;
    term.pattern = {.kind = kind, .words = {{stem}}};
    term.printed = printed;
    term.kind_weight = kind_weight;
  }

  const Xapian::Database& database_;
  std::map<std::string, TellingTerm> terms_;
};

Query AnyOf(const std::vector<TellingTerm>& terms) {
  std::vector<Query> queries;
  for (const TellingTerm& term : terms) {
    const Query query(term.term, term.wdf);
    queries.push_back(term.kind_weight == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, term.kind_weight));
  }
  return {Query::OP_OR, queries.begin(), queries.end()};
}

Query AllOf(const std::vector<TellingTerm>& terms) {
  std::vector<std::string> names;
  for (const TellingTerm& term : terms) names.push_back(term.term);
  return {Query::OP_AND, names.begin(), names.end()};
}

std::vector<TypedPattern> PatternsOf(const std::vector<TellingTerm>& terms) {
  std::vector<TypedPattern> patterns;
  for (const TellingTerm& term : terms) patterns.push_back({term.pattern, term.printed});
  return patterns;
}

}  // namespace

/// One paragraph's search for its like.
class SimilarFinder {
 public:
  SimilarFinder(const Searcher::Impl& impl, const PlanRange& plan, const plan::Paragraph& own)
      : impl_(impl), plan_(plan), words_(AnalyzeParagraph(*impl.data.analyzer, own.text, own.repaired_text)) {
    TermCollector collector(impl.database);
    const std::string& text = words_.repaired.empty() ? own.text : own.repaired_text;
    for (const text::Word& word : BestReading(words_)) collector.Add(word, text);
    ChooseTerms(collector.Ordered(), NameTerm(plan.id, own.id));
  }

  absl::StatusOr<std::vector<Hit>> Find(std::size_t limit, const Checkpoint& checkpoint) {
    if (terms_.empty() || limit == 0) return std::vector<Hit>();
    absl::Status status = TakeSameWords(limit, checkpoint);
    if (status.ok()) status = TakeRanked(limit, checkpoint);
    if (!status.ok()) return status;
    return std::move(hits_);
  }

 private:
  /// Asked for are terms that other plans have; weighed against are all.
  void ChooseTerms(std::vector<TellingTerm> ordered, const std::string& own_name) {
    std::vector<TellingTerm> all = ordered;
    all.resize(std::min(all.size(), kSimilarTerms));
    own_weight_ = all.empty() ? 0 : impl_.WeightIn(AnyOf(all), kNoQuestion, own_name);
    std::erase_if(ordered, [this](const TellingTerm& term) { return !StandsElsewhere(term.term); });
    ordered.resize(std::min(ordered.size(), kSimilarTerms));
    terms_ = std::move(ordered);
  }

  /// A plan's docids follow each other.
  bool StandsElsewhere(const std::string& term) const {
    auto posting = impl_.database.postlist_begin(term);
    const auto end = impl_.database.postlist_end(term);
    if (posting != end && *posting < plan_.first) return true;
    if (posting != end) posting.skip_to(plan_.first + plan_.count);
    return posting != end;
  }

  /// The best in other plans: docids with the share of the own weight that they have.
  std::vector<std::pair<Xapian::docid, double>> Elsewhere(const Query& query, std::size_t most) const {
    const Query own_plan(Term(FilterPrefix(query::Field::kPlan), plan_.id));
    const Xapian::MSet matches = impl_.Enquire(Query(Query::OP_AND_NOT, query, own_plan), kNoQuestion)
                                     .get_mset(0, static_cast<Xapian::doccount>(most));
    std::vector<std::pair<Xapian::docid, double>> found;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      found.emplace_back(*match, std::min(match.get_weight() / own_weight_, 1.0));
    }
    return found;
  }

  absl::Status TakeSameWords(std::size_t limit, const Checkpoint& checkpoint) {
    const Query all(Query::OP_FILTER, AnyOf(terms_), AllOf(terms_));
    for (const auto& [docid, score] : Elsewhere(all, kMaxSameWords)) {
      if (hits_.size() == limit) break;
      if (absl::Status status = checkpoint(); !status.ok()) return status;
      Hit hit;
      auto paragraph = impl_.Fetch(docid, &hit.plan_id);
      if (!paragraph.ok()) return paragraph.status();
      if (!HasSameWords(*paragraph)) continue;
      hit.paragraph = std::make_shared<plan::Paragraph>(*std::move(paragraph));
      hit.score = 1;
      Take(docid, std::move(hit));
    }
    return absl::OkStatus();
  }

  absl::Status TakeRanked(std::size_t limit, const Checkpoint& checkpoint) {
    for (const auto& [docid, score] : Elsewhere(AnyOf(terms_), limit + taken_.size())) {
      if (hits_.size() == limit || score < kSimilarFloor) break;
      if (taken_.contains(docid)) continue;
      if (absl::Status status = checkpoint(); !status.ok()) return status;
      Hit hit;
      auto paragraph = impl_.Fetch(docid, &hit.plan_id);
      if (!paragraph.ok()) return paragraph.status();
      hit.paragraph = std::make_shared<plan::Paragraph>(*std::move(paragraph));
      hit.score = score;
      Take(docid, std::move(hit));
    }
    return absl::OkStatus();
  }

  void Take(Xapian::docid docid, Hit hit) {
    const plan::Paragraph& paragraph = *hit.paragraph;
    const ParagraphWords words =
        AnalyzeParagraph(*impl_.data.analyzer, paragraph.text, paragraph.repaired_text);
    HitExplainer(PatternsOf(terms_), kDefaultSnippetLength).Explain(words, &hit);
    taken_.insert(docid);
    hits_.push_back(std::move(hit));
  }

  bool HasSameWords(const plan::Paragraph& other) const {
    return Surfaces(AnalyzeParagraph(*impl_.data.analyzer, other.text, other.repaired_text)) ==
           Surfaces(words_);
  }

  const Searcher::Impl& impl_;
  const PlanRange& plan_;
  const ParagraphWords words_;
  double own_weight_ = 0;
  std::vector<TellingTerm> terms_;
  std::set<Xapian::docid> taken_;
  std::vector<Hit> hits_;
};

absl::StatusOr<std::vector<Hit>> Searcher::Impl::Similar(const std::string& plan_id,
                                                         const std::string& paragraph_id, int limit,
                                                         const Checkpoint& checkpoint) const {
  if (limit < 0) return absl::InvalidArgumentError("limit must not be negative");
  const Xapian::docid docid = Find(plan_id, paragraph_id);
  if (docid == 0) {
    return absl::NotFoundError(fmt::format("there is no paragraph {} in plan {}", paragraph_id, plan_id));
  }
  std::string own_plan;
  const auto own = Fetch(docid, &own_plan);
  if (!own.ok()) return own.status();
  const PlanRange& range = data.ranges[data.plan_number_of.at(plan_id)];
  return SimilarFinder(*this, range, *own).Find(static_cast<std::size_t>(limit), checkpoint);
}

absl::StatusOr<std::vector<Hit>> Searcher::FindSimilar(const std::string& plan_id,
                                                       const std::string& paragraph_id, int limit,
                                                       const Checkpoint& checkpoint) {
  return GuardXapian("cannot look for similar paragraphs",
                     [&] { return impl_->Similar(plan_id, paragraph_id, limit, checkpoint); });
}

}  // namespace plansok::index
