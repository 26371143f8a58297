/// SIGINT and SIGTERM as a question that long work asks now and then.
#ifndef PLANSOK_INDEXER_STOP_H_
#define PLANSOK_INDEXER_STOP_H_

#include "absl/status/status.h"

namespace plansok::indexer {

/// From now on the signals only set a flag.
void CatchStopSignals();

/// Cancelled once a signal came. What was being built is then removed by its owner, as after any error.
absl::Status CheckStop();

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_STOP_H_
