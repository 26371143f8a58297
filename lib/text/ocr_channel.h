/// The noisy channel: what a scan makes of letters, P(observed | true), one confusion at a time.
///
/// A confusion turns one or two true letters into one or two observed characters (ä -> d, ä -> éa, rn -> m).
/// Costs are −ln of the probability, so that costs of a word's letters add up. The table is data:
/// ocr/confusions.tsv.
#ifndef PLANSOK_TEXT_OCR_CHANNEL_H_
#define PLANSOK_TEXT_OCR_CHANNEL_H_

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::text {

/// One way a scan goes wrong.
struct Confusion {
  std::string truth;        ///< trie letters (ocr_trie.h), one or two
  std::u32string observed;  ///< one or two characters; a lower-case letter stands for either case
  float cost = 0;           ///< −ln P(observed | truth)
};

/// Immutable, so thread-safe.
class OcrChannel {
 public:
  /// Reads "true <tab> observed <tab> probability" a line, # comments. NotFound, or InvalidArgument naming
  /// file and line.
  static absl::StatusOr<OcrChannel> Load(const std::filesystem::path& file);

  /// The same from memory; `name` stands for the file in errors.
  static absl::StatusOr<OcrChannel> Parse(std::string_view table, std::string_view name);

  /// What it costs that `letter`, a trie letter, was read as itself.
  float IdentityCost(char letter) const { return identity_[static_cast<unsigned char>(letter)]; }

  /// The confusions whose observed side begins with `c`, as written in the table.
  const std::vector<Confusion>& Observed(char32_t c) const;

  /// Whether `c` is no letter but may have been one: 6 for ö, & for ä.
  bool IsSign(char32_t c) const;

 private:
  OcrChannel();
  void Add(Confusion confusion, double probability);

  std::array<float, 256> identity_{};
  std::array<double, 256> lost_{};  // probability that a letter is read as something else
  std::unordered_map<char32_t, std::vector<Confusion>> by_observed_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_CHANNEL_H_
