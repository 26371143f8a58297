#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <ctime>

#include "client/format.h"
#include "client/joined.h"

namespace plansok::client {
namespace {

std::string Paragraphs(int count) { return FormatNumber(count) + (count == 1 ? " stycke" : " stycken"); }

}  // namespace

std::string TitleOf(const v1::Plan& plan) { return plan.title().empty() ? plan.name() : plan.title(); }

std::string FormatNumber(int number) {
  std::string text = std::to_string(number);
  constexpr std::size_t kGroup = 3;
  const std::size_t digits_from = number < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > digits_from + kGroup;) {
    at -= kGroup;
    text.insert(at, "\u00a0");
  }
  return text;
}

std::string FormatPlan(const Terminal& terminal, const v1::Plan& plan) {
  constexpr int kIndent = 2;
  const std::string facts = Joined(std::array{CommitteesOf(plan.committees()), plan.document_kind(),
                                              FormatYears(plan.years()), Paragraphs(plan.paragraph_count())},
                                   " · ");
  return Wrapped(terminal, 0, plan.title(), Style::kTitle) + Wrapped(terminal, kIndent, facts) +
         Wrapped(terminal, kIndent, plan.source_file(), Style::kDim) +
         NameLine(terminal, kIndent, plan.name());
}

std::string FormatPlans(const Terminal& terminal, const v1::ListPlansResponse& response) {
  const int total = response.total_size();
  std::string text =
      Styled(terminal, Style::kHeading, FormatNumber(total) + (total == 1 ? " plan" : " planer")) + '\n';
  for (const v1::Plan& plan : response.plans()) text += '\n' + FormatPlan(terminal, plan);
  return text;
}

std::string BuildTime(const v1::IndexInfo& info) {
  const std::time_t built = info.build_time().seconds();
  std::tm utc = {};
  return gmtime_r(&built, &utc) == nullptr ? "?" : fmt::format("{:%Y-%m-%d %H:%M} UTC", utc);
}

std::string FormatStatus(const Terminal& terminal, const v1::IndexInfo& info, const std::string& address) {
  // Values stand beside their names, or below them where there is no room.
  constexpr int kNameWidth = 12;
  constexpr int kRoomForValue = 24;
  const bool beside = terminal.columns >= kNameWidth + kRoomForValue;
  const auto row = [&](std::string_view name, const std::string& value) {
    std::string lines = Wrapped(terminal, beside ? kNameWidth : 2, value);
    if (beside) lines.erase(0, kNameWidth);
    const std::string shown = beside ? fmt::format("{:<{}}", name, kNameWidth) : fmt::format("{}\n", name);
    return Styled(terminal, Style::kDim, shown) + lines;
  };
  return row("Server", fmt::format("{} (plansok-searchd {})", address, info.server_version())) +
         row("Planer", FormatNumber(info.plan_count())) +
         row("Stycken", FormatNumber(info.paragraph_count())) +
         row("Index", fmt::format("{}, byggt {}", info.generation(), BuildTime(info))) +
         row("Versioner",
             fmt::format("schema {}, textanalys {}", info.schema_version(), info.analyzer_version()));
}

}  // namespace plansok::client
