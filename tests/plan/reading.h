/// What the tests of the reading stages share.
#ifndef PLANSOK_TESTS_PLAN_READING_H_
#define PLANSOK_TESTS_PLAN_READING_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "plan/document.h"
#include "plan/furniture.h"
#include "plan/source_text.h"
#include "plan/tables.h"
#include "plan/unwrap.h"
#include "plan/vocabulary.h"

namespace plansok::plan {

/// The vocabulary of the source tree.
inline const Vocabulary& TestVocabulary() {
  static const absl::StatusOr<Vocabulary> vocabulary = Vocabulary::Load(PLANSOK_SOURCE_DIR);
  return vocabulary.value();
}

inline MarkedText Marked(std::string_view text) {
  const auto source = DecodeSource(text, "test.txt");
  EXPECT_TRUE(source.ok()) << source.status();
  return MarkFurniture(*source, {});
}

inline std::vector<Block> Blocks(std::string_view text) { return Unwrap(Marked(text).lines); }

inline std::vector<Block> Cells(std::string_view text) { return ReadTables(Blocks(text)); }

inline std::vector<std::string> Texts(const std::vector<Block>& blocks) {
  std::vector<std::string> texts;
  for (const Block& block : blocks) texts.push_back(block.text);
  return texts;
}

}  // namespace plansok::plan

#endif  // PLANSOK_TESTS_PLAN_READING_H_
