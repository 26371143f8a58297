/// Resource names (AIP-122): `plans/{plan}` and `plans/{plan}/paragraphs/{paragraph}`.
#ifndef PLANSOK_SEARCHD_RESOURCE_NAME_H_
#define PLANSOK_SEARCHD_RESOURCE_NAME_H_

#include <optional>
#include <string>
#include <string_view>

namespace plansok::searchd {

struct ParagraphName {
  std::string plan_id;
  std::string paragraph_id;

  friend bool operator==(const ParagraphName&, const ParagraphName&) = default;
};

std::string PlanResource(std::string_view plan_id);
std::string ParagraphResource(std::string_view plan_id, std::string_view paragraph_id);

/// The plan's id; nullopt where `name` is not of the form, with {plan} as IsId() says.
std::optional<std::string> ParsePlanName(std::string_view name);

/// A plan's id or title, with or without "plans/" before it, without it.
std::string_view WithoutCollection(std::string_view text);

/// Both ids; nullopt where `name` is not of the form, with {paragraph} as plan::IsParagraphId() says.
std::optional<ParagraphName> ParseParagraphName(std::string_view name);

/// Whether `text` is an id (plan::IsId()) of at most 200 bytes: what every id in the API looks like.
bool IsId(std::string_view text);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_RESOURCE_NAME_H_
