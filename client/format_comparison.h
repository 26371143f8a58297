/// What became of a plan, as people read it.
#ifndef PLANSOK_CLIENT_FORMAT_COMPARISON_H_
#define PLANSOK_CLIENT_FORMAT_COMPARISON_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/labels.h"
#include "client/terminal.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// A change by its name in the contract or in Swedish (kept, kvar; new, added, ny; gone, removed, borta ...),
/// in any case. Errors: InvalidArgument, with the nearest name.
absl::StatusOr<v1::ParagraphPair::Change> ParseChange(std::string_view typed);

/// The names to offer, with their Swedish ones.
std::vector<NamePair> ChangeNames();

/// "Kvar", "Omskrivet", "Nytt", "Borta".
std::string_view ChangeLabel(v1::ParagraphPair::Change change);

/// Both texts in one, marked as wdiff(1) does: [-gone-] {+new+}; "" where nothing is reworded.
std::string MarkedDifference(const v1::ParagraphPair& pair);

/// Goal by goal: how many paragraphs of each change, and the pairs that the answer holds. Words that are gone
/// and words that are new are coloured on a terminal, and elsewhere marked as wdiff(1) does: [-gone-]
/// {+new+}. Goals without pairs to show are told by their counts.
std::string FormatComparison(const Terminal& terminal, const v1::ComparePlansResponse& response);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FORMAT_COMPARISON_H_
