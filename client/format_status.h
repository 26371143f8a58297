/// What the server has, as people read it, and as spreadsheets do.
#ifndef PLANSOK_CLIENT_FORMAT_STATUS_H_
#define PLANSOK_CLIENT_FORMAT_STATUS_H_

#include <string>

#include "client/csv.h"
#include "client/terminal.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// The server at `address`, its plans, its index, and what it holds in memory: each part in B, KiB, MiB or
/// GiB, with what it may grow to where that is bounded.
std::string FormatStatus(const Terminal& terminal, const v1::IndexInfo& info, const std::string& address);

/// One row. Memory is in bytes.
Table StatusTable(const v1::IndexInfo& info, const std::string& address);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FORMAT_STATUS_H_
