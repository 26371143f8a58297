#include "text/digest.h"

#include <gtest/gtest.h>

namespace plansok::text {
namespace {

// The example values of FIPS 180-4.
TEST(HexDigestTest, IsSha256) {
  EXPECT_EQ(HexDigest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(HexDigest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(HexDigestTest, SeesNulBytes) { EXPECT_NE(HexDigest(std::string_view("a\0b", 3)), HexDigest("a")); }

}  // namespace
}  // namespace plansok::text
