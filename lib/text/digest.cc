#include "text/digest.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <cstddef>
#include <memory>

namespace plansok::text {
namespace {

using Hash = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

std::string InHex(const Hash& hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * hash.size());
  for (unsigned char byte : hash) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0xFU];
  }
  return hex;
}

}  // namespace

std::string HexDigest(std::string_view bytes) {
  Hash hash{};
  // OpenSSL takes bytes as unsigned char; the cast changes no value.
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  return InHex(hash);
}

std::string HexDigest(std::istream& stream) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::array<char, 1U << 16U> buffer{};
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0)
    EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(stream.gcount()));
  Hash hash{};
  EVP_DigestFinal_ex(context.get(), hash.data(), nullptr);
  return InHex(hash);
}

}  // namespace plansok::text
