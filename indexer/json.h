/// Paragraphs as JSON, in the shape of the API (proto3 JSON of plansok.v1.Paragraph).
#ifndef PLANSOK_INDEXER_JSON_H_
#define PLANSOK_INDEXER_JSON_H_

#include <nlohmann/json.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "plan/plan.h"

namespace plansok::indexer {

/// Fields that are empty are left out, as proto3 JSON does.
nlohmann::ordered_json ToJson(const std::string& plan_id, const plan::Paragraph& paragraph);

/// A paragraph and the plan it names. Its id is "" where the JSON has no name.
struct ReadParagraph {
  std::string plan_id;
  plan::Paragraph paragraph;
};

/// InvalidArgument: says which field is at fault. Unknown fields are ignored.
absl::StatusOr<ReadParagraph> FromJson(const nlohmann::json& json);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_JSON_H_
