#include "tests/text/ocr_damage.h"

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "text/code_points.h"

namespace plansok::text {
namespace {

struct Misreading {
  const char* read;
  double share;
};

const std::map<char32_t, std::vector<Misreading>>& Misreadings() {
  static const std::map<char32_t, std::vector<Misreading>> kMisreadings = {
      {U'ä',
       {{"a", 0.36},
        {"é", 0.20},
        {"d", 0.17},
        {"i", 0.10},
        {"éa", 0.05},
        {"di", 0.02},
        {"ii", 0.01},
        {"id", 0.01}}},
      {U'å', {{"a", 0.62}, {"é", 0.15}, {"d", 0.10}, {"ai", 0.02}, {"éa", 0.02}, {"i", 0.02}}},
      {U'ö', {{"o", 0.80}, {"6", 0.07}, {"é", 0.05}, {"d", 0.03}, {"G", 0.004}, {"§", 0.004}}},
      {U'Ä', {{"A", 0.90}}},
      {U'Å', {{"A", 0.90}}},
      {U'Ö', {{"O", 0.90}}},
      {U'l', {{"I", 0.004}, {"1", 0.002}}},
      {U'm', {{"rn", 0.002}}},
      {U'n', {{"u", 0.001}}},
  };
  return kMisreadings;
}

std::string DamageWord(std::string_view word, std::mt19937& random) {
  std::uniform_real_distribution<double> share;
  std::string result;
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t begin = offset;
    const auto found = Misreadings().find(NextCodePoint(word, offset));
    std::string read(word.substr(begin, offset - begin));
    if (found != Misreadings().end()) {
      double left = share(random);
      for (const Misreading& misreading : found->second) {
        left -= misreading.share;
        if (left < 0) {
          read = misreading.read;
          break;
        }
      }
    }
    result += read;
  }
  return result;
}

}  // namespace

std::string DamageAsScan(std::string_view utf8, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> share;
  std::string result;
  while (!utf8.empty()) {
    const std::size_t end = std::min(utf8.find_first_of(" \t\n"), utf8.size());
    const std::string_view word = utf8.substr(0, end);
    result += word == "i" && share(random) < 1.0 / 3 ? "1" : DamageWord(word, random);
    if (end < utf8.size()) {
      result += utf8[end];
    }
    utf8.remove_prefix(std::min(end + 1, utf8.size()));
  }
  return result;
}

}  // namespace plansok::text
