/// Byte offsets into code points, along a text. Private to this room.
#ifndef PLANSOK_TEXT_CODE_POINT_COUNTER_H_
#define PLANSOK_TEXT_CODE_POINT_COUNTER_H_

#include <cstddef>
#include <string_view>

#include "text/normalize.h"

namespace plansok::text {

/// Counts as it goes, so that many ascending offsets cost one pass over the text.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  /// The code points before byte `offset`, which must not be less than in the call before.
  int At(std::size_t offset) {
    count_ += static_cast<int>(CodePointCount(text_.substr(offset_, offset - offset_)));
    offset_ = offset;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  int count_ = 0;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_CODE_POINT_COUNTER_H_
