/// A stored paragraph into a hit: what to show of it and why it matched.
#ifndef PLANSOK_INDEX_HIT_H_
#define PLANSOK_INDEX_HIT_H_

#include <vector>

#include "index/compiler.h"
#include "index/paragraph_words.h"
#include "index/searcher.h"

namespace plansok::index {

/// Fills in snippet and `matched_as` of a hit that has its paragraph, whose words are `words`.
void Explain(const ParagraphWords& words, const std::vector<TypedPattern>& patterns, int snippet_length,
             Hit* hit);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_HIT_H_
