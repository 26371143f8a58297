/// Which stages of the chain from text to terms work. Everyone uses them all; the ablation of
/// docs/relevance.md switches some off to tell what each is worth. Index and query must be made with the
/// same.
#ifndef PLANSOK_TEXT_FEATURES_H_
#define PLANSOK_TEXT_FEATURES_H_

namespace plansok::text {

struct Features {
  bool lemmas = true;       ///< base forms before Snowball (lemmatizer.h)
  bool compounds = true;    ///< parts of compounds, and compounds of neighbouring words
  bool folding = true;      ///< words without å ä ö
  bool derivations = true;  ///< words of one family (derivations.h)
  bool synonyms = true;     ///< synonyms.h
  bool proximity = true;    ///< words side by side rank first
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_FEATURES_H_
