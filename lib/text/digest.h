/// Content hashes: what tells one file or paragraph from another, today and after any re-indexing.
#ifndef PLANSOK_TEXT_DIGEST_H_
#define PLANSOK_TEXT_DIGEST_H_

#include <istream>
#include <string>
#include <string_view>

namespace plansok::text {

/// The SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hex digits. The same on every platform and in every
/// release: paragraph ids and index manifests are made from it. Thread-safe.
std::string HexDigest(std::string_view bytes);

/// The same of all that is left of `stream`, without holding it. Whoever asks looks whether it could be read.
std::string HexDigest(std::istream& stream);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_DIGEST_H_
