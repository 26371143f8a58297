/// Letters: one canonical form for Swedish text.
///
/// Text from PDF comes in NFC and NFD, with soft hyphens, ligatures and non-breaking spaces. Everything that
/// compares words first brings them into one of two forms:
///
///  - the *normal* form: NFC, lower case, soft hyphens gone, ligatures opened, é ü ç and the like folded to
///    their base letter, but å ä ö kept, because in Swedish they are letters of their own (mål is not mal);
///  - the *folded* form: the normal form with å ä ö folded too (hemlöshet -> hemloshet), for people without a
///    Swedish keyboard and for OCR that lost the dots.
///
/// All functions are pure and thread-safe. Input is UTF-8; ill-formed bytes are treated as U+FFFD.
/// Source: Unicode Standard Annex #15 (normalization forms), by ICU.
#ifndef PLANSOK_TEXT_NORMALIZE_H_
#define PLANSOK_TEXT_NORMALIZE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::text {

/// Whether `bytes` is well-formed UTF-8.
bool IsValidUtf8(std::string_view bytes);

/// NFC of `utf8`; case, punctuation and spacing are kept.
std::string ToNfc(std::string_view utf8);

/// The normal form of a word (see above).
std::string NormalizeWord(std::string_view utf8);

/// The folded form of a word (see above).
std::string FoldWord(std::string_view utf8);

/// `word` (normal form) with its first letter as a capital, as names are written: göteborg -> Göteborg.
std::string Capitalized(std::string_view word);

/// Whether the first letter is a capital, as of names and abbreviations.
bool StartsWithCapital(std::string_view utf8);

/// The number of code points in `utf8`.
std::size_t CodePointCount(std::string_view utf8);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_NORMALIZE_H_
