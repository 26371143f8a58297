/// An export's paragraphs as rows of a table, with everything that is needed to cite them.
#ifndef PLANSOK_CLIENT_EXPORT_COLUMNS_H_
#define PLANSOK_CLIENT_EXPORT_COLUMNS_H_

#include <string>
#include <vector>

#include "client/format.h"
#include "plansok/v1/plan.pb.h"

namespace plansok::client {

/// The columns' names, in Swedish.
std::vector<std::string> ExportHeader();

/// One paragraph, cell by cell; empty where there is nothing to say.
std::vector<std::string> ExportRow(const v1::Paragraph& paragraph, const PlanTitles& titles);

/// How the paragraph is cited in writing: "Socialnämnden Centrum (2024). Verksamhetsplan 2024, s. 5, rad
/// 195–197."
std::string Reference(const v1::Paragraph& paragraph, const PlanTitles& titles);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_EXPORT_COLUMNS_H_
