#include "index/hit.h"

#include <algorithm>
#include <utility>

#include "text/highlight.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using Kind = text::Pattern::Kind;

std::string_view Printed(std::string_view text, const std::vector<text::Word>& words, std::size_t first,
                         std::size_t last) {
  return text.substr(words[first].begin, words[last].end - words[first].begin);
}

/// The last printed word of what a repaired word was read from: both halves of one that a line's end cut.
std::size_t LastPrinted(const ParagraphWords& words, std::string_view repaired_text, std::size_t word) {
  const std::size_t place = words.place[word];
  const bool joined = Printed(repaired_text, words.repaired, word, word).find('-') != std::string_view::npos;
  const bool last = word + 1 == words.place.size();
  const std::size_t behind = last ? words.printed.size() : words.place[word + 1];
  return joined ? std::max(place, behind - 1) : place;
}

std::vector<text::Pattern> PatternsOf(const std::vector<TypedPattern>& typed) {
  std::vector<text::Pattern> patterns;
  patterns.reserve(typed.size());
  for (const TypedPattern& pattern : typed) patterns.push_back(pattern.pattern);
  return patterns;
}

}  // namespace

HitExplainer::HitExplainer(const std::vector<TypedPattern>& patterns, int snippet_length)
    : matcher_(PatternsOf(patterns)), snippet_length_(snippet_length) {
  for (const TypedPattern& pattern : patterns) answers_.push_back({pattern.typed, pattern.is_other_word});
}

void HitExplainer::AddPrinted(const ParagraphWords& words, std::vector<text::Match>* matches,
                              Hit* hit) const {
  for (const text::Match& match : matcher_.Find(words.printed)) {
    const Kind kind = matcher_.pattern(match.pattern).kind;
    const bool as_typed = kind != Kind::kFoldedStem && kind != Kind::kPart && kind != Kind::kRoot;
    if (!as_typed || answers_[match.pattern].is_other_word) Note(words, match, {}, hit);
    matches->push_back(match);
  }
}

/// Only what the printed words did not answer already.
void HitExplainer::AddRepaired(const ParagraphWords& words, std::vector<text::Match>* matches,
                               Hit* hit) const {
  const std::string& repaired_text = hit->paragraph->repaired_text;
  for (text::Match match : matcher_.Find(words.repaired)) {
    const std::string_view read_as =
        Printed(repaired_text, words.repaired, match.first_word, match.last_word);
    match.first_word = words.place[match.first_word];
    match.last_word = LastPrinted(words, repaired_text, match.last_word);
    const bool known = std::any_of(matches->begin(), matches->end(), [&](const text::Match& other) {
      return other.first_word <= match.first_word && match.last_word <= other.last_word;
    });
    if (known) continue;
    Note(words, match, read_as, hit);
    matches->push_back(match);
  }
}

/// Says once for each typed and printed word what was taken for what.
void HitExplainer::Note(const ParagraphWords& words, const text::Match& match, std::string_view read_as,
                        Hit* hit) const {
  const std::string_view printed =
      Printed(hit->paragraph->text, words.printed, match.first_word, match.last_word);
  MatchedAs note{answers_[match.pattern].typed, std::string(printed), std::string(read_as)};
  if (note.text_word == note.read_as || text::NormalizeWord(printed) == text::NormalizeWord(note.query_word))
    return;
  if (std::find(hit->matched_as.begin(), hit->matched_as.end(), note) == hit->matched_as.end()) {
    hit->matched_as.push_back(std::move(note));
  }
}

std::vector<text::Match> HitExplainer::Matches(const ParagraphWords& words, Hit* hit) const {
  std::vector<text::Match> matches;
  AddPrinted(words, &matches, hit);
  if (!words.repaired.empty()) AddRepaired(words, &matches, hit);
  std::stable_sort(matches.begin(), matches.end(),
                   [](const text::Match& a, const text::Match& b) { return a.first_word < b.first_word; });
  return matches;
}

void HitExplainer::Explain(const ParagraphWords& words, Hit* hit) const {
  const std::vector<text::Match> matches = Matches(words, hit);
  hit->snippet = text::MakeSnippet(hit->paragraph->text, words.printed, matches, snippet_length_);
}

}  // namespace plansok::index
