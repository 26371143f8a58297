#include "index/schema.h"

#include <fmt/format.h>

#include "text/digest.h"

namespace plansok::index {
namespace {

/// Glass refuses longer terms. https://xapian.org/docs/admin_notes.html
constexpr std::size_t kMaxTermBytes = 245;

}  // namespace

std::string_view FilterPrefix(query::Field field) {
  switch (field) {
    case query::Field::kCommittee:
      return "XCOMMITTEE:";
    case query::Field::kGoal:
      return "XGOAL:";
    case query::Field::kGoalFamily:
      return "XFAMILY:";
    case query::Field::kArea:
      return "XAREA:";
    case query::Field::kYear:
      return "Y";
    case query::Field::kKind:
      return "XKIND:";
    case query::Field::kOrigin:
      return "XORIGIN:";
    case query::Field::kBody:
      return "XBODY:";
    case query::Field::kPlan:
      return "XPLAN:";
  }
  return {};
}

std::string Term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() + value.size() <= kMaxTermBytes) return term.append(value);
  return term.append(text::HexDigest(value));
}

bool IsWhole(std::string_view term) {
  static const std::size_t digest = text::HexDigest("").size();
  return term.size() < digest;
}

std::string WordTerm(std::string_view surface) { return Term("", surface); }

std::string NameTerm(std::string_view plan_id, std::string_view paragraph_id) {
  return Term(kNamePrefix, std::string(plan_id).append("/").append(paragraph_id));
}

std::string StagesOf(const text::Features& features) {
  return fmt::format("lemmas={} compounds={} folding={} derivations={} synonyms={} proximity={}",
                     features.lemmas, features.compounds, features.folding, features.derivations,
                     features.synonyms, features.proximity);
}

std::string PackTuple(std::uint32_t number) {
  std::string packed;
  for (int shift = 24; shift >= 0; shift -= 8) packed.push_back(static_cast<char>((number >> shift) & 0xFFU));
  return packed;
}

std::optional<std::uint32_t> UnpackTuple(std::string_view packed) {
  if (packed.size() != sizeof(std::uint32_t)) return std::nullopt;
  std::uint32_t number = 0;
  for (const char byte : packed) number = (number << 8U) | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace plansok::index
