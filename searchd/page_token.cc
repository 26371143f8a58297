#include "searchd/page_token.h"

#include <fmt/format.h>

#include <utility>

#include "absl/strings/escaping.h"

namespace plansok::searchd {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kHeaderBytes = 1 + 8 + 4;
constexpr std::size_t kMaxTokenBytes = 256;  // far above any token of ours

void AppendBigEndian(std::uint64_t value, int bytes, std::string& out) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

std::uint64_t ReadBigEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

/// The bytes of a token; "" where it is none.
std::string Unescaped(std::string_view token) {
  std::string bytes;
  const bool readable = token.size() <= kMaxTokenBytes &&
                        absl::WebSafeBase64Unescape(absl::string_view(token.data(), token.size()), &bytes);
  return readable ? bytes : std::string();
}

}  // namespace

std::uint64_t Fingerprint(std::string_view bytes) {
  constexpr std::uint64_t kOffsetBasis = 14695981039346656037U;
  constexpr std::uint64_t kPrime = 1099511628211U;
  std::uint64_t hash = kOffsetBasis;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  return hash;
}

std::string EncodePageToken(const PageScope& scope, int offset) {
  std::string bytes(1, kVersion);
  AppendBigEndian(scope.fingerprint, 8, bytes);
  AppendBigEndian(static_cast<std::uint64_t>(offset), 4, bytes);
  bytes += scope.generation;
  return absl::WebSafeBase64Escape(bytes);
}

std::string NextPageToken(const PageScope& scope, int offset, int total) {
  return offset < total && offset <= scope.deepest ? EncodePageToken(scope, offset) : std::string();
}

int ReadPageToken(std::string_view token, const PageScope& scope, std::vector<FieldViolation>& violations) {
  const auto refuse = [&violations](std::string_view reason, std::string description) {
    violations.push_back({"page_token", std::move(description), reason});
    return 0;
  };
  if (token.empty()) return 0;
  const std::string bytes = Unescaped(token);
  if (bytes.size() < kHeaderBytes || bytes[0] != kVersion) {
    return refuse(reason::kPageTokenMalformed,
                  "not a token of this service: give next_page_token as it was answered");
  }
  const std::string_view view = bytes;
  if (ReadBigEndian(view.substr(1, 8)) != scope.fingerprint) {
    return refuse(reason::kPageTokenMismatch,
                  "belongs to another query: keep query, filters, order and exact_words from page to page");
  }
  if (view.substr(kHeaderBytes) != scope.generation) {
    return refuse(reason::kPageTokenExpired, "the index was rebuilt since the page before: begin anew");
  }
  const std::uint64_t offset = ReadBigEndian(view.substr(9, 4));
  if (offset > static_cast<std::uint64_t>(scope.deepest)) {
    return refuse(reason::kInvalidField, fmt::format("pages begin at most {} deep", scope.deepest));
  }
  return static_cast<int>(offset);
}

}  // namespace plansok::searchd
