/// Building an index: scan, read, write, publish.
#ifndef PLANSOK_INDEXER_BUILD_H_
#define PLANSOK_INDEXER_BUILD_H_

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/progress.h"

namespace plansok::indexer {

struct BuildOptions {
  std::filesystem::path corpus;  ///< unused by BuildFromParagraphs
  std::filesystem::path index;
  std::filesystem::path data;
  bool force = false;  ///< reads every file anew, and publishes even where nothing has changed
};

/// What a build came to.
struct BuildReport {
  std::string generation;  ///< the one that serves now
  bool published = false;  ///< false: nothing had changed
  int plans = 0;
  int paragraphs = 0;
  int files_read = 0;                 ///< the rest were taken over unread
  int files_left_out = 0;             ///< those whose last good copy stays among them
  std::vector<std::string> warnings;  ///< each names its file
  double seconds = 0;
};

/// Builds from the plans in a folder. Unchanged files are taken over from the current generation; vanished
/// ones leave; bad ones are left out with a warning. Where only a plan's sidecar is at fault, its last good
/// copy stays. A damaged current generation is replaced by one that is read anew, with a warning. On any
/// error the current generation stays as it is. NotFound: no corpus; InvalidArgument: no plan in it could be
/// read; FailedPrecondition: another indexer is at work; Cancelled: stopped.
absl::StatusOr<BuildReport> BuildFromCorpus(const BuildOptions& options, Progress* progress);

/// Builds from paragraphs (paragraphs_file.h); `source` names them in messages.
absl::StatusOr<BuildReport> BuildFromParagraphs(const BuildOptions& options, std::istream& lines,
                                                const std::string& source, Progress* progress);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_BUILD_H_
