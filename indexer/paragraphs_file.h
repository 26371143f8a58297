/// Paragraphs that another system has already cut: a JSON Lines file, read plan by plan.
#ifndef PLANSOK_INDEXER_PARAGRAPHS_FILE_H_
#define PLANSOK_INDEXER_PARAGRAPHS_FILE_H_

#include <cstddef>
#include <functional>
#include <istream>
#include <string>

#include "absl/status/status.h"
#include "plan/plan.h"

namespace plansok::indexer {

/// Reads `lines`, one paragraph each (json.h), and hands every run of paragraphs of one plan to `sink` as a
/// plan, whose committees and years are its paragraphs'. Holds one plan in memory at a time. Paragraphs
/// without names get ids from their text. InvalidArgument: names `source`, the line, and what is wrong with
/// it: no such JSON, a malformed id, an id that the plan has already, a plan that comes back after another.
/// DataLoss: the stream broke off. Other errors are the sink's.
absl::Status ReadParagraphs(std::istream& lines, const std::string& source,
                            const std::function<absl::Status(const plan::Plan&)>& sink);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_PARAGRAPHS_FILE_H_
