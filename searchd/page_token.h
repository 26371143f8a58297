/// Page tokens: opaque to callers (AIP-158), bound to the question and to the generation that answers it.
///
///     base64url( version:1 | fingerprint:8 | offset:4 | generation… )      integers big-endian
///
/// The fingerprint is a hash of everything that decides which hits come in which order. It guards against
/// mistakes, not against malice: whoever forges an offset gets that offset.
#ifndef PLANSOK_SEARCHD_PAGE_TOKEN_H_
#define PLANSOK_SEARCHD_PAGE_TOKEN_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/status.h"

namespace plansok::searchd {

/// Where the last page of ranked hits may begin: ranking holds all hits before a page in memory.
inline constexpr int kDeepestRankedPage = 100'000;

/// What a token must agree with, and how deep it may reach.
struct PageScope {
  std::string generation;
  std::uint64_t fingerprint = 0;
  int deepest = std::numeric_limits<int>::max();  ///< where the last page may begin
};

/// FNV-1a, 64 bits: the same in every process, so that a token holds across restarts and replicas.
std::uint64_t Fingerprint(std::string_view bytes);

std::string EncodePageToken(const PageScope& scope, int offset);

/// The token of the page that begins at `offset` of `total` hits; "" where there is no such page: all have
/// been answered, or pages do not reach so deep.
std::string NextPageToken(const PageScope& scope, int offset, int total);

/// The offset of a token that belongs to `scope`; 0 for an empty one. Adds a violation of page_token, with
/// its reason, to one that does not: malformed, of another query, of another generation, too deep.
int ReadPageToken(std::string_view token, const PageScope& scope, std::vector<FieldViolation>& violations);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_PAGE_TOKEN_H_
