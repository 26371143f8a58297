#include "text/stemmer.h"

#include <algorithm>

namespace plansok::text {

// "swedish" is compiled into every libstemmer; only lack of memory could make this null, and Stem() bears it.
Stemmer::Stemmer() : stemmer_(sb_stemmer_new("swedish", "UTF_8")) {}

std::string Stemmer::Stem(std::string_view word) {
  // sb_symbol is unsigned char; a copy converts without casting pointers.
  std::basic_string<sb_symbol> input(word.begin(), word.end());
  const sb_symbol* stem =
      stemmer_ ? sb_stemmer_stem(stemmer_.get(), input.data(), static_cast<int>(input.size())) : nullptr;
  if (stem == nullptr) return std::string(word);
  return {stem, stem + sb_stemmer_length(stemmer_.get())};
}

}  // namespace plansok::text
