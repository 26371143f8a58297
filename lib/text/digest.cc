#include "text/digest.h"

#include <openssl/sha.h>

#include <array>

namespace plansok::text {

std::string HexDigest(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
  // OpenSSL takes bytes as unsigned char; the cast changes no value.
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  std::string hex;
  hex.reserve(2 * hash.size());
  for (unsigned char byte : hash) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0xFU];
  }
  return hex;
}

}  // namespace plansok::text
