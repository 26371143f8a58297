/// What a generation was built from: one entry a source file, so that an unchanged file is not read again.
#ifndef PLANSOK_INDEX_MANIFEST_H_
#define PLANSOK_INDEX_MANIFEST_H_

#include <cstdint>
#include <string>
#include <vector>

namespace plansok::index {

/// A file of the corpus as it was when it was read.
struct SourceFile {
  std::string name;    ///< path relative to the corpus folder
  std::string digest;  ///< of its bytes and its sidecar's (text/digest.h)
  std::string plan_id;
  std::string error;  ///< why it was left out; with a `plan_id`, why an older copy of the plan stands for it
  std::vector<std::string> warnings;  ///< what its reader had to say
  bool damaged = false;               ///< a bad scan, read with OCR repair: depends on the sound files too

  friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

/// `reader` identifies everything besides the files that decides what is read out of them: program and data.
struct Manifest {
  std::string reader;
  std::vector<SourceFile> files;  ///< by name

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_MANIFEST_H_
