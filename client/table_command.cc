#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client/answer.h"
#include "client/commands.h"
#include "client/filters.h"
#include "client/flags.h"
#include "client/format_table.h"
#include "client/labels.h"

namespace plansok::client {
namespace {

struct TableOptions {
  std::string rows;
  std::string columns;
  std::string query;
  FilterOptions filters;
  bool exact_words = false;
};

absl::StatusOr<v1::TabulateRequest> ToRequest(const TableOptions& options) {
  v1::TabulateRequest request;
  auto rows = ParseFacet(options.rows);
  if (!rows.ok()) return rows.status();
  auto columns = ParseFacet(options.columns);
  if (!columns.ok()) return columns.status();
  auto filters = ToFilters(options.filters);
  if (!filters.ok()) return filters.status();
  request.set_rows(*std::move(rows));
  request.set_columns(*std::move(columns));
  request.set_query(options.query);
  request.set_exact_words(options.exact_words);
  *request.mutable_filters() = *std::move(filters);
  return request;
}

absl::StatusOr<ExitCode> Tabulate(const Context& context, const TableOptions& options) {
  const auto request = ToRequest(options);
  if (!request.ok()) return request.status();
  const auto table = context.rpc.Tabulate(*request);
  if (!table.ok()) return table.status();
  if (table->cells_size() != table->rows_size() * table->columns_size())
    return absl::InternalError("the server answered with a table of another size than its headings");
  PrintAnswer(
      context, *table, [&] { return FormatTable(context.terminal, *request, *table); },
      [&] { return CountsTable(*request, *table); });
  if (context.format == Format::kCsv) context.err.Write(TableRemarks(context.terminal, *request, *table));
  return table->total_size() > 0 ? ExitCode::kFound : ExitCode::kNone;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<TableOptions>();
  AddExactFlag(app, options->exact_words);
  AddFilterFlags(app, options->filters);
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    if (words.size() < 2) {
      return absl::InvalidArgumentError(
          "table wants the fields of its ROWS and COLUMNS, as in 'plansok table committee year'");
    }
    options->rows = words[0];
    options->columns = words[1];
    options->query = JoinWords({words.begin() + 2, words.end()});
    return [options](const Context& context) { return Tabulate(context, *options); };
  };
}

}  // namespace

Command TableCommand() {
  return {.name = "table",
          .words = "ROWS COLUMNS [QUERY...]",
          .summary = "Count paragraphs by two fields at once",
          .examples = std::string(R"(plansok table nämnd år hemlöshet
plansok table goal_family year --kind mål
plansok table mål typ 'barn OCH skola' --committee socialnamnden-centrum
plansok table nämnd organ typ:uppdrag --csv > uppdrag.csv
Fields: )") + OneOf(FacetNames(), &NamePair::name),
          .define = Define};
}

}  // namespace plansok::client
