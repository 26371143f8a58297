/// A cross-tab as people read it, and as spreadsheets do.
#ifndef PLANSOK_CLIENT_FORMAT_TABLE_H_
#define PLANSOK_CLIENT_FORMAT_TABLE_H_

#include <string>

#include "client/csv.h"
#include "client/terminal.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// Rows, columns and their totals, with a bar for each row's total where there is room; columns that there is
/// no room for are counted. `response` must have as many cells as rows times columns.
std::string FormatTable(const Terminal& terminal, const v1::TabulateRequest& request,
                        const v1::TabulateResponse& response);

/// What is to be said beside the table: how the query was read, and how the totals add up.
std::string TableRemarks(const Terminal& terminal, const v1::TabulateRequest& request,
                         const v1::TabulateResponse& response);

/// The whole table for spreadsheets, totals too: a column and a row "Alla".
Table CountsTable(const v1::TabulateRequest& request, const v1::TabulateResponse& response);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FORMAT_TABLE_H_
