#include "text/encoding.h"

#include <unicode/ucnv.h>

#include <cstddef>
#include <cstdint>

namespace plansok::text {

std::string ConvertEncoding(const std::string& to, const std::string& from, const std::string& text) {
  if (to == from) return text;
  UErrorCode status = U_ZERO_ERROR;
  constexpr std::size_t kWidest = 4;  // bytes a code point
  std::string result(text.size() * kWidest + 1, '\0');
  const int32_t length =
      ucnv_convert(to.c_str(), from.c_str(), result.data(), static_cast<int32_t>(result.size()), text.data(),
                   static_cast<int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return {};
  result.resize(static_cast<std::size_t>(length));
  return result;
}

}  // namespace plansok::text
