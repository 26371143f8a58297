#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client/commands.h"
#include "client/csv.h"
#include "client/export_columns.h"
#include "client/filters.h"
#include "client/flags.h"
#include "client/json.h"
#include "client/output_file.h"
#include "client/plan_titles.h"

namespace plansok::client {
namespace {

struct ExportOptions {
  std::string query;
  FilterOptions filters;
  bool exact_words = false;
  std::string output;  // a file that appears when it is whole; "": standard output
};

absl::StatusOr<v1::ExportRequest> ToRequest(const ExportOptions& options) {
  v1::ExportRequest request;
  request.set_query(options.query);
  request.set_exact_words(options.exact_words);
  auto filters = ToFilters(options.filters);
  if (!filters.ok()) return filters.status();
  *request.mutable_filters() = *std::move(filters);
  return request;
}

// Writes paragraph by paragraph as they come, so that memory does not grow with them.
class Rows {
 public:
  Rows(const Context& context, Writer& out, std::string_view query, PlanTitles titles)
      : context_(context), out_(out), query_(query), titles_(std::move(titles)) {}

  // Once, before the first paragraph.
  void Begin() {
    if (context_.format != Format::kCsv) return;
    out_.Write(CsvBeginning(out_.BeginsFile()));
    out_.Write(CsvRow(ExportHeader(), context_.separator));
  }

  // False where writing more is pointless.
  bool Write(const v1::ExportResponse& response) {
    if (!std::exchange(introduced_, true))
      context_.err.Write(QueryRemarks(context_.terminal, query_, response));
    if (!response.has_paragraph()) return true;  // nothing matches
    const v1::Paragraph& paragraph = response.paragraph();
    any_ = true;
    return out_.Write(context_.format == Format::kCsv
                          ? CsvRow(ExportRow(paragraph, titles_), context_.separator)
                          : ToJson(paragraph) + '\n');
  }

  bool any() const { return any_; }

 private:
  const Context& context_;
  Writer& out_;
  const std::string_view query_;
  const PlanTitles titles_;
  bool introduced_ = false;
  bool any_ = false;
};

absl::StatusOr<ExitCode> ExportTo(Writer& out, const Context& context, const ExportOptions& options) {
  const auto request = ToRequest(options);
  if (!request.ok()) return request.status();
  PlanTitles titles;
  if (context.format == Format::kCsv) {
    auto all = AllTitles(context.rpc);
    if (!all.ok()) return all.status();
    titles = *std::move(all);
  }
  Rows rows(context, out, options.query, std::move(titles));
  rows.Begin();
  const absl::Status status =
      context.rpc.Export(*request, [&](const v1::ExportResponse& response) { return rows.Write(response); });
  if (!status.ok()) return status;
  return rows.any() ? ExitCode::kFound : ExitCode::kNone;
}

absl::StatusOr<ExitCode> Export(const Context& context, const ExportOptions& options) {
  if (options.output.empty()) return ExportTo(context.out, context, options);
  const auto file = OutputFile::Create(options.output);
  if (!file.ok()) return file.status();
  Writer out((*file)->descriptor());
  const auto code = ExportTo(out, context, options);
  if (!code.ok()) return code.status();
  if (const absl::Status status = out.Finish(); !status.ok()) {
    return absl::InternalError(fmt::format(
        "{}: {}", options.output, std::string_view(status.message().data(), status.message().size())));
  }
  if (const absl::Status status = (*file)->Publish(); !status.ok()) return status;
  return *code;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<ExportOptions>();
  // It says what holds anyhow, and excludes the other.
  app.add_flag("--jsonl")
      ->description("One JSON object a line (the default)")
      ->excludes(app.get_option("--csv"))
      ->group(kOwnFlags);
  app.add_option("--output", options->output, "Write to FILE, which appears when it is whole")
      ->type_name("FILE")
      ->check(CLI::Validator([](std::string& file) { return file.empty() ? "FILE is empty" : ""; }, ""))
      ->group(kOwnFlags);
  AddExactFlag(app, options->exact_words);
  AddFilterFlags(app, options->filters);
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    options->query = JoinWords(words);
    return [options](const Context& context) { return Export(context, *options); };
  };
}

}  // namespace

Command ExportCommand() {
  return {.name = "export",
          .words = "[QUERY...]",
          .summary = "Print all matching paragraphs, in plan order, for other programs",
          .examples = R"(plansok export --jsonl > allt.jsonl
plansok export typ:uppdrag --committee socialnamnden-nordost --csv --output uppdrag.csv)",
          .define = Define};
}

}  // namespace plansok::client
