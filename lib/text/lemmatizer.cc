#include "text/lemmatizer.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "text/normalize.h"

namespace plansok::text {
namespace {

// How a reading of a form came about, likeliest first. Nouns lead, because what people search plans for is
// things.
enum class Likelihood {
  kNoun,        // skolor: skola
  kAdjective,   // hemlösa: hemlös, tryggare: trygg
  kPassive,     // ställs: ställa, rather than the genitive of ställ
  kGenitive,    // fritids: fritid
  kItself,      // känd is känd, rather than a form of känna
  kVerb,        // fattat: fatta
  kDerived,     // boende is itself, rather than a form of bo; skyddade: skydda, rather than skyddad
  kFarFetched,  // andra: andrum
};

Likelihood OfNounAffix(const Reading& reading, std::string_view form) {
  switch (reading.affix) {
    case 'B':
    case 'D':
    case 'F':  // these also make participles of verbs: styra, styrande
      return reading.lemma.ends_with('a') ? Likelihood::kDerived : Likelihood::kNoun;
    case 'E':
      return reading.lemma.ends_with("um") && !form.ends_with("s") ? Likelihood::kFarFetched
                                                                   : Likelihood::kNoun;
    case 'H':  // politiker are people, not politics
      return reading.lemma.ends_with("ik") && form.ends_with("iker") ? Likelihood::kFarFetched
                                                                     : Likelihood::kNoun;
    case 'J':  // also imperatives: stöd of stöda
      return form.size() < reading.lemma.size() ? Likelihood::kFarFetched : Likelihood::kNoun;
    default:
      return Likelihood::kNoun;
  }
}

// The letters are the affix classes of sv_SE.aff; several serve more than one part of speech.
Likelihood LikelihoodOf(const Reading& reading, std::string_view form) {
  switch (reading.affix) {
    case '\0':
    case 's':
      return Likelihood::kItself;
    case 'A':  // lyckas is no genitive of lycka
      return form.ends_with("as") ? Likelihood::kVerb : Likelihood::kGenitive;
    case 'B':
    case 'C':
    case 'D':
    case 'E':
    case 'F':
    case 'G':
    case 'H':
    case 'I':
    case 'J':
      return OfNounAffix(reading, form);
    case 'L':
      return form.ends_with('s') ? Likelihood::kPassive : Likelihood::kVerb;
    case 'M':  // öppna: öppen; but stod: stå
      return reading.lemma.ends_with("en") || reading.lemma.ends_with("er") ? Likelihood::kAdjective
                                                                            : Likelihood::kFarFetched;
    case 'N':
    case 'Q':
      return Likelihood::kDerived;
    case 'O':  // hemlösa: hemlös; but berörda: beröra, and ställt is rather of ställa than of ställd
      return reading.lemma.ends_with('a') || reading.lemma.ends_with('d') ? Likelihood::kDerived
                                                                          : Likelihood::kAdjective;
    case 'P':
      return reading.lemma.ends_with('a') ? Likelihood::kVerb : Likelihood::kAdjective;
    default:
      return Likelihood::kVerb;
  }
}

// Words the dictionary derives from another word are lemmas of their own: a lärare is not the verb lära, a
// göteborgsbo no Göteborg.
std::string DerivedLemma(const Reading& reading, std::string lemma, std::string_view form) {
  constexpr std::string_view kDerivations[] = {"re", "rn", "isk", "bo", "sbo"};
  if (reading.affix != 'T' && reading.affix != 'e' && reading.affix != 'd') return lemma;
  for (const std::string_view derivation : kDerivations) {
    if (!form.starts_with(lemma + std::string(derivation))) continue;
    return lemma.append(derivation == "rn" ? "re" : derivation);
  }
  return lemma;
}

// HVB:s is HVB; HBTQI+ is also searched as HBTQI (C++ stays: a letter alone would say nothing).
std::string_view WithoutSigns(std::string_view word) {
  if (const std::size_t colon = word.find(':'); colon != std::string_view::npos && colon > 1) {
    return word.substr(0, colon);
  }
  if (word.size() > 2 && word.ends_with('+') && !word.ends_with("++")) return word.substr(0, word.size() - 1);
  return word;
}

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The dictionary lists first parts of compounds too, with a hyphen: EU-, barn-.
std::vector<Reading> WholeWords(std::vector<Reading> readings) {
  std::erase_if(readings, [](const Reading& reading) { return reading.lemma.ends_with('-'); });
  return readings;
}

// The likeliest of `readings`; of equals the one whose last part is longest, then the one with the shortest
// lemma.
const Reading& Likeliest(const std::vector<Reading>& readings, std::string_view word) {
  const auto worth = [word](const Reading& reading) {
    const std::string_view form = reading.head.empty() ? word : std::string_view(reading.head);
    return std::tuple(LikelihoodOf(reading, form), word.size() - form.size(), reading.lemma.size());
  };
  return *std::min_element(readings.begin(), readings.end(),
                           [&worth](const Reading& a, const Reading& b) { return worth(a) < worth(b); });
}

}  // namespace

Lemmatizer::Lemmatizer(const Dictionary& dictionary, WordMap exceptions)
    : dictionary_(dictionary), exceptions_(std::move(exceptions)) {
  for (const auto& [form, lemma] : exceptions_) {
    if (form.starts_with('-')) longest_ending_ = std::max(longest_ending_, form.size() - 1);
  }
}

std::string Lemmatizer::Lemma(std::string_view word) const {
  if (HasDigit(word)) return std::string(word);
  const std::string_view form = WithoutSigns(word);
  if (std::optional<std::string> lemma = Exception(form)) return *std::move(lemma);
  std::vector<Reading> readings = WholeWords(dictionary_.Readings(form));
  if (readings.empty()) readings = WholeWords(dictionary_.Readings(Capitalized(form)));
  if (readings.empty()) return std::string(form);
  std::string lemma = LemmaOf(Likeliest(readings, form), form);
  return Exception(lemma).value_or(lemma);
}

// The lemma of the whole of `word`. Where the head is spelled otherwise within the compound (three like
// letters in a row become two), the form is all there is.
std::string Lemmatizer::LemmaOf(const Reading& reading, std::string_view word) const {
  const std::string lemma = NormalizeWord(reading.lemma);
  if (reading.head.empty()) return DerivedLemma(reading, lemma, word);
  if (!word.ends_with(reading.head)) return std::string(word);
  std::string whole(word.substr(0, word.size() - reading.head.size()));
  return whole += DerivedLemma(reading, lemma, reading.head);
}

std::optional<std::string> Lemmatizer::Exception(std::string_view form) const {
  if (const auto found = exceptions_.find(form); found != exceptions_.end()) return found->second;
  std::string ending;
  for (std::size_t cut = form.size() > longest_ending_ ? form.size() - longest_ending_ : 1; cut < form.size();
       ++cut) {
    ending = "-";
    ending += form.substr(cut);
    const auto found = exceptions_.find(ending);
    if (found == exceptions_.end()) continue;
    return std::string(form.substr(0, cut)) += std::string_view(found->second).substr(1);
  }
  return std::nullopt;
}

}  // namespace plansok::text
