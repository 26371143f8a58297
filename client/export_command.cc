#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "client/commands.h"
#include "client/filters.h"
#include "client/flags.h"
#include "client/json.h"

namespace plansok::client {
namespace {

struct ExportOptions {
  std::string query;
  FilterOptions filters;
  bool json_lines = true;  // the only format there is
};

absl::StatusOr<ExitCode> Export(const Context& context, const ExportOptions& options) {
  v1::ExportRequest request;
  request.set_query(options.query);
  auto filters = ToFilters(options.filters);
  if (!filters.ok()) return filters.status();
  *request.mutable_filters() = *std::move(filters);
  bool found = false;
  const absl::Status status = context.rpc.Export(request, [&](const v1::Paragraph& paragraph) {
    found = true;
    return context.out.Write(ToJson(paragraph) + '\n');
  });
  if (!status.ok()) return status;
  return found ? ExitCode::kFound : ExitCode::kNone;
}

Binder Define(CLI::App& app) {
  const auto options = std::make_shared<ExportOptions>();
  app.add_flag("--jsonl", options->json_lines, "One JSON object a line (the default)")->group(kOwnFlags);
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
plansok export typ:uppdrag --committee socialnamnden-nordost --jsonl > uppdrag.jsonl)",
          .define = Define};
}

}  // namespace plansok::client
