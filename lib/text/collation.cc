#include "text/collation.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace plansok::text {
namespace {

/// Bytes that compare as the labels do. Where ICU lacks its data, the labels' own bytes are what is left.
std::string SortKey(const icu::Collator* collator, const std::string& label) {
  std::string key;
  if (collator != nullptr) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(label);
    key.resize(static_cast<std::size_t>(collator->getSortKey(text, nullptr, 0)));
    collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<int>(key.size()));
  }
  return key + label;  // what the rules hold equal is told apart by its bytes
}

}  // namespace

std::vector<std::uint32_t> SwedishOrder(const std::vector<std::string>& labels) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("sv", "SE"), error));
  const icu::Collator* collator = U_SUCCESS(error) ? made.get() : nullptr;
  std::vector<std::pair<std::string, std::size_t>> keys;
  for (std::size_t i = 0; i < labels.size(); ++i) keys.emplace_back(SortKey(collator, labels[i]), i);
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> places(labels.size());
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0 && keys[i].first != keys[i - 1].first) ++place;
    places[keys[i].second] = place;
  }
  return places;
}

}  // namespace plansok::text
