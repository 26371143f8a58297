#include "text/analyzer.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "text/compounds.h"
#include "text/derivations.h"
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
  std::string root;
  std::vector<std::string> parts;
  std::vector<std::string> part_roots;
  bool stopword = false;
  bool question_word = false;
};

// Endings that make a word of its own, and that Snowball would cut: a lärare is not lära, a göteborgare not
// Göteborg, hemlöshet not hemlös.
bool IsStemEnough(std::string_view lemma) {
  return lemma.ends_with("are") || lemma.ends_with("iker") || lemma.ends_with("het");
}

std::vector<std::string> Stems(const std::vector<Word>& words) {
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const Word& word : words) stems.push_back(word.stem);
  return stems;
}

bool Contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

struct Analyzer::Impl {
  Impl(const Features& features_in, std::unique_ptr<Dictionary> dictionary_in, WordMap lemma_exceptions,
       CompoundSplitter splitter_in, Derivations derivations_in)
      : features(features_in),
        dictionary(std::move(dictionary_in)),
        lemmatizer(*dictionary, std::move(lemma_exceptions)),
        splitter(std::move(splitter_in)),
        derivations(std::move(derivations_in)) {}

  TypeAnalysis AnalyzeType(const std::string& word) {
    if (auto cached = types.Find(word)) return *std::move(cached);
    TypeAnalysis analysis;
    {
      const std::lock_guard lock(mutex);
      const std::string lemma = features.lemmas ? lemmatizer.Lemma(word) : word;
      analysis.stem = features.lemmas ? StemOf(lemma) : stemmer.Stem(word);
      analysis.folded_stem = stemmer.Stem(FoldWord(word));
      analysis.root = features.derivations ? RootOf(lemma) : analysis.stem;
      if (features.compounds) AddParts(lemma, &analysis);
    }
    analysis.stopword = stopwords.contains(word);
    analysis.question_word = question_words.contains(word);
    types.Insert(word, analysis);
    return analysis;
  }

  std::string StemOf(const std::string& lemma) { return IsStemEnough(lemma) ? lemma : stemmer.Stem(lemma); }

  std::vector<CompoundPart> PartsOf(std::string_view lemma) const {
    return splitter.Split(lemma, [this](std::string_view form) { return lemmatizer.Lemma(form); });
  }

  std::string RootOf(const std::string& lemma) {
    return StemOf(
        derivations.Root(lemma, [this](const std::string& word) { return dictionary->Knows(word); }));
  }

  // Parts go through the lemmatizer as a word that stands alone does: only so do they meet.
  void AddParts(const std::string& lemma, TypeAnalysis* analysis) {
    const std::vector<CompoundPart> parts = PartsOf(lemma);
    for (std::size_t length = 1; length < parts.size(); ++length) {
      for (std::size_t first = 0; first + length <= parts.size(); ++first) {
        const CompoundPart& last = parts[first + length - 1];
        const std::string before = lemma.substr(parts[first].begin, last.begin - parts[first].begin);
        AddPart(lemmatizer.Lemma(before + last.lemma), analysis);
      }
    }
  }

  void AddPart(const std::string& lemma, TypeAnalysis* analysis) {
    std::string stem = StemOf(lemma);
    if (Contains(analysis->parts, stem)) return;
    if (features.derivations) {
      std::string root = RootOf(lemma);
      if (root != stem && !Contains(analysis->part_roots, root)) {
        analysis->part_roots.push_back(std::move(root));
      }
    }
    analysis->parts.push_back(std::move(stem));
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

  Features features;
  std::mutex mutex;  // guards dictionary, lemmatizer and stemmer
  std::unique_ptr<Dictionary> dictionary;
  Lemmatizer lemmatizer;
  Stemmer stemmer;
  CompoundSplitter splitter;
  Derivations derivations;
  WordSet stopwords;
  WordSet question_words;
  Synonyms synonyms;
  TypeCache<TypeAnalysis> types{kCachedTypes};
  TypeCache<bool> known{kCachedTypes};
};

Analyzer::Analyzer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyzer::~Analyzer() = default;

absl::StatusOr<std::shared_ptr<const Analyzer>> Analyzer::Load(const LanguageData& data,
                                                               const Features& features) {
  auto dictionary = Dictionary::Load(data.affix, data.dictionary);
  if (!dictionary.ok()) return dictionary.status();
  auto exceptions = ReadWordMap(data.lemma_exceptions);
  if (!exceptions.ok()) return exceptions.status();
  auto compound_exceptions = ReadWordMap(data.compound_exceptions);
  if (!compound_exceptions.ok()) return compound_exceptions.status();
  auto lexicon = CompoundLexicon::Load(data.affix, data.dictionary);
  if (!lexicon.ok()) return lexicon.status();
  auto derivations = Derivations::Load(data.derivations);
  if (!derivations.ok()) return derivations.status();
  auto impl = std::make_unique<Impl>(features, *std::move(dictionary), *std::move(exceptions),
                                     CompoundSplitter(*std::move(lexicon), *std::move(compound_exceptions)),
                                     *std::move(derivations));
  const std::shared_ptr<Analyzer> analyzer(new Analyzer(std::move(impl)));
  if (absl::Status status = analyzer->LoadLists(data); !status.ok()) return status;
  return std::shared_ptr<const Analyzer>(analyzer);
}

// Synonyms are kept by their stems, so the rest of the chain must stand before they are read.
absl::Status Analyzer::LoadLists(const LanguageData& data) {
  auto stopwords = ReadWordSet(data.stopwords);
  if (!stopwords.ok()) return stopwords.status();
  impl_->stopwords = *std::move(stopwords);
  auto question_words = ReadWordSet(data.question_words);
  if (!question_words.ok()) return question_words.status();
  impl_->question_words = *std::move(question_words);
  if (!impl_->features.synonyms) return absl::OkStatus();
  auto synonyms = Synonyms::Load(data.synonyms, [this](std::string_view text) {
    const std::vector<Word> words = Analyze(text);
    return Synonym{.stems = Stems(words), .root = words.size() == 1 ? words.front().root : ""};
  });
  if (!synonyms.ok()) return synonyms.status();
  impl_->synonyms = *std::move(synonyms);
  return absl::OkStatus();
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
                     .root = std::move(type.root),
                     .part_roots = std::move(type.part_roots),
                     .stopword = type.stopword,
                     .question_word = type.question_word,
                     .begin = token.begin,
                     .end = token.end});
  }
  return words;
}

std::vector<SynonymMatch> Analyzer::FindSynonyms(const std::vector<Word>& words) const {
  return impl_->synonyms.Find(Stems(words));
}

const Features& Analyzer::features() const { return impl_->features; }

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
