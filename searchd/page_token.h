/// Page tokens: opaque to callers (AIP-158), bound to the question and to the generation that answers it.
///
///     base64url( version:1 | fingerprint:8 | offset:4 | generation… )      integers big-endian
///
/// The fingerprint is a hash of everything that decides which hits come in which order. It guards against
/// mistakes, not against malice: whoever forges an offset gets that offset.
#ifndef PLANSOK_SEARCHD_PAGE_TOKEN_H_
#define PLANSOK_SEARCHD_PAGE_TOKEN_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace plansok::searchd {

/// Deepest offset that a token may ask for: ranking holds all hits before it in memory.
inline constexpr int kMaxOffset = 100'000;

/// What a token must agree with.
struct PageScope {
  std::string generation;
  std::uint64_t fingerprint = 0;
};

/// FNV-1a, 64 bits: the same in every process, so that a token holds across restarts and replicas.
std::uint64_t Fingerprint(std::string_view bytes);

std::string EncodePageToken(const PageScope& scope, int offset);

/// The offset of a token that belongs to `scope`; 0 for an empty one. INVALID_ARGUMENT, with a violation of
/// page_token and the reason: malformed, of another query, of another generation, too deep.
absl::StatusOr<int> DecodePageToken(std::string_view token, const PageScope& scope);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_PAGE_TOKEN_H_
