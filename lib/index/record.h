/// Values to and from what the database stores (record.proto).
#ifndef PLANSOK_INDEX_RECORD_H_
#define PLANSOK_INDEX_RECORD_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "index/manifest.h"
#include "index/record.pb.h"
#include "plan/plan.h"

namespace plansok::index {

/// A paragraph with the number of its plan, as a document's data.
std::string SerializeParagraph(const plan::Paragraph& paragraph, std::uint32_t plan_number);

/// What SerializeParagraph() wrote.
struct StoredParagraph {
  std::uint32_t plan_number = 0;
  plan::Paragraph paragraph;
};

/// DataLoss: `bytes` are no record.
absl::StatusOr<StoredParagraph> ParseParagraph(std::string_view bytes);

/// A plan without its paragraphs.
storage::Plan ToStored(const plan::Plan& plan);
plan::Plan FromStored(const storage::Plan& stored);

storage::Manifest ToStored(const Manifest& manifest);
Manifest FromStored(const storage::Manifest& stored);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_RECORD_H_
