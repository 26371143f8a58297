#include <utility>

#include "client/commands.h"
#include "client/json.h"

namespace plansok::client {

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

}  // namespace plansok::client
