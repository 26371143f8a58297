/// The files of a corpus folder.
#ifndef PLANSOK_INDEXER_CORPUS_H_
#define PLANSOK_INDEXER_CORPUS_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::indexer {

/// A plan's file as it stands now.
struct CorpusFile {
  std::string name;  ///< path relative to the corpus folder, as UTF-8 (files.h)
  std::filesystem::path path;
  std::string digest;  ///< of its bytes and its sidecar's; "" where it cannot be read
  std::string error;   ///< why it cannot be read
};

/// Every *.txt file in the folder and the folders in it, by name. NotFound: no such folder, or no *.txt in
/// it; PermissionDenied: it cannot be listed. What cannot be read is listed with its error: a closed file or
/// folder, a pipe, a device, a folder named *.txt, a link to a folder, a link to itself.
absl::StatusOr<std::vector<CorpusFile>> ScanCorpus(const std::filesystem::path& folder);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_CORPUS_H_
