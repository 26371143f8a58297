/// Text squeezed to what names are compared by: its letters and digits, in lower case, one after the other.
///
/// Spaces, line breaks, hyphens and punctuation come and go when a plan becomes text ("idrotts-och
/// förenings-nämnden"), so they take no part in comparing. Where words and sentences began is remembered.
#ifndef PLANSOK_PLAN_LETTERS_H_
#define PLANSOK_PLAN_LETTERS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::plan {

/// Squeezed text. Positions are indices into `text`; the vectors have one entry more than it, for its end.
struct Letters {
  std::u32string text;           ///< NFC, lower case, letters and digits only
  std::vector<bool> word_start;  ///< whether a word starts at a position; true at the end
  std::vector<int> sentence;     ///< the number of the sentence a position stands in

  std::size_t size() const { return text.size(); }
};

/// Squeezes UTF-8; ill-formed bytes count as spaces.
Letters Squeeze(std::string_view utf8);

/// å ä ö and every other accented letter without its accent.
char32_t BaseLetter(char32_t letter);

/// A heading without what stands around its words: markup, bullets, quotes, numbering in front ("3.1.1.1",
/// "2.", "Mål 3:"), a final stop or colon. White space is one space.
std::string BareHeading(std::string_view heading);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_LETTERS_H_
