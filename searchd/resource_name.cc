#include "searchd/resource_name.h"

#include <fmt/format.h>

#include "plan/facts.h"

namespace plansok::searchd {
namespace {

constexpr std::string_view kPlans = "plans/";
constexpr std::string_view kParagraphs = "/paragraphs/";
constexpr std::size_t kMaxIdBytes = 200;

}  // namespace

std::string PlanResource(std::string_view plan_id) { return fmt::format("{}{}", kPlans, plan_id); }

std::string ParagraphResource(std::string_view plan_id, std::string_view paragraph_id) {
  return fmt::format("{}{}{}{}", kPlans, plan_id, kParagraphs, paragraph_id);
}

std::optional<std::string> ParsePlanName(std::string_view name) {
  if (!name.starts_with(kPlans)) return std::nullopt;
  const std::string_view id = name.substr(kPlans.size());
  if (!IsId(id)) return std::nullopt;
  return std::string(id);
}

std::string_view WithoutCollection(std::string_view text) {
  return text.starts_with(kPlans) ? text.substr(kPlans.size()) : text;
}

std::optional<ParagraphName> ParseParagraphName(std::string_view name) {
  const std::size_t at = name.find(kParagraphs);
  if (at == std::string_view::npos) return std::nullopt;
  const auto plan_id = ParsePlanName(name.substr(0, at));
  const std::string_view paragraph_id = name.substr(at + kParagraphs.size());
  if (!plan_id || !plan::IsParagraphId(paragraph_id)) return std::nullopt;
  return ParagraphName{*plan_id, std::string(paragraph_id)};
}

bool IsId(std::string_view text) { return text.size() <= kMaxIdBytes && plan::IsId(text); }

}  // namespace plansok::searchd
