/// What a word that was read may have been: the cheapest readings, by a beam search of the lexicon's trie.
///
/// The search goes through the observed characters from the left; a state is a node of the trie, reached by
/// taking every observed character for itself or for the true letters of a confusion. Where a compound's
/// modifier ends, it begins again at the root. Cost: about 10 µs a word.
#ifndef PLANSOK_TEXT_OCR_DECODER_H_
#define PLANSOK_TEXT_OCR_DECODER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/ocr_channel.h"
#include "text/ocr_lexicon.h"
#include "text/ocr_settings.h"

namespace plansok::text {

/// One way to read a word.
struct OcrReading {
  std::string word;         ///< trie letters
  double channel_cost = 0;  ///< −ln P(observed | word)
  double word_cost = 0;     ///< −ln P(word)
  WordCounts::Id id = WordCounts::kUnknown;
  bool first_keeps_case =
      true;  ///< false where a small letter was read as a sign or capital ("§ver", "Ioner")
  std::vector<std::uint8_t> read{};  ///< by letter of `word`: how many characters were read with it taken

  double cost() const { return channel_cost + word_cost; }
};

/// Thread-safe. The channel and the lexicon must outlive it.
class OcrDecoder {
 public:
  OcrDecoder(const OcrChannel& channel, const OcrLexicon& lexicon, const OcrSettings& settings)
      : channel_(channel), lexicon_(lexicon), settings_(settings) {}

  /// The readings of `shape`, cheapest first. With `open_end` it may be the first part of a compound
  /// ("vård-"). Readings that cost more than leaving the word unexplained are left out.
  std::vector<OcrReading> Decode(std::u32string_view shape, bool open_end) const;

  /// What it costs to take `shape` for a word that nothing explains.
  double UnknownCost(std::u32string_view shape) const;

 private:
  const OcrChannel& channel_;
  const OcrLexicon& lexicon_;
  OcrSettings settings_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_DECODER_H_
