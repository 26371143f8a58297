#include "plan/lead_in.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <string_view>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

/// Their points end no sentence, whatever letter follows. ICU knows none for Swedish, and its own filter
/// takes none with a point inside.
constexpr std::array<std::string_view, 27> kAbbreviations = {
    "bl.a.",   "ca.",   "dr.",   "dvs.", "d.v.s.", "enl.",  "etc.",   "ex.",  "f.d.",
    "fr.o.m.", "inkl.", "jfr.",  "kap.", "kl.",    "m.fl.", "m.m.",   "nr.",  "o.d.",
    "osv.",    "ref.",  "resp.", "s.k.", "st.",    "t.ex.", "t.o.m.", "tel.", "vs."};

/// Bytes. Each item has a copy, so that what is announced must not grow with the file.
constexpr std::size_t kLongestSentence = 600;

bool EndsInAbbreviation(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(' ') + 1);
  std::string word(text.substr(text.find_last_of(" (\"") + 1));  // npos + 1 is 0
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
  // "bl. a.", and initials
  if (word.size() == 2 && word.back() == '.' && !IsDigit(word.front())) return true;
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

}  // namespace

/// Unicode's sentences (UAX 29), but for abbreviations.
class LeadIn::Sentences {
 public:
  Sentences() {
    UErrorCode error = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale("sv"), error));
    if (U_FAILURE(error)) iterator_.reset();
  }

  std::string LastOf(const std::string& text) {
    if (iterator_ == nullptr) return "";  // ICU's data is not there
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    iterator_->setText(wide);
    int32_t begin = iterator_->preceding(wide.length());
    for (; begin > 0; begin = iterator_->preceding(begin)) {
      constexpr int32_t kEnough = 16;  // letters, for any abbreviation and a space
      const int32_t from = std::max(0, begin - kEnough);
      std::string before;
      if (!EndsInAbbreviation(wide.tempSubString(from, begin - from).toUTF8String(before))) break;
    }
    std::string sentence;
    wide.tempSubString(std::max(begin, 0)).toUTF8String(sentence);
    return sentence.size() > kLongestSentence ? "" : sentence;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

LeadIn::LeadIn() : sentences_(std::make_unique<Sentences>()) {}
LeadIn::~LeadIn() = default;

Announcement LeadIn::Of(const Block& block) {
  const bool in_table = block.cell != Cell::kNone;
  const bool item = !in_table && (block.marker == Marker::kBullet || block.marker == Marker::kNumber);
  if (!item) End();
  const auto is_over = [&block](const List& list) {
    const bool beside = block.indent == list.indent && block.marker == list.marker;
    return list.within_item && (beside || block.indent < list.indent);
  };
  while (!open_.empty() && is_over(open_.back())) open_.pop_back();
  Announcement announced = open_.empty() ? Announcement() : open_.back().announcement;
  if (!in_table && block.clean.ends_with(':')) {
    const Announcement next{sentences_->LastOf(block.text), sentences_->LastOf(block.clean)};
    open_.push_back({next, item, block.marker, block.indent});
  }
  return announced;
}

}  // namespace plansok::plan
