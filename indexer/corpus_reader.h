/// Reading a corpus: unchanged files from the current generation, the others from their text.
///
/// Sound plans are read first, and teach the OCR repairer their words; then the damaged ones are read with
/// it. Since what is repaired thus depends on the other files, damaged files are read again whenever any file
/// has changed.
#ifndef PLANSOK_INDEXER_CORPUS_READER_H_
#define PLANSOK_INDEXER_CORPUS_READER_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/manifest.h"
#include "index/searcher.h"
#include "indexer/corpus.h"
#include "indexer/ingredients.h"
#include "indexer/progress.h"
#include "plan/plan.h"
#include "text/ocr_repair.h"

namespace plansok::indexer {

/// A file of the corpus and what was read out of it; no plan where it was left out.
struct Source {
  CorpusFile file;
  index::SourceFile entry;
  std::optional<plan::Plan> plan;
  bool taken_over = false;
};

/// What the repairer judges and learns from: a plan's paragraphs, which are the same whether read now or
/// before.
std::string RunningText(const plan::Plan& plan);

/// Whether `manifest` is of exactly these files.
bool Unchanged(const index::Manifest& manifest, const std::vector<CorpusFile>& files);

class CorpusReader {
 public:
  /// Unchanged files are taken over from `previous` if `reuse`; plans that have a last good copy there fall
  /// back on it. `previous` may be null. All must outlive the reader.
  CorpusReader(const Ingredients& ingredients, index::Searcher* previous, bool reuse, Progress* progress)
      : ingredients_(ingredients), previous_(previous), reuse_(reuse), progress_(progress) {}

  /// Reads every file; bad ones get an error in their entry. Cancelled: stopped. Otherwise as
  /// OcrRepairer::Load().
  absl::StatusOr<std::vector<Source>> Read(const std::vector<CorpusFile>& files);

 private:
  const index::SourceFile* KnownEntry(const CorpusFile& file) const;
  bool TakeOver(Source* source);
  absl::Status ReadSound(std::vector<Source>* sources);
  absl::Status ReadDamaged(std::vector<Source>* sources);
  void ReadFile(const text::OcrRepairer* repairer, Source* source);
  void KeepLastCopy(Source* source);

  const Ingredients& ingredients_;
  index::Searcher* previous_;
  bool reuse_;
  Progress* progress_;
  std::unique_ptr<text::OcrRepairer> repairer_;
};

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_CORPUS_READER_H_
