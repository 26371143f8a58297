#include "client/format_status.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string_view>
#include <vector>

#include "client/format.h"

namespace plansok::client {
namespace {

// To the minute.
std::string BuildTime(const v1::IndexInfo& info) {
  const std::time_t built = info.build_time().seconds();
  std::tm utc = {};
  return gmtime_r(&built, &utc) == nullptr ? "?" : fmt::format("{:%Y-%m-%d %H:%M} UTC", utc);
}

struct MemoryPart {
  std::string_view name;
  std::int64_t bytes = 0;
  std::optional<std::int64_t> limit = {};  // what it may grow to; what has none, the index settles
};

std::vector<MemoryPart> PartsOf(const v1::IndexInfo::Memory& memory) {
  return {{"Facetter", memory.facet_table()},
          {"Facetter per stycke", memory.tuple_column()},
          {"Förslag", memory.suggestions()},
          {"Sparade svar", memory.answer_cache(), memory.answer_cache_limit()},
          {"Sparade stycken", memory.paragraph_cache(), memory.paragraph_cache_limit()},
          {"Sparade förekomster", memory.posting_cache(), memory.posting_cache_limit()}};
}

// "1,5 MiB", with the space unbreakable.
std::string Size(std::int64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"B", "KiB", "MiB", "GiB"};
  constexpr double kStep = 1024;
  auto number = static_cast<double>(bytes);
  const auto* unit = kUnits.begin();
  for (; number >= kStep && unit + 1 != kUnits.end(); ++unit) number /= kStep;
  return fmt::format("{}\u00a0{}", Decimal(number, unit == kUnits.begin() ? 0 : 1), *unit);
}

std::vector<std::string> MemoryLines(const v1::IndexInfo& info) {
  std::vector<std::string> lines;
  if (!info.has_memory()) return lines;  // an older server
  for (const MemoryPart& part : PartsOf(info.memory())) {
    lines.push_back(fmt::format("{}: {}", part.name, Size(part.bytes)));
    if (part.limit) lines.back() += fmt::format(" av högst {}", Size(*part.limit));
  }
  return lines;
}

// Values stand beside their names, or below them where there is no room; nothing where there are none.
std::string Row(const Terminal& terminal, std::string_view name, const std::vector<std::string>& values) {
  constexpr int kNameWidth = 12;
  constexpr int kRoomForValue = 24;
  if (values.empty()) return "";
  const bool beside = terminal.columns >= kNameWidth + kRoomForValue;
  std::string lines;
  for (const std::string& value : values) lines += Wrapped(terminal, beside ? kNameWidth : 2, value);
  if (beside) lines.erase(0, kNameWidth);
  const std::string shown = beside ? fmt::format("{:<{}}", name, kNameWidth) : fmt::format("{}\n", name);
  return Styled(terminal, Style::kDim, shown) + lines;
}

}  // namespace

std::string FormatStatus(const Terminal& terminal, const v1::IndexInfo& info, const std::string& address) {
  return Row(terminal, "Server", {fmt::format("{} (plansok-searchd {})", address, info.server_version())}) +
         Row(terminal, "Planer", {FormatNumber(info.plan_count())}) +
         Row(terminal, "Stycken", {FormatNumber(info.paragraph_count())}) +
         Row(terminal, "Index", {fmt::format("{}, byggt {}", info.generation(), BuildTime(info))}) +
         Row(terminal, "Versioner",
             {fmt::format("schema {}, textanalys {}", info.schema_version(), info.analyzer_version())}) +
         Row(terminal, "Minne", MemoryLines(info));
}

Table StatusTable(const v1::IndexInfo& info, const std::string& address) {
  Table table = {{"Server", "Version", "Planer", "Stycken", "Generation", "Byggt", "Schema", "Textanalys"},
                 {address, info.server_version(), std::to_string(info.plan_count()),
                  std::to_string(info.paragraph_count()), info.generation(), BuildTime(info),
                  std::to_string(info.schema_version()), std::to_string(info.analyzer_version())}};
  const auto add = [&](const std::string& name, std::int64_t bytes) {
    table.front().push_back(name + " (byte)");
    table.back().push_back(info.has_memory() ? std::to_string(bytes) : "");
  };
  for (const MemoryPart& part : PartsOf(info.memory())) {
    add(std::string(part.name), part.bytes);
    if (part.limit) add(fmt::format("{}, högst", part.name), *part.limit);
  }
  return table;
}

}  // namespace plansok::client
