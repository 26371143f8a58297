// Resource names as people type them and the contract wants them: plans/{plan} and
// plans/{plan}/paragraphs/{paragraph}.
#ifndef PLANSOK_CLIENT_NAMES_H_
#define PLANSOK_CLIENT_NAMES_H_

#include <string>
#include <string_view>

namespace plansok::client {

inline constexpr std::string_view kPlansPrefix = "plans/";
inline constexpr std::string_view kParagraphsPart = "/paragraphs/";

// A plan's name, of its name or its id alone.
inline std::string PlanName(std::string_view typed) {
  return typed.starts_with(kPlansPrefix) ? std::string(typed) : std::string(kPlansPrefix).append(typed);
}

// Whether what was typed can only be a plan, by its name or its id: no paragraph goes without its plan.
inline bool IsPlan(std::string_view typed) { return typed.find(kParagraphsPart) == std::string_view::npos; }

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_NAMES_H_
