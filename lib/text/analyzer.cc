#include "text/analyzer.h"

#include <mutex>
#include <utility>

#include "text/compounds.h"
#include "text/contains.h"
#include "text/derivations.h"
#include "text/dictionary.h"
#include "text/hyphen_joiner.h"
#include "text/lemmatizer.h"
#include "text/normalize.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"
#include "text/type_cache.h"
#include "text/word_limits.h"
#include "text/word_list.h"

namespace plansok::text {
namespace {

// Some 300 bytes a type: at most some 75 MB, and more types than the whole of Swedish law has.
constexpr std::size_t kCachedTypes = 250'000;

// Begins the word that "§ 39" is (tokenizer.h), which "39" finds as a part of it.
constexpr std::string_view kSection = "§";

// Endings that make a word of its own, and that Snowball would cut: a lärare is not lära, a göteborgare not
// Göteborg, hemlöshet not hemlös, tidig not tid, intern not in.
bool IsStemEnough(std::string_view lemma) {
  return lemma.ends_with("are") || lemma.ends_with("iker") || lemma.ends_with("het") ||
         lemma.ends_with("ig") || lemma.ends_with("ern");
}

std::vector<std::string> Stems(const std::vector<Word>& words) {
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const Word& word : words) stems.push_back(word->stem);
  return stems;
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

  std::shared_ptr<const WordType> TypeOf(const std::string& word) {
    if (auto cached = types.Find(word)) return *std::move(cached);
    auto type = std::make_shared<WordType>();
    type->surface = word;
    {
      const std::lock_guard lock(mutex);
      type->lemma = features.lemmas ? lemmatizer.Lemma(word) : word;
      const std::string& lemma = type->lemma;
      type->stem = features.lemmas ? StemOf(lemma) : stemmer.Stem(word);
      type->folded_stem = Stemmed(FoldWord(word));
      type->root = features.derivations ? RootOf(lemma) : type->stem;
      if (features.compounds) AddParts(lemma, type.get());
      if (word.starts_with(kSection)) type->parts.push_back(word.substr(kSection.size()));
    }
    type->surface_sketch = Sketch(type->surface);
    type->stem_sketch = Sketch(type->stem);
    type->folded_sketch = Sketch(type->folded_stem);
    type->root_sketch = Sketch(type->root);
    type->stopword = stopwords.contains(word);
    type->question_word = question_words.contains(word);
    if (word.size() <= kLongestWord) types.Insert(word, type);
    return type;
  }

  std::string StemOf(const std::string& lemma) { return IsStemEnough(lemma) ? lemma : Stemmed(lemma); }

  // Snowball takes demens for a form of dem, which stands in every text: a word that would be left as a
  // stopword stays as it is.
  std::string Stemmed(const std::string& word) {
    std::string stem = stemmer.Stem(word);
    return stopwords.contains(stem) && !stopwords.contains(word) ? word : stem;
  }

  std::vector<CompoundPart> PartsOf(std::string_view lemma) const {
    return splitter.Split(lemma, [this](std::string_view form) { return lemmatizer.Lemma(form); });
  }

  std::string RootOf(const std::string& lemma) {
    return StemOf(
        derivations.Root(lemma, [this](const std::string& word) { return dictionary->Knows(word); }));
  }

  // Parts go through the lemmatizer as a word that stands alone does: only so do they meet.
  void AddParts(const std::string& lemma, WordType* type) {
    const std::vector<CompoundPart> parts = PartsOf(lemma);
    for (std::size_t length = 1; length < parts.size(); ++length) {
      for (std::size_t first = 0; first + length <= parts.size(); ++first) {
        const CompoundPart& last = parts[first + length - 1];
        const std::string before = lemma.substr(parts[first].begin, last.begin - parts[first].begin);
        const std::string part = lemmatizer.Lemma(before + last.lemma);
        AddPart(part, type);
        if (first == 0) type->modifier = StemOf(part);
        if (length > 1 || first + 1 < parts.size()) continue;
        type->head = StemOf(part);
        type->light_head = question_words.contains(part);
      }
    }
  }

  void AddPart(const std::string& lemma, WordType* type) {
    std::string stem = StemOf(lemma);
    if (Contains(type->parts, stem)) return;
    if (features.derivations) {
      std::string root = RootOf(lemma);
      if (root != stem && !Contains(type->part_roots, root)) {
        type->part_roots.push_back(std::move(root));
      }
    }
    type->parts.push_back(std::move(stem));
  }

  bool Knows(const std::string& word) {
    if (auto cached = known.Find(word)) return *cached;
    bool knows = false;
    {
      const std::lock_guard lock(mutex);
      knows = dictionary->Knows(word) || dictionary->Knows(Capitalized(word));
    }
    if (word.size() <= kLongestWord) known.Insert(word, knows);
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
  TypeCache<std::shared_ptr<const WordType>> types{kCachedTypes};
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
  if (absl::Status status = CheckExceptions(*compound_exceptions, data.compound_exceptions); !status.ok())
    return status;
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
    return Synonym{.stems = Stems(words), .root = words.size() == 1 ? words.front()->root : ""};
  });
  if (!synonyms.ok()) return synonyms.status();
  impl_->synonyms = *std::move(synonyms);
  return absl::OkStatus();
}

std::vector<Word> Analyzer::Analyze(std::string_view utf8) const {
  const HyphenLexicon lexicon{[this](const std::string& word) { return impl_->Knows(word); },
                              [this](const std::string& word) { return impl_->stopwords.contains(word); }};
  const std::vector<Token> tokens = JoinHyphens(utf8, Tokenize(utf8), lexicon);
  std::vector<Word> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.push_back({impl_->TypeOf(token.word), token.begin, token.end});
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
