/// Generations: complete, checked copies of an index, published one after another.
///
///     INDEX/lock                      held (flock) by the one indexer that builds
///     INDEX/generations/000007/       a generation, never changed after it is published
///         db/                         the Xapian database, or a stub file that names its shards
///         language/                   the language data it was analysed with (text/language_data.h)
///         SHA256SUMS                  what all of it was when it was published (checksums.h)
///     INDEX/current -> generations/000007
///
/// A generation is built under a name that no reader looks at, read back, synced, and published by one atomic
/// rename of the `current` link, so a crash at any instant leaves the last good generation serving. The
/// previous one is kept; older ones and the remains of crashed builds are removed by the next build.
#ifndef PLANSOK_INDEX_GENERATION_H_
#define PLANSOK_INDEX_GENERATION_H_

#include <filesystem>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace plansok::index {

/// A published or growing generation: where its parts stand.
struct Generation {
  std::string name;  ///< six digits, growing
  std::filesystem::path folder;

  std::filesystem::path database() const { return folder / "db"; }
  std::filesystem::path language() const { return folder / "language"; }
};

/// The generation that `current` names. NotFound: no such index, or nothing published yet; names the folder.
absl::StatusOr<Generation> CurrentGeneration(const std::filesystem::path& index_dir);

/// The right to build in an index folder, held for the object's lifetime.
class GenerationBuilder {
 public:
  /// Takes the lock, clears away remains, makes an empty generation folder.
  /// FailedPrecondition: another indexer is building. PermissionDenied/Internal: the folder cannot be
  /// written.
  static absl::StatusOr<GenerationBuilder> Begin(const std::filesystem::path& index_dir);

  GenerationBuilder(GenerationBuilder&&) noexcept;
  GenerationBuilder& operator=(GenerationBuilder&&) noexcept;
  GenerationBuilder(const GenerationBuilder&) = delete;
  GenerationBuilder& operator=(const GenerationBuilder&) = delete;
  /// Removes the folder if it was not published; releases the lock.
  ~GenerationBuilder();

  const Generation& generation() const { return generation_; }

  /// Makes the generation durable and current, keeps its predecessor, removes older ones. An error means that
  /// nothing was published.
  absl::Status Publish();

  /// After Publish: not OK where the generation serves, but a loss of power now might bring its predecessor
  /// back.
  const absl::Status& durability() const { return durability_; }

 private:
  GenerationBuilder() = default;
  std::filesystem::path index_dir_;
  Generation generation_;
  int lock_fd_ = -1;
  bool published_ = false;
  absl::Status durability_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_GENERATION_H_
