#include "tests/index/long_lines.h"

#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <random>
#include <string_view>

#include "query/limits.h"

namespace plansok::index {
namespace {

std::string Filled(const std::function<std::string(std::uint32_t)>& piece) {
  std::string line;
  for (std::uint32_t i = 0;; ++i) {
    const std::string next = piece(i);
    if (line.size() + next.size() > query::kMaxLineBytes) return line;
    line += next;
  }
}

std::string Repeated(std::string_view piece) {
  return Filled([piece](std::uint32_t) { return std::string(piece); });
}

// Letters that make no word, another word for every `seed`; it stands for itself alone.
std::string MadeUp(std::uint32_t seed, std::size_t letters) {
  std::mt19937 random(seed);
  std::string word;
  while (word.size() < letters) {
    word += "bdfgklmnprst"[random() % 12];
    word += "aeiou"[random() % 5];
  }
  return word;
}

std::string Nested(std::string_view inner) {
  const std::size_t half = query::kMaxLineBytes / 2 - inner.size();
  return std::string(half, '(') + std::string(inner) + std::string(half, ')');
}

}  // namespace

std::vector<LongLine> LongLines() {
  const std::string all_letters = Filled([](std::uint32_t i) { return MadeUp(i, 40); });
  return {
      {"one letter", Repeated("a")},
      {"one letter with a ring", Repeated("å")},
      {"one made-up word", all_letters},
      {"one compound", Repeated("skola")},
      {"one compound, joined by s", Repeated("vräkningsförebyggandes")},
      {"one word of words and hyphens", Filled([](std::uint32_t i) { return MadeUp(i, 6) + "-"; })},
      {"one word of words and dots", Filled([](std::uint32_t i) { return MadeUp(i, 6) + "."; })},
      {"one word of words and commas", Filled([](std::uint32_t i) { return MadeUp(i, 16) + ","; })},
      {"hyphens", Repeated("-")},
      {"hyphens apart", Repeated("- ")},
      {"quotation marks", Repeated("\"")},
      {"quotation marks apart", Repeated("\" ")},
      {"opening quotation marks and words", Repeated("«a ")},
      {"open parentheses", Repeated("(")},
      {"open parentheses and words", Repeated("(a ")},
      {"closed parentheses", Repeated(")")},
      {"nested parentheses", Nested("skola")},
      {"groups in a word", Repeated("a(b)")},
      {"one phrase", "\"" + Repeated("skolan och ").substr(2) + "\""},
      {"common words", Repeated("nämnden arbetar barn skola ")},
      {"made-up words", Filled([](std::uint32_t i) { return MadeUp(i, 6) + " "; })},
      {"made-up long words", Filled([](std::uint32_t i) { return MadeUp(i, 46) + " "; })},
      {"words without diacritics", Filled([](std::uint32_t i) { return MadeUp(i, 4) + "aoao "; })},
      {"phrases without diacritics", Repeated("\"barna skolor omaka\" ")},
      {"stars", Repeated("*")},
      {"stars apart", Repeated("* ")},
      {"one letter with a star", Repeated("s* ")},
      {"every letter with a star",
       Filled([](std::uint32_t i) { return fmt::format("{}* ", static_cast<char>('a' + i % 26)); })},
      {"two letters with a star", Filled([](std::uint32_t i) {
         return fmt::format("{}{}* ", static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26));
       })},
      {"ELLER between common words", Repeated("skola ELLER barn ELLER ")},
      {"ELLER between made-up words", Filled([](std::uint32_t i) { return MadeUp(i, 8) + " ELLER "; })},
      {"OCH alone", Repeated("OCH ")},
      {"INTE alone", Repeated("INTE ")},
      {"minus before words", Repeated("-skola ")},
      {"NÄRA between common words", Repeated("barn NÄRA/50 skola NÄRA/50 ")},
      {"NÄRA between prefixes", Repeated("s* NÄRA/50 b* NÄRA/50 ")},
      {"digits", Repeated("7")},
      {"groups of digits", Repeated("772 570 ")},
      {"numbers and commas", Repeated("1,5")},
      {"numbers", Filled([](std::uint32_t i) { return fmt::format("{} ", i); })},
      {"section signs", Repeated("§ ")},
      {"emoji", Repeated("😀")},
      {"emoji apart", Repeated("😀 ")},
      {"combining marks", "a" + Repeated("\u0301").substr(2)},
      {"decomposed letters", Repeated("a\u030A")},
      {"Chinese", Repeated("城市计划")},
      {"right to left", Repeated("שלום עולם ")},
      {"ill-formed bytes", Repeated("\xC3(\xFF")},
      {"committees", Repeated("nämnd:nordost ")},
      {"one unknown committee", "nämnd:" + Repeated("x").substr(8)},
      {"unknown committees", Filled([](std::uint32_t i) { return "nämnd:" + MadeUp(i, 180) + " "; })},
      {"unknown goals", Filled([](std::uint32_t i) { return "mål:" + MadeUp(i, 180) + " "; })},
      {"years", Repeated("år:1000..9999 ")},
      {"colons", Repeated("år:")},
      {"letters and signs", Repeated("a'b·c.")},
  };
}

}  // namespace plansok::index
