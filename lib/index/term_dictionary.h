/// The word types of a generation, for finding those spelled nearly as typed.
///
/// Beside the words as printed it has their stems: most are base forms, which people type and which plans may
/// have in inflections only.
///
/// A search looks at every type, but compares letter by letter only those whose length and set of letters can
/// be within reach (one in a hundred or so). Beside the words that takes 16 bytes a type and one pass to
/// build; a deletion neighbourhood answers faster, but holds some 80 entries for each long word at distance
/// 2, and the first letter needs no special path here.
#ifndef PLANSOK_INDEX_TERM_DICTIONARY_H_
#define PLANSOK_INDEX_TERM_DICTIONARY_H_

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::index {

/// A word of the index near a typed one.
struct NearWord {
  std::string word;             ///< normal form; a printed word, or a stem that is none
  std::uint32_t frequency = 0;  ///< paragraphs that have it
  int cost = 0;                 ///< spelling.h
};

/// Immutable; thread-safe.
class TermDictionary {
 public:
  /// At most so many types, the commonest: some 30 MB. All of Swedish law has a quarter of it.
  static constexpr std::size_t kMaxTypes = 1'000'000;

  /// The surface words and stems of Swedish letters only. Xapian's exceptions pass through.
  static TermDictionary Read(const Xapian::Database& database);

  std::size_t size() const { return types_.size(); }

  /// About how much memory it takes.
  std::size_t bytes() const;

  /// The words at most `max_distance` edits from `typed` (normal form), and not `typed` itself, cheapest
  /// first, then commonest. Empty where `typed` has anything but Swedish letters.
  std::vector<NearWord> Near(std::string_view typed, int max_distance) const;

 private:
  struct Type {
    std::uint32_t offset = 0;  // in letters_
    std::uint32_t frequency = 0;
    std::uint32_t letter_set = 0;
    std::uint16_t bytes = 0;
    std::uint16_t length = 0;  // letters
  };

  void Add(std::string_view word, std::uint32_t frequency);
  void KeepCommonest();
  std::string_view WordOf(const Type& type) const {
    return std::string_view(letters_).substr(type.offset, type.bytes);
  }

  std::vector<Type> types_;
  std::string letters_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_TERM_DICTIONARY_H_
