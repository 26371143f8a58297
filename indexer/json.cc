#include "indexer/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "plan/facts.h"

namespace plansok::indexer {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view kPlans = "plans/";
constexpr std::string_view kParagraphs = "/paragraphs/";

std::string ParagraphName(const std::string& plan_id, const std::string& id) {
  return fmt::format("{}{}{}{}", kPlans, plan_id, kParagraphs, id);
}

ordered_json NamedJson(const plan::Named& named) { return {{"id", named.id}, {"label", named.label}}; }

template <typename Value>
void Put(const char* key, const Value& value, ordered_json* object) {
  if (value != Value{}) (*object)[key] = value;
}

void PutFacts(const plan::Paragraph& paragraph, ordered_json* object) {
  for (const plan::Named& committee : paragraph.committees)
    (*object)["committees"].push_back(NamedJson(committee));
  if (paragraph.goal) {
    (*object)["goal"] = {
        {"id", paragraph.goal->id}, {"label", paragraph.goal->label}, {"family", paragraph.goal->family}};
  }
  if (paragraph.area) (*object)["area"] = NamedJson(*paragraph.area);
  Put("years", paragraph.years, object);
  Put("assignmentYear", paragraph.assignment_year, object);
  Put("origin", std::string(plan::OriginName(paragraph.origin)), object);
  for (const plan::Body& body : paragraph.bodies) {
    (*object)["bodies"].push_back(
        {{"id", body.id}, {"label", body.label}, {"role", plan::BodyRoleName(body.role)}});
  }
}

/// Reads the fields of one JSON object; the first that is at fault is kept.
class FieldReader {
 public:
  explicit FieldReader(const json& object) : object_(object) {}

  absl::Status status() const { return status_; }

  template <typename Value>
  Value Get(const char* key) {
    const auto found = object_.find(key);
    if (found == object_.end() || found->is_null()) return {};
    try {
      return found->get<Value>();
    } catch (const json::exception&) {
      Fail(key, "has the wrong type");
      return {};
    }
  }

  /// 0 where the field is missing.
  int GetNumber(const char* key) {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? 0 : ToNumber(*found, key);
  }

  std::vector<int> GetNumbers(const char* key) {
    std::vector<int> numbers;
    for (const json& value : Get<std::vector<json>>(key)) numbers.push_back(ToNumber(value, key));
    return numbers;
  }

  void Fail(std::string_view key, std::string_view what) {
    if (status_.ok()) status_ = absl::InvalidArgumentError(fmt::format("field \"{}\" {}", key, what));
  }

  /// The object under `key`, if there is one.
  std::optional<json> Object(const char* key) {
    const std::vector<json> objects = Objects(key);
    if (objects.size() > 1) Fail(key, "must hold one object");
    return objects.empty() ? std::nullopt : std::optional(objects.front());
  }

  /// The objects under `key`: of a list each one, of an object itself, else none.
  std::vector<json> Objects(const char* key) {
    const auto found = object_.find(key);
    if (found == object_.end() || found->is_null()) return {};
    std::vector<json> objects =
        found->is_array() ? found->get<std::vector<json>>() : std::vector<json>{*found};
    for (const json& object : objects) {
      if (object.is_object()) continue;
      Fail(key, "must hold objects");
      return {};
    }
    return objects;
  }

 private:
  /// Whole, and within what any year, line or page may be: never another number than the one that stands
  /// there.
  int ToNumber(const json& value, const char* key) {
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    const bool whole =
        value.is_number_integer() && (value.is_number_unsigned() ? value.get<std::uint64_t>() <= kMost
                                                                 : value.get<std::int64_t>() >= -kMost);
    if (whole) return value.get<int>();
    Fail(key, fmt::format("holds {}, which is no whole number that it can be",
                          value.dump(-1, ' ', true, json::error_handler_t::replace)));
    return 0;
  }

  const json& object_;
  absl::Status status_;
};

/// Reads `member` of the object under `key`, and reports what is wrong there under the outer key.
std::string Member(const json& object, const char* key, const char* member, FieldReader* fields) {
  FieldReader inner(object);
  auto value = inner.Get<std::string>(member);
  if (!inner.status().ok()) fields->Fail(key, fmt::format("has a wrong \"{}\"", member));
  return value;
}

void CheckId(const std::string& id, const char* key, FieldReader* fields) {
  if (id.empty()) {
    fields->Fail(key, "has no id");
  } else if (!plan::IsId(id)) {
    fields->Fail(key, fmt::format("has the id \"{}\": only a to z, 0 to 9 and - may stand in one", id));
  }
}

plan::Named ReadNamed(const json& object, const char* key, FieldReader* fields) {
  plan::Named named{Member(object, key, "id", fields), Member(object, key, "label", fields)};
  CheckId(named.id, key, fields);
  return named;
}

template <typename Enum>
Enum ReadEnum(const char* key, std::optional<Enum> (*parse)(std::string_view), Enum unset,
              FieldReader* fields) {
  const auto name = fields->Get<std::string>(key);
  if (name.empty()) return unset;
  const std::optional<Enum> value = parse(name);
  if (!value) fields->Fail(key, fmt::format("has the unknown value \"{}\"", name));
  return value.value_or(unset);
}

void ReadFacts(FieldReader* fields, plan::Paragraph* paragraph) {
  paragraph->kind = ReadEnum("kind", plan::ParseKind, plan::Kind::kText, fields);
  paragraph->origin = ReadEnum("origin", plan::ParseOrigin, plan::Origin::kUnspecified, fields);
  for (const json& object : fields->Objects("committees")) {
    paragraph->committees.push_back(ReadNamed(object, "committees", fields));
  }
  if (const auto object = fields->Object("goal")) {
    const plan::Named named = ReadNamed(*object, "goal", fields);
    paragraph->goal = plan::Goal{named.id, named.label, Member(*object, "goal", "family", fields)};
    if (!paragraph->goal->family.empty()) CheckId(paragraph->goal->family, "goal", fields);
  }
  if (const auto object = fields->Object("area")) paragraph->area = ReadNamed(*object, "area", fields);
  for (const json& object : fields->Objects("bodies")) {
    const plan::Named named = ReadNamed(object, "bodies", fields);
    const std::string name = Member(object, "bodies", "role", fields);
    const auto role = plan::ParseBodyRole(name);
    if (!name.empty() && !role) fields->Fail("bodies", fmt::format("has the unknown role \"{}\"", name));
    paragraph->bodies.push_back({named.id, named.label, role.value_or(plan::BodyRole::kUnspecified)});
  }
}

/// A year, or 0 where none is given. Older than any plan's: collections of other texts (statutes) are given
/// too.
void CheckYear(int year, const char* key, FieldReader* fields) {
  constexpr int kFirst = 1500;
  constexpr int kLast = 2199;
  if (year != 0 && (year < kFirst || year > kLast))
    fields->Fail(key, fmt::format("has the year {}: it must be {} to {}", year, kFirst, kLast));
}

void ReadYears(FieldReader* fields, plan::Paragraph* paragraph) {
  paragraph->years = fields->GetNumbers("years");
  for (const int year : paragraph->years) {
    if (year == 0) fields->Fail("years", "has the year 0");
    CheckYear(year, "years", fields);
  }
  std::sort(paragraph->years.begin(), paragraph->years.end());
  paragraph->assignment_year = fields->GetNumber("assignmentYear");
  CheckYear(paragraph->assignment_year, "assignmentYear", fields);
}

void ReadPlace(FieldReader* fields, plan::Paragraph* paragraph) {
  paragraph->first_line = fields->GetNumber("firstLine");
  paragraph->last_line = fields->GetNumber("lastLine");
  paragraph->page = fields->GetNumber("page");
  for (const auto& [key, value] : {std::pair{"firstLine", paragraph->first_line},
                                   {"lastLine", paragraph->last_line},
                                   {"page", paragraph->page}}) {
    if (value < 0) fields->Fail(key, fmt::format("is {}: it cannot be below 0", value));
  }
  if (paragraph->last_line == 0) paragraph->last_line = paragraph->first_line;
  if (paragraph->last_line < paragraph->first_line) {
    fields->Fail("lastLine",
                 fmt::format("is {}, above firstLine {}", paragraph->last_line, paragraph->first_line));
  }
}

/// `name` without `prefix` where it begins with it, else as it is: ids may be given by themselves.
std::string WithoutPrefix(const std::string& name, std::string_view prefix) {
  return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

/// The plan of "plans/x" or "x".
std::string ReadPlanId(FieldReader* fields) {
  std::string id = WithoutPrefix(fields->Get<std::string>("plan"), kPlans);
  if (id.empty()) fields->Fail("plan", "is missing");
  CheckId(id, "plan", fields);
  return id;
}

/// The paragraph of "plans/x/paragraphs/y" or "y", of plan `plan_id`; "" where the field is missing.
std::string ReadParagraphId(const char* key, const std::string& plan_id, FieldReader* fields) {
  auto name = fields->Get<std::string>(key);
  if (name.empty()) return name;
  std::string id = WithoutPrefix(name, ParagraphName(plan_id, ""));
  if (id.find('/') != std::string::npos) {
    fields->Fail(key, fmt::format("names \"{}\", which is no paragraph of plan {}", name, plan_id));
  } else if (!plan::IsParagraphId(id)) {
    fields->Fail(key, fmt::format("has the id \"{}\": it must be {} digits of 0 to 9 and a to f", id,
                                  plan::kParagraphIdLength));
  }
  return id;
}

}  // namespace

ordered_json ToJson(const std::string& plan_id, const plan::Paragraph& paragraph) {
  ordered_json object;
  object["name"] = ParagraphName(plan_id, paragraph.id);
  object["plan"] = fmt::format("{}{}", kPlans, plan_id);
  object["text"] = paragraph.text;
  Put("repairedText", paragraph.repaired_text, &object);
  Put("kind", std::string(plan::KindName(paragraph.kind)), &object);
  PutFacts(paragraph, &object);
  Put("sectionPath", paragraph.section_path, &object);
  Put("leadIn", paragraph.lead_in, &object);
  Put("repairedLeadIn", paragraph.repaired_lead_in, &object);
  Put("firstLine", paragraph.first_line, &object);
  Put("lastLine", paragraph.last_line, &object);
  Put("page", paragraph.page, &object);
  if (!paragraph.counterpart_id.empty())
    object["counterpart"] = ParagraphName(plan_id, paragraph.counterpart_id);
  return object;
}

absl::StatusOr<ReadParagraph> FromJson(const json& object) {
  if (!object.is_object()) return absl::InvalidArgumentError("not a JSON object");
  FieldReader fields(object);
  ReadParagraph result;
  plan::Paragraph& paragraph = result.paragraph;
  result.plan_id = ReadPlanId(&fields);
  paragraph.id = ReadParagraphId("name", result.plan_id, &fields);
  paragraph.text = fields.Get<std::string>("text");
  if (paragraph.text.empty()) fields.Fail("text", "is missing");
  paragraph.repaired_text = fields.Get<std::string>("repairedText");
  ReadFacts(&fields, &paragraph);
  ReadYears(&fields, &paragraph);
  paragraph.section_path = fields.Get<std::vector<std::string>>("sectionPath");
  paragraph.lead_in = fields.Get<std::string>("leadIn");
  paragraph.repaired_lead_in = fields.Get<std::string>("repairedLeadIn");
  ReadPlace(&fields, &paragraph);
  paragraph.counterpart_id = ReadParagraphId("counterpart", result.plan_id, &fields);
  if (!fields.status().ok()) return fields.status();
  return result;
}

}  // namespace plansok::indexer
