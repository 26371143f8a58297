/// Verifying a generation from end to end.
#ifndef PLANSOK_INDEX_CHECK_H_
#define PLANSOK_INDEX_CHECK_H_

#include "absl/status/statusor.h"
#include "index/generation.h"
#include "index/reader.h"

namespace plansok::index {

/// Reads everything: that every file is as it was published, the database's own structure, every record, and
/// that records, facet tuples, filter terms, names and the table of plans agree. Returns what the index is.
/// DataLoss: names the first thing that is wrong; else as Snapshot::Open.
absl::StatusOr<IndexInfo> CheckGeneration(const Generation& generation);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_CHECK_H_
