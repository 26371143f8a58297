#include "index/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "index/histogram.h"
#include "index/searcher_impl.h"
#include "index/suggestion_builder.h"
#include "index/xapian_status.h"
#include "query/characters.h"
#include "query/lexer.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

/// So many of the commonest words and phrases are looked at: enough to find what fits the words before, few
/// enough for a keystroke.
constexpr std::size_t kMaxCandidates = 256;

/// A single letter alone begins some word of nearly every label.
constexpr std::size_t kMinLabelLetters = 2;

/// Which paragraphs the beginning of a line finds tells what goes on with it, unless an ELLER outside of
/// parentheses makes what follows an alternative. Prefixes cost too much for a keystroke.
bool Restricts(const std::vector<query::Token>& tokens) {
  std::vector<bool> alternative = {false};  // by open parenthesis: whether an ELLER stands in it
  for (const query::Token& token : tokens) {
    if (token.prefix) return false;
    if (token.kind == query::TokenKind::kOpen) alternative.push_back(false);
    if (token.kind == query::TokenKind::kClose && alternative.size() > 1) alternative.pop_back();
    if (token.kind == query::TokenKind::kOr) alternative.back() = true;
  }
  return std::find(alternative.begin(), alternative.end(), true) == alternative.end();
}

/// Whether something new begins at `begin`: inside of a word a phrase or a field would be text.
bool BeginsToken(std::string_view line, std::size_t begin) {
  std::size_t last = begin;
  for (std::size_t at = 0; at < begin; at += query::CodePointAt(line, at).length) last = at;
  if (last == begin) return true;
  const char32_t before = query::CodePointAt(line, last).value;
  return query::IsSeparator(before) || before == U'(' || before == U'-';
}

/// Without the quotation mark right before what is completed: what was meant is a phrase, and gets its own.
std::size_t WithoutQuote(std::string_view line, std::size_t begin) {
  const std::optional<std::size_t> open = query::OpenQuote(line.substr(0, begin));
  return open && *open + query::CodePointAt(line, *open).length == begin ? *open : begin;
}

/// A value as people type it: ids and years as they are, what only programs name (ASSIGNMENT) by its label.
std::string TypedValue(const FacetEntry& entry) {
  const bool named = entry.field == query::Field::kKind || entry.field == query::Field::kOrigin;
  const std::string& value = named ? entry.label : entry.value;
  return value.find(' ') == std::string::npos ? value : fmt::format("\"{}\"", value);
}

std::string Joined(const std::vector<TailWord>& words, std::size_t count) {
  std::string joined;
  for (std::size_t i = words.size() - count; i < words.size(); ++i) {
    if (i > words.size() - count) joined += ' ';
    joined += words[i].word;
  }
  return joined;
}

}  // namespace

absl::StatusOr<Suggester::Before> Suggester::Find(std::size_t begin) const {
  Before before;
  const std::string_view line = line_.substr(0, begin);
  query::Notes notes;
  std::vector<query::Token> tokens = query::Lex(line, notes);
  const auto is_mark = [&](const query::Token& token) {  // "-", a quotation mark
    return !query::HasLetterOrDigit(line.substr(token.span.begin, token.span.end - token.span.begin));
  };
  while (!tokens.empty() && (is_mark(tokens.back()) || tokens.back().kind == query::TokenKind::kAnd))
    tokens.pop_back();
  if (tokens.empty() || !Restricts(tokens)) return before;
  auto answer = answer_of_(line.substr(0, tokens.back().span.end));
  if (!answer.ok()) return answer.status();
  if ((*answer)->matches.isEmpty()) return before;
  before.answer = *std::move(answer);
  before.has.assign(std::size_t{before.answer->matches.maximum()} + 1, false);
  std::vector<std::uint32_t> docids(before.answer->matches.cardinality());
  before.answer->matches.toUint32Array(docids.data());
  for (const std::uint32_t docid : docids) before.has[docid] = true;
  before.values = TupleFilter(facets_, {}).Counts(before.answer->histogram);
  return before;
}

std::size_t Suggester::CountIn(const Before& before, std::uint32_t entry) const {
  const std::span<const std::uint32_t> docids = table_.Docids(entry);
  if (before.answer == nullptr) return docids.size();
  return static_cast<std::size_t>(std::count_if(docids.begin(), docids.end(), [&](std::uint32_t docid) {
    return docid < before.has.size() && before.has[docid];
  }));
}

/// What begins as the last `word_count` words do.
absl::Status Suggester::AddTexts(const TypedTail& tail, std::size_t word_count, Group* words,
                                 Group* phrases) const {
  const std::string typed = Joined(tail.words, word_count);
  const auto completions = table_.Complete(typed, kMaxCandidates);
  if (completions.empty()) return absl::OkStatus();
  const std::size_t begin = WithoutQuote(line_, tail.words[tail.words.size() - word_count].begin);
  const std::string_view kept = line_.substr(0, begin);
  if (query::OpenQuote(kept)) return absl::OkStatus();  // only what begins as the phrase does goes on with it
  const absl::StatusOr<Before> before = Find(begin);
  if (!before.ok()) return before.status();
  const bool takes_phrases = BeginsToken(line_, begin);
  for (const SuggestionTable::Completion& completion : completions) {
    if (!takes_phrases && table_.IsPhrase(completion.entry)) continue;
    const std::size_t count = CountIn(*before, completion.entry);
    if (count == 0) continue;
    const std::string text(table_.Text(completion.text));
    const std::string word = text::NormalizeWord(text);  // in capitals it might be an operator
    const bool phrase = table_.IsPhrase(completion.entry);
    Ranked ranked{{phrase ? fmt::format("{}\"{}\"", kept, word) : fmt::format("{}{}", kept, word),
                   fmt::format("{}{}", kept, text), phrase ? "phrase" : "word", static_cast<int>(count)},
                  word == typed};
    (phrase ? phrases : words)->push_back(std::move(ranked));
  }
  return absl::OkStatus();
}

std::uint32_t Suggester::CountOf(std::uint32_t value, const Before& before) const {
  return before.answer == nullptr ? labels_.Count(value) : before.values[value];
}

void Suggester::AddValue(std::uint32_t number, std::size_t begin, const Before& before, Group* values) const {
  const FacetEntry& entry = facets_.value(number);
  const std::uint32_t count = CountOf(number, before);
  if (count == 0) return;
  const std::string_view kept = line_.substr(0, begin);
  values->push_back({{fmt::format("{}{}:{}", kept, query::SwedishFieldName(entry.field), TypedValue(entry)),
                      fmt::format("{}{}", kept, entry.label), std::string(query::FieldName(entry.field)),
                      static_cast<int>(count)}});
}

/// The values whose labels have the most of the last words, each as a beginning.
absl::Status Suggester::AddValues(const TypedTail& tail, std::size_t* word_count, Group* values) const {
  const std::string& last = tail.words.back().word;
  std::vector<std::uint32_t> fitting = labels_.Complete(last);
  if (fitting.empty()) return absl::OkStatus();
  *word_count = 1;
  while (*word_count < tail.words.size()) {
    std::vector<std::uint32_t> still = fitting;
    const std::string& word = tail.words[tail.words.size() - *word_count - 1].word;
    std::erase_if(still, [&](std::uint32_t value) { return !labels_.HasBeginning(value, word); });
    if (still.empty()) break;
    fitting = std::move(still);
    ++*word_count;
  }
  if (*word_count == 1 && text::CodePointCount(last) < kMinLabelLetters) return absl::OkStatus();
  const std::size_t begin = WithoutQuote(line_, tail.words[tail.words.size() - *word_count].begin);
  if (!BeginsToken(line_, begin)) return absl::OkStatus();
  if (query::OpenQuote(line_.substr(0, begin))) return absl::OkStatus();  // inside a phrase
  const absl::StatusOr<Before> before = Find(begin);
  if (!before.ok()) return before.status();
  for (const std::uint32_t number : fitting) AddValue(number, begin, *before, values);
  return absl::OkStatus();
}

/// The values of the field that is named: "nämnd:nord"; the commonest where none of it is typed yet.
absl::Status Suggester::AddValuesOf(query::Field field, const TypedTail& tail, std::size_t limit,
                                    Group* values) const {
  const absl::StatusOr<Before> before = Find(tail.field_begin);
  if (!before.ok()) return before.status();
  std::vector<std::uint32_t> fitting;
  for (const std::uint32_t number : facets_.ValuesOf(field)) {
    const bool fits = std::all_of(tail.words.begin(), tail.words.end(), [&](const TailWord& word) {
      return labels_.HasBeginning(number, word.word);
    });
    if (fits && CountOf(number, *before) > 0) fitting.push_back(number);
  }
  const auto most = fitting.begin() + static_cast<std::ptrdiff_t>(std::min(fitting.size(), limit));
  std::partial_sort(fitting.begin(), most, fitting.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(CountOf(b, *before), a) < std::pair(CountOf(a, *before), b);
  });
  fitting.erase(most, fitting.end());
  for (const std::uint32_t number : fitting) AddValue(number, tail.field_begin, *before, values);
  return absl::OkStatus();
}

/// Groups one after another, each from the best. First each gets an even share of the places, then those that
/// have more get what is left, in order.
std::vector<Suggestion> Suggester::Arranged(const std::vector<Group*>& groups, std::size_t limit) {
  const auto filled = static_cast<std::size_t>(
      std::count_if(groups.begin(), groups.end(), [](const Group* group) { return !group->empty(); }));
  const std::size_t share = filled == 0 ? 0 : std::max<std::size_t>(1, limit / filled);
  std::vector<std::size_t> places;
  std::size_t left = limit;
  for (const Group* group : groups) {
    places.push_back(std::min({group->size(), share, left}));
    left -= places.back();
  }
  std::vector<Suggestion> suggestions;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Group& group = *groups[i];
    const std::size_t more = std::min(left, group.size() - places[i]);
    left -= more;
    std::stable_sort(group.begin(), group.end(), [](const Ranked& a, const Ranked& b) {
      return a.exact != b.exact ? a.exact : a.suggestion.count > b.suggestion.count;
    });
    for (std::size_t j = 0; j < places[i] + more; ++j) suggestions.push_back(std::move(group[j].suggestion));
  }
  return suggestions;
}

absl::StatusOr<std::vector<Suggestion>> Suggester::Suggest(std::string_view line, std::size_t limit) {
  line_ = line;
  const TypedTail tail = ReadTail(line);
  if (tail.words.empty() && !tail.field) return std::vector<Suggestion>();
  Group longer;
  Group words;
  Group phrases;
  Group values;
  if (tail.field) {
    absl::Status status = AddValuesOf(*tail.field, tail, limit, &values);
    if (!status.ok()) return status;
    return Arranged({&values}, limit);
  }
  for (std::size_t count = std::min(tail.words.size(), SuggestionBuilder::kPhraseWords); count > 1; --count) {
    if (absl::Status status = AddTexts(tail, count, &longer, &longer); !status.ok()) return status;
  }
  if (absl::Status status = AddTexts(tail, 1, &words, &phrases); !status.ok()) return status;
  std::size_t words_of_value = 0;
  if (absl::Status status = AddValues(tail, &words_of_value, &values); !status.ok()) return status;
  std::vector<Group*> groups = {&longer, &words, &phrases, &values};
  if (words_of_value > 1) groups = {&longer, &values, &words, &phrases};
  return Arranged(groups, limit);
}

absl::StatusOr<std::vector<Suggestion>> Searcher::Impl::Suggested(std::string_view line, std::size_t limit,
                                                                  const Checkpoint& checkpoint) const {
  const auto answer_of =
      [&](std::string_view before) -> absl::StatusOr<std::shared_ptr<const index::Answer>> {
    auto answered = Ask(query::Parse(before), false, {}, checkpoint);
    if (!answered.ok()) return answered.status();
    return std::move(answered->answer);
  };
  return Suggester(data.suggestions, data.facets, data.labels, answer_of).Suggest(line, limit);
}

absl::StatusOr<std::vector<Suggestion>> Searcher::Suggest(std::string_view line, int limit,
                                                          const Checkpoint& checkpoint) {
  if (limit < 0) return absl::InvalidArgumentError("limit must not be negative");
  return GuardXapian("cannot suggest",
                     [&] { return impl_->Suggested(line, static_cast<std::size_t>(limit), checkpoint); });
}

}  // namespace plansok::index
