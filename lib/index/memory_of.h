/// About how many bytes values take, for caches that are bounded in bytes.
#ifndef PLANSOK_INDEX_MEMORY_OF_H_
#define PLANSOK_INDEX_MEMORY_OF_H_

#include <cstddef>
#include <string>
#include <vector>

namespace plansok::index {

/// What hangs on a vector of strings, beside the vector itself.
inline std::size_t MemoryOf(const std::vector<std::string>& strings) {
  std::size_t bytes = strings.capacity() * sizeof(std::string);
  for (const std::string& string : strings) bytes += string.capacity();
  return bytes;
}

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_MEMORY_OF_H_
