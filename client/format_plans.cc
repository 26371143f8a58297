#include <fmt/format.h>

#include <algorithm>
#include <array>

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

std::string Decimal(double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace plansok::client
