/// What a generation's files were when it was published.
///
/// The file SHA256SUMS in a generation's folder has a line for every other file there, as sha256sum(1) writes
/// and checks them. Xapian's own checks find a broken structure, not a wrong letter, and may crash on what
/// they find; a file that is gone (position.glass) may only make phrases find nothing.
#ifndef PLANSOK_INDEX_CHECKSUMS_H_
#define PLANSOK_INDEX_CHECKSUMS_H_

#include <filesystem>

#include "absl/status/status.h"

namespace plansok::index {

/// Reads every file below `folder`. Internal: a file cannot be read or written.
absl::Status WriteChecksums(const std::filesystem::path& folder);

/// Whether every file is there and as it was. DataLoss: names the first that is not, or that nothing is
/// written of; Internal: one that may not be read.
absl::Status VerifyChecksums(const std::filesystem::path& folder);

/// Whether every file is there and may be read, without reading any. A folder without checksums, made by
/// hand, may have what it likes. DataLoss: names the first that is gone; Internal: that may not be read.
absl::Status VerifyPresence(const std::filesystem::path& folder);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_CHECKSUMS_H_
