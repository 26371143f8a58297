// Any bytes as a plan's file: read or refused, never worse; what is read keeps within the file and has its
// own ids.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "plan/reader.h"
#include "plan/vocabulary.h"

namespace {

const plansok::plan::Vocabulary& Vocabulary() {
  static const auto vocabulary = plansok::plan::Vocabulary::Load(PLANSOK_SOURCE_DIR);
  if (!vocabulary.ok()) std::abort();
  return *vocabulary;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = plansok::plan::PlanReader(Vocabulary(), nullptr).ReadText(bytes, "fuzz.txt");
  if (!read.ok()) {
    if (read.status().message().substr(0, 8) != "fuzz.txt") std::abort();
    return 0;
  }
  std::set<std::string> ids;
  for (const plansok::plan::Paragraph& paragraph : read->plan.paragraphs) {
    const bool placed = 1 <= paragraph.first_line && paragraph.first_line <= paragraph.last_line;
    if (paragraph.text.empty() || !placed || !ids.insert(paragraph.id).second) std::abort();
  }
  return 0;
}
