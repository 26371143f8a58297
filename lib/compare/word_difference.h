/// Two texts word by word: what both have, and what only one has.
#ifndef PLANSOK_COMPARE_WORD_DIFFERENCE_H_
#define PLANSOK_COMPARE_WORD_DIFFERENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "text/analyzer.h"
#include "text/checkpoint.h"

namespace plansok::compare {

enum class Presence { kBoth, kBase, kOther };

/// A run of words, with the spaces and signs around them.
struct Span {
  std::string text;
  Presence presence = Presence::kBoth;

  friend bool operator==(const Span&, const Span&) = default;
};

/// A text as its source prints it, and as it was read where a bad scan was repaired ("" where it was not),
/// token for token.
struct Reading {
  std::string_view printed;
  std::string_view repaired = {};
};

/// The spans of two texts, in order: words are matched as read and shown as printed. The spans of kBoth and
/// kOther, joined, are other's printed text byte for byte; those of kBoth and kBase are base's, but for words
/// that were read the same and are printed differently: these stand in kBoth as other prints them. Between
/// two spans of kBoth stands at most one of kBase and then at most one of kOther.
///
/// Words are matched in normal form, and words joined over a line-break hyphen as one; where matched words
/// were read with other letters or cases, each side shows its own. Words that a scan ran together are one.
/// Errors: what `checkpoint` returns. Thread-safe.
absl::StatusOr<std::vector<Span>> Difference(const Reading& base, const Reading& other,
                                             const text::Analyzer& analyzer,
                                             const text::Checkpoint& checkpoint);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_WORD_DIFFERENCE_H_
