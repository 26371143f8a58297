#include "text/analyzer.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "text/compounds.h"
#include "text/dictionary.h"
#include "text/hyphen_joiner.h"
#include "text/lemmatizer.h"
#include "text/normalize.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"
#include "text/type_cache.h"
#include "text/word_list.h"

namespace plansok::text {
namespace {

// Some 100 bytes a type: at most some 25 MB, and more types than the whole of Swedish law has.
constexpr std::size_t kCachedTypes = 250'000;

// All that is the same for every occurrence of a word.
struct TypeAnalysis {
  std::string stem;
  std::string folded_stem;
  std::vector<std::string> parts;
  bool stopword = false;
};

// Endings that make a word of its own, and that Snowball would cut: a lärare is not lära, a göteborgare not
// Göteborg, hemlöshet not hemlös.
bool IsStemEnough(std::string_view lemma) {
  return lemma.ends_with("are") || lemma.ends_with("iker") || lemma.ends_with("het");
}

}  // namespace

struct Analyzer::Impl {
  Impl(std::unique_ptr<Dictionary> dictionary_in, WordSet stopwords_in, WordMap lemma_exceptions,
       CompoundSplitter splitter_in)
      : dictionary(std::move(dictionary_in)),
        lemmatizer(*dictionary, std::move(lemma_exceptions)),
        splitter(std::move(splitter_in)),
        stopwords(std::move(stopwords_in)) {}

  TypeAnalysis AnalyzeType(const std::string& word) {
    if (auto cached = types.Find(word)) return *std::move(cached);
    TypeAnalysis analysis;
    {
      const std::lock_guard lock(mutex);
      const std::string lemma = lemmatizer.Lemma(word);
      analysis.stem = StemOf(lemma);
      analysis.folded_stem = stemmer.Stem(FoldWord(word));
      analysis.parts = PartStems(lemma);
    }
    analysis.stopword = stopwords.contains(word);
    types.Insert(word, analysis);
    return analysis;
  }

  std::string StemOf(const std::string& lemma) { return IsStemEnough(lemma) ? lemma : stemmer.Stem(lemma); }

  std::vector<CompoundPart> PartsOf(std::string_view lemma) const {
    return splitter.Split(lemma, [this](std::string_view form) { return lemmatizer.Lemma(form); });
  }

  // Parts go through the lemmatizer as a word that stands alone does: only so do they meet.
  std::vector<std::string> PartStems(const std::string& lemma) {
    const std::vector<CompoundPart> parts = PartsOf(lemma);
    std::vector<std::string> stems;
    for (std::size_t length = 1; length < parts.size(); ++length) {
      for (std::size_t first = 0; first + length <= parts.size(); ++first) {
        const CompoundPart& last = parts[first + length - 1];
        const std::string before = lemma.substr(parts[first].begin, last.begin - parts[first].begin);
        std::string stem = StemOf(lemmatizer.Lemma(before + last.lemma));
        if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(std::move(stem));
      }
    }
    return stems;
  }

  bool Knows(const std::string& word) {
    if (auto cached = known.Find(word)) return *cached;
    bool knows = false;
    {
      const std::lock_guard lock(mutex);
      knows = dictionary->Knows(word) || dictionary->Knows(Capitalized(word));
    }
    known.Insert(word, knows);
    return knows;
  }

  std::mutex mutex;  // guards dictionary, lemmatizer and stemmer
  std::unique_ptr<Dictionary> dictionary;
  Lemmatizer lemmatizer;
  Stemmer stemmer;
  CompoundSplitter splitter;
  WordSet stopwords;
  TypeCache<TypeAnalysis> types{kCachedTypes};
  TypeCache<bool> known{kCachedTypes};
};

Analyzer::Analyzer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyzer::~Analyzer() = default;

absl::StatusOr<std::shared_ptr<const Analyzer>> Analyzer::Load(const LanguageData& data) {
  auto dictionary = Dictionary::Load(data.affix, data.dictionary);
  if (!dictionary.ok()) return dictionary.status();
  auto stopwords = ReadWordSet(data.stopwords);
  if (!stopwords.ok()) return stopwords.status();
  auto exceptions = ReadWordMap(data.lemma_exceptions);
  if (!exceptions.ok()) return exceptions.status();
  auto compound_exceptions = ReadWordMap(data.compound_exceptions);
  if (!compound_exceptions.ok()) return compound_exceptions.status();
  auto lexicon = CompoundLexicon::Load(data.affix, data.dictionary);
  if (!lexicon.ok()) return lexicon.status();
  auto impl = std::make_unique<Impl>(*std::move(dictionary), *std::move(stopwords), *std::move(exceptions),
                                     CompoundSplitter(*std::move(lexicon), *std::move(compound_exceptions)));
  return std::shared_ptr<const Analyzer>(new Analyzer(std::move(impl)));
}

std::vector<Word> Analyzer::Analyze(std::string_view utf8) const {
  const HyphenLexicon lexicon{[this](const std::string& word) { return impl_->Knows(word); },
                              [this](const std::string& word) { return impl_->stopwords.contains(word); }};
  std::vector<Token> tokens = JoinHyphens(utf8, Tokenize(utf8), lexicon);
  std::vector<Word> words;
  words.reserve(tokens.size());
  for (Token& token : tokens) {
    TypeAnalysis type = impl_->AnalyzeType(token.word);
    words.push_back({.surface = std::move(token.word),
                     .stem = std::move(type.stem),
                     .folded_stem = std::move(type.folded_stem),
                     .parts = std::move(type.parts),
                     .stopword = type.stopword,
                     .begin = token.begin,
                     .end = token.end});
  }
  return words;
}

bool Analyzer::Knows(std::string_view word) const { return impl_->Knows(std::string(word)); }

std::vector<std::string> Analyzer::Split(std::string_view word) const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> lemmas;
  for (CompoundPart& part : impl_->PartsOf(impl_->lemmatizer.Lemma(NormalizeWord(word)))) {
    lemmas.push_back(std::move(part.lemma));
  }
  return lemmas;
}

}  // namespace plansok::text
