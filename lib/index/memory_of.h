/// About how many bytes values take, for caches that are bounded in bytes.
#ifndef PLANSOK_INDEX_MEMORY_OF_H_
#define PLANSOK_INDEX_MEMORY_OF_H_

#include <cstddef>
#include <string>
#include <type_traits>
#include <vector>

namespace plansok::index {

/// What a block on the heap of `size` bytes takes; none takes nothing. As the GNU allocator does it: a word
/// in front, rounded to 16, 32 at least.
constexpr std::size_t HeapBytes(std::size_t size) {
  constexpr std::size_t kFront = 8;
  constexpr std::size_t kRounding = 16;
  constexpr std::size_t kLeast = 32;
  if (size == 0) return 0;
  const std::size_t rounded = (size + kFront + kRounding - 1) / kRounding * kRounding;
  return rounded < kLeast ? kLeast : rounded;
}

/// What std::make_shared sets beside a value: two counts and a table of functions.
inline constexpr std::size_t kControlBlock = 16;

/// What hangs on a value, beside the value itself. A short string stands in itself.
inline std::size_t HeapBytesOf(const std::string& string) {
  return string.capacity() <= std::string().capacity() ? 0 : HeapBytes(string.capacity() + 1);
}
template <typename Number>
requires std::is_arithmetic_v<Number>
constexpr std::size_t HeapBytesOf(Number /*number*/) { return 0; }
template <typename Number>
requires std::is_arithmetic_v<Number> std::size_t HeapBytesOf(const std::vector<Number>& numbers) {
  return HeapBytes(numbers.capacity() * sizeof(Number));
}

/// What hangs on a vector of strings, beside the vector itself.
inline std::size_t MemoryOf(const std::vector<std::string>& strings) {
  std::size_t bytes = HeapBytes(strings.capacity() * sizeof(std::string));
  for (const std::string& string : strings) bytes += HeapBytesOf(string);
  return bytes;
}

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_MEMORY_OF_H_
