/// Answers as tables for spreadsheets, the names of their columns first: pure functions from the contract's
/// messages. Names and labels are Swedish.
#ifndef PLANSOK_CLIENT_TABLES_H_
#define PLANSOK_CLIENT_TABLES_H_

#include "client/csv.h"
#include "client/format.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// Hits, numbered from `first`: their scores, and what an export has of each (export_columns.h).
Table HitsTable(const google::protobuf::RepeatedPtrField<v1::Hit>& hits, const PlanTitles& titles, int first);

/// Every value of every facet, with its count.
Table FacetsTable(const v1::SearchResponse& response);

/// A paragraph between its neighbours, its answer or assignment last, with what an export has of each.
Table ParagraphTable(const v1::GetParagraphResponse& response, const PlanTitles& titles);

Table PlansTable(const google::protobuf::RepeatedPtrField<v1::Plan>& plans);

/// Pair by pair: what became of it, both texts with how to cite them, and what differs.
Table ComparisonTable(const v1::ComparePlansResponse& response);

Table SuggestionsTable(const v1::SuggestResponse& response);

/// Of a paragraph that was asked for, the weight of each term; else how the query was cut into parts.
Table ExplanationTable(const v1::ExplainRequest& request, const v1::ExplainResponse& response);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_TABLES_H_
