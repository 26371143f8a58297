#include "index/paragraph_words.h"

#include <algorithm>
#include <numeric>

namespace plansok::index {
namespace {

bool IsSpace(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

/// For each word, which whitespace-separated token of the text it begins in.
std::vector<std::size_t> TokensOf(std::string_view text, const std::vector<text::Word>& words) {
  std::vector<std::size_t> tokens;
  tokens.reserve(words.size());
  std::size_t token = 0;
  std::size_t at = 0;
  for (const text::Word& word : words) {
    for (; at < word.begin; ++at) {
      if (IsSpace(text[at]) && (at == 0 || !IsSpace(text[at - 1]))) ++token;
    }
    tokens.push_back(token);
  }
  return tokens;
}

/// The k-th word of a repaired token stands at the k-th word of the printed one, or at its last where it has
/// fewer.
std::vector<std::size_t> PlacesByToken(const std::vector<std::size_t>& printed,
                                       const std::vector<std::size_t>& repaired) {
  std::vector<std::size_t> places;
  places.reserve(repaired.size());
  for (std::size_t i = 0; i < repaired.size(); ++i) {
    const bool same_token = i > 0 && repaired[i] == repaired[i - 1];
    const auto first = std::lower_bound(printed.begin(), printed.end(), repaired[i]);
    auto place = static_cast<std::size_t>(first - printed.begin());
    if (same_token) {
      const std::size_t next = places.back() + 1;
      place = next < printed.size() && printed[next] == repaired[i] ? next : places.back();
    }
    places.push_back(std::min(place, printed.size() - 1));
  }
  return places;
}

}  // namespace

ParagraphWords AnalyzeParagraph(const text::Analyzer& analyzer, std::string_view text,
                                std::string_view repaired_text) {
  ParagraphWords words;
  words.printed = analyzer.Analyze(text);
  if (repaired_text.empty() || words.printed.empty()) return words;
  words.repaired = analyzer.Analyze(repaired_text);
  if (words.repaired.size() == words.printed.size()) {
    words.place.resize(words.repaired.size());
    std::iota(words.place.begin(), words.place.end(), std::size_t{0});
  } else {
    words.place = PlacesByToken(TokensOf(text, words.printed), TokensOf(repaired_text, words.repaired));
  }
  return words;
}

}  // namespace plansok::index
