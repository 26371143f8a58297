/// Damages sound text as a scan read without Swedish letters would, by a seed: for tests of its repair.
///
/// The shares are those seen in a scanned plan; they are written down here anew, not taken from
/// ocr/confusions.tsv, so that a slip there shows.
#ifndef PLANSOK_TESTS_TEXT_OCR_DAMAGE_H_
#define PLANSOK_TESTS_TEXT_OCR_DAMAGE_H_

#include <string>
#include <string_view>

namespace plansok::text {

/// `utf8` with most of its å, ä, ö and a few other letters misread, and a third of the words "i" read as 1.
std::string DamageAsScan(std::string_view utf8, unsigned seed);

}  // namespace plansok::text

#endif  // PLANSOK_TESTS_TEXT_OCR_DAMAGE_H_
