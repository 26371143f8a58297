#include "index/word_forms.h"

#include "index/schema.h"
#include "text/normalize.h"

namespace plansok::index {

bool IsBare(const text::Word& word) { return text::FoldWord(word->surface) == word->surface; }

/// Of two parts there are no parts taken together.
bool HasCompoundModifier(const text::Word& word) { return word->parts.size() > 2; }

std::vector<std::string> ModifierForms(const std::string& word) {
  std::vector<std::string> forms = {word};
  const bool vowel = word.ends_with('a') || word.ends_with('e');
  const std::string base = vowel ? word.substr(0, word.size() - 1) : word;
  if (vowel) forms.push_back(base);
  for (const char link : {'s', 'e', 'a', 'o', 'u'}) {
    if (base + link != word) forms.push_back(base + link);
  }
  return forms;
}

std::vector<std::string> WithDiacritics(std::string_view bare) {
  constexpr std::size_t kMost = 256;
  std::vector<std::string> spellings = {""};
  for (const char letter : bare) {
    const std::size_t before = spellings.size();
    for (std::size_t i = 0; i < before; ++i) {
      if (letter == 'a') {
        spellings.push_back(spellings[i] + "å");
        spellings.push_back(spellings[i] + "ä");
      }
      if (letter == 'o') spellings.push_back(spellings[i] + "ö");
      spellings[i].push_back(letter);
    }
    if (spellings.size() > kMost) return {};
  }
  spellings.erase(spellings.begin());
  return spellings;
}

std::vector<std::string> Surfaces(const text::Analyzer& analyzer, const text::Word& word) {
  std::vector<std::string> surfaces = {WordTerm(word->surface)};
  const std::string folded = text::FoldWord(word->surface);
  if (folded != word->surface && !analyzer.Knows(folded)) surfaces.push_back(WordTerm(folded));
  return surfaces;
}

std::vector<std::string> Places(const text::Analyzer& analyzer, const text::Word& word) {
  std::vector<std::string> places = Surfaces(analyzer, word);
  places.front() = Term(kStemPrefix, word->stem);
  return places;
}

}  // namespace plansok::index
