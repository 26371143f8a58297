/// The Snowball stemmer for Swedish (https://snowballstem.org, by libstemmer).
#ifndef PLANSOK_TEXT_STEMMER_H_
#define PLANSOK_TEXT_STEMMER_H_

#include <libstemmer.h>

#include <memory>
#include <string>
#include <string_view>

namespace plansok::text {

/// Not thread-safe: libstemmer keeps its working buffer in the stemmer.
class Stemmer {
 public:
  Stemmer();

  /// The stem of `word` (normal form, UTF-8).
  std::string Stem(std::string_view word);

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_STEMMER_H_
