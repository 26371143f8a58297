/// The schema: everything that writer and reader must agree on, in one place.
///
/// A database holds one document a paragraph, docids in plan order from 1, without holes.
///
/// Terms (prefixes by Xapian's convention: one capital letter, or X… ending in a colon; values longer than
/// Xapian's limit are replaced by a digest, see Term()):
///
// The table's columns are set by hand.
// clang-format off
///     word            a surface word (normal form), with positions: phrases, proximity, prefixes.
///                     A repaired word stands at the position of the printed word it repairs.
///     Z + stem        a word in any inflection, with positions: what free words match
///     XFOLD: + stem   stem of the folded form, only of words that have something to fold:
///                     what words typed without å ä ö match
///     XPART: + stem   a part of a compound, parts taken together (text::Word::parts), and the
///                     words they come from: what free words match at a lower weight
///     XROOT: + stem   the word that a word's family comes from (hemlös of hemlöshet), only of
///                     words that come from another: what words of the same family match at a
///                     lower weight
///     S + stem        a word of what stands above the paragraph: its section path, what it follows
///                     (plan::Paragraph::lead_in), its goal and area
///     Q + plan/id     the paragraph's own name
///     XPLAN: XCOMMITTEE: XGOAL: XFAMILY: XAREA: XKIND: XORIGIN: XBODY: + value, Y + year
///                     filters: boolean, without positions or frequencies
// clang-format on
///
/// Word terms come from normalised text, which is lower case, so they never look like a prefix.
///
/// Values: slot 0, the paragraph's facet tuple (facet_tuples.h) as PackTuple() writes it. There is one slot
/// only, because reading values is what makes facets slow.
///
/// Data: a storage.Paragraph (record.proto).
///
/// Metadata (keys below): versions, the stages of the text chain, fingerprint of the language data, build
/// time, storage.PlanTable, storage.FacetTable, storage.Manifest, storage.SuggestionTable.
#ifndef PLANSOK_INDEX_SCHEMA_H_
#define PLANSOK_INDEX_SCHEMA_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/field.h"
#include "text/features.h"

namespace plansok::index {

/// Raise this when a database written before could be misread.
inline constexpr int kSchemaVersion = 5;

inline constexpr std::string_view kStemPrefix = "Z";
inline constexpr std::string_view kFoldedPrefix = "XFOLD:";
inline constexpr std::string_view kPartPrefix = "XPART:";
inline constexpr std::string_view kRootPrefix = "XROOT:";
inline constexpr std::string_view kSectionPrefix = "S";
inline constexpr std::string_view kNamePrefix = "Q";

/// The filter prefix of a field.
std::string_view FilterPrefix(query::Field field);

/// A prefixed term of at most Xapian's 245 bytes; a value that is too long becomes its digest.
std::string Term(std::string_view prefix, std::string_view value);

/// Whether a term surely is what it was made of, not a digest of it: it is shorter than one.
bool IsWhole(std::string_view term);

/// A term of a surface word, held to the same limit.
std::string WordTerm(std::string_view surface);

/// The term that names a paragraph.
std::string NameTerm(std::string_view plan_id, std::string_view paragraph_id);

/// The stages of the text chain that are at work, as a database says which made it.
std::string StagesOf(const text::Features& features);

inline constexpr unsigned kTupleSlot = 0;

/// A tuple's number as four bytes, big-endian, so that values sort as numbers do.
std::string PackTuple(std::uint32_t number);
/// nullopt where `packed` is not four bytes.
std::optional<std::uint32_t> UnpackTuple(std::string_view packed);

inline constexpr const char* kSchemaVersionKey = "schema_version";
inline constexpr const char* kAnalyzerVersionKey = "analyzer_version";
inline constexpr const char* kFeaturesKey = "features";  ///< StagesOf()
inline constexpr const char* kLanguageFingerprintKey = "language_fingerprint";
inline constexpr const char* kBuiltAtKey = "built_at";  ///< Unix seconds, decimal
inline constexpr const char* kPlansKey = "plans";
inline constexpr const char* kFacetsKey = "facets";
inline constexpr const char* kManifestKey = "manifest";
inline constexpr const char* kSuggestionsKey = "suggestions";

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SCHEMA_H_
