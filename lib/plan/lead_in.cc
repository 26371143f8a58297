#include "plan/lead_in.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

namespace plansok::plan {
namespace {

/// By Unicode's rules for Swedish (UAX 29), which let "bl.a. följande" be one.
std::string LastSentence(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale("sv"), error));
  if (U_FAILURE(error)) return text;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  sentences->setText(wide);
  std::string sentence;
  wide.tempSubString(sentences->preceding(wide.length())).toUTF8String(sentence);
  return sentence;
}

}  // namespace

std::string LeadIn::Of(const Block& block) {
  const bool in_table = block.cell != Cell::kNone;
  const bool item = !in_table && (block.marker == Marker::kBullet || block.marker == Marker::kNumber);
  std::string announced = item ? sentence_ : "";
  if (!item) End();
  if (!in_table && block.text.ends_with(':')) sentence_ = LastSentence(block.text);
  return announced;
}

}  // namespace plansok::plan
