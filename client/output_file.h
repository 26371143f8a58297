/// A file that comes into being whole or not at all: written under another name beside it, and renamed when
/// all is written.
#ifndef PLANSOK_CLIENT_OUTPUT_FILE_H_
#define PLANSOK_CLIENT_OUTPUT_FILE_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace plansok::client {

/// One at a time. SIGINT, SIGTERM and SIGHUP remove the unfinished file before they end the program. What is
/// no ordinary file (a pipe, a device) is written to as it is.
class OutputFile {
 public:
  /// Errors: Internal, naming the file.
  static absl::StatusOr<std::unique_ptr<OutputFile>> Create(const std::string& path);
  /// Removes what was not published.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  int descriptor() const { return descriptor_; }

  /// Puts the file in its place. Errors: Internal, naming the file; then nothing is left of it.
  absl::Status Publish();

 private:
  OutputFile(std::string path, std::string unfinished, int descriptor);

  std::string path_;
  std::string unfinished_;  // "": `path_` itself is written to
  int descriptor_;
};

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_OUTPUT_FILE_H_
