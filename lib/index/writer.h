/// Writes plans into a new database, in plan order.
#ifndef PLANSOK_INDEX_WRITER_H_
#define PLANSOK_INDEX_WRITER_H_

#include <filesystem>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/manifest.h"
#include "plan/plan.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Not thread-safe. Nothing is durable before Finish() returns OK.
class Writer {
 public:
  /// Creates the database in `folder`, which must not exist. `language_fingerprint` is stored beside the
  /// versions.
  static absl::StatusOr<Writer> Create(const std::filesystem::path& folder,
                                       std::shared_ptr<const text::Analyzer> analyzer,
                                       const std::string& language_fingerprint);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer();

  /// Adds a plan and its paragraphs. AlreadyExists: a plan of that id was added. InvalidArgument: a value too
  /// long or malformed; names plan and paragraph.
  absl::Status Add(const plan::Plan& plan);

  /// What the paragraphs came from; stored by Finish(). None: a generation that nothing can be taken over
  /// from.
  void SetManifest(Manifest manifest);

  /// Writes tables and metadata, commits, and checks that what was written can be read back.
  absl::Status Finish();

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_WRITER_H_
