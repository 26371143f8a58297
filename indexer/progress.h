/// A progress bar on a terminal; nothing anywhere else.
#ifndef PLANSOK_INDEXER_PROGRESS_H_
#define PLANSOK_INDEXER_PROGRESS_H_

#include <cstddef>
#include <string>

namespace plansok::indexer {

/// Draws on standard error, so that standard output stays clean. Not thread-safe.
class Progress {
 public:
  /// Draws only where `wanted` and standard error is a terminal.
  explicit Progress(bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` of `total` steps of `what`; total 0: not known.
  void Show(const std::string& what, std::size_t done, std::size_t total);

  /// Wipes the bar, so that something else can be said.
  void Clear();

 private:
  bool terminal_;
  bool drawn_ = false;
  std::string last_;
};

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_PROGRESS_H_
