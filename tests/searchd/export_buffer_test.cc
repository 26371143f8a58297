#include "searchd/export_buffer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plansok::searchd {
namespace {

std::vector<v1::ExportResponse> Part(std::size_t messages, std::size_t bytes) {
  std::vector<v1::ExportResponse> part(messages);
  for (v1::ExportResponse& message : part) message.mutable_paragraph()->set_text(std::string(bytes, 'x'));
  return part;
}

TEST(ExportBuffer, WantsThePartThatFollowsWhenHalfOfOneIsLeft) {
  ExportBuffer buffer(10, 1'000'000);
  EXPECT_TRUE(buffer.WantsPart());
  buffer.Append(Part(10, 1));
  for (int left = 9; left > 5; --left) {
    buffer.PopFront();
    EXPECT_FALSE(buffer.WantsPart()) << left;
  }
  buffer.PopFront();
  EXPECT_TRUE(buffer.WantsPart());
}

// Few messages may be long: 128 of them were once let in, whatever they took.
TEST(ExportBuffer, CountsBytesToo) {
  ExportBuffer buffer(256, 100'000);
  buffer.Append(Part(4, 30'000));
  EXPECT_FALSE(buffer.WantsPart());
  buffer.PopFront();
  buffer.PopFront();
  EXPECT_FALSE(buffer.WantsPart());
  buffer.PopFront();
  EXPECT_TRUE(buffer.WantsPart());
  buffer.PopFront();
  EXPECT_TRUE(buffer.empty());
}

// It is being written while the worker adds what comes after it.
TEST(ExportBuffer, TheFrontStaysWhereItIs) {
  ExportBuffer buffer(256, 100'000);
  buffer.Append(Part(1, 1));
  const v1::ExportResponse* front = &buffer.front();
  for (int i = 0; i < 1000; ++i) buffer.Append(Part(3, 1));
  EXPECT_EQ(front, &buffer.front());
}

}  // namespace
}  // namespace plansok::searchd
