#include "index/hit.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace plansok::index {
namespace {

std::string_view Printed(std::string_view text, const std::vector<text::Word>& words, std::size_t first,
                         std::size_t last) {
  return text.substr(words[first].begin, words[last].end - words[first].begin);
}

/// Collects the matches of a paragraph's two readings.
class Explainer {
 public:
  Explainer(const ParagraphWords& words, const std::vector<TypedPattern>& patterns, Hit* hit)
      : words_(words), typed_(patterns), hit_(*hit) {
    for (const TypedPattern& pattern : patterns) patterns_.push_back(pattern.pattern);
  }

  std::vector<text::Match> Matches() {
    AsPrinted();
    if (!words_.repaired.empty()) AsRepaired();
    std::stable_sort(matches_.begin(), matches_.end(),
                     [](const text::Match& a, const text::Match& b) { return a.first_word < b.first_word; });
    return std::move(matches_);
  }

 private:
  void AsPrinted() {
    for (const text::Match& match : text::FindMatches(words_.printed, patterns_)) {
      const text::Pattern::Kind kind = patterns_[match.pattern].kind;
      const bool as_typed = kind != text::Pattern::Kind::kFoldedStem && kind != text::Pattern::Kind::kPart &&
                            kind != text::Pattern::Kind::kRoot;
      if (!as_typed || typed_[match.pattern].is_other_word) Note(match, {});
      matches_.push_back(match);
    }
  }

  /// Only what the printed words did not answer already.
  void AsRepaired() {
    for (text::Match match : text::FindMatches(words_.repaired, patterns_)) {
      const std::string_view read_as =
          Printed(hit_.paragraph.repaired_text, words_.repaired, match.first_word, match.last_word);
      match.first_word = words_.place[match.first_word];
      match.last_word = LastPrinted(match.last_word);
      const bool known = std::any_of(matches_.begin(), matches_.end(), [&](const text::Match& other) {
        return other.first_word <= match.first_word && match.last_word <= other.last_word;
      });
      if (known) continue;
      Note(match, read_as);
      matches_.push_back(match);
    }
  }

  /// The last printed word of what a repaired word was read from: both halves of one that a line's end cut.
  std::size_t LastPrinted(std::size_t word) const {
    const std::size_t place = words_.place[word];
    const bool joined = Printed(hit_.paragraph.repaired_text, words_.repaired, word, word).find('-') !=
                        std::string_view::npos;
    const bool last = word + 1 == words_.place.size();
    const std::size_t behind = last ? words_.printed.size() : words_.place[word + 1];
    return joined ? std::max(place, behind - 1) : place;
  }

  /// Says once for each typed and printed word what was taken for what.
  void Note(const text::Match& match, std::string_view read_as) {
    const std::string_view printed =
        Printed(hit_.paragraph.text, words_.printed, match.first_word, match.last_word);
    MatchedAs note{typed_[match.pattern].typed, std::string(printed), std::string(read_as)};
    if (note.text_word == note.read_as) return;
    if (std::find(hit_.matched_as.begin(), hit_.matched_as.end(), note) == hit_.matched_as.end()) {
      hit_.matched_as.push_back(std::move(note));
    }
  }

  const ParagraphWords& words_;
  const std::vector<TypedPattern>& typed_;
  std::vector<text::Pattern> patterns_;
  std::vector<text::Match> matches_;
  Hit& hit_;
};

}  // namespace

void Explain(const ParagraphWords& words, const std::vector<TypedPattern>& patterns, int snippet_length,
             Hit* hit) {
  const std::vector<text::Match> matches = Explainer(words, patterns, hit).Matches();
  hit->snippet = text::MakeSnippet(hit->paragraph.text, words.printed, matches, snippet_length);
}

}  // namespace plansok::index
