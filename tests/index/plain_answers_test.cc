// What lines match, held against the paragraphs read one by one: the engine is asked nothing for the truth.
// Lines are made of parts whose meaning is plain (phrases, beginnings of words, fields), joined by operators.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/paragraph_words.h"
#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/listed.h"
#include "tests/index/random_queries.h"
#include "tests/index/test_index.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using query::Field;

constexpr std::uint32_t kLines = PLANSOK_QUESTIONS;  // the build's choice (CMakeLists.txt)
constexpr std::uint32_t kGeneratedPlans = 40;
constexpr std::ptrdiff_t kFewEnough = 200;  // words that begin so: of more, the commonest alone are searched

// A paragraph as it was read: which words stand at each place, as printed and as repaired.
struct Read {
  Listed listed;
  std::vector<std::set<std::string>> places;
};

using Matches = std::function<bool(const Read&)>;
struct Part {
  std::string line;
  Matches matches;
};

Read ReadOne(const std::string& plan_id, const plan::Paragraph& paragraph) {
  Read read{List(plan_id, paragraph), {}};
  const ParagraphWords words = AnalyzeParagraph(*TestAnalyzer(), paragraph.text, paragraph.repaired_text);
  for (const text::Word& word : words.printed) read.places.push_back({word->surface});
  for (std::size_t i = 0; i < words.repaired.size(); ++i)
    read.places[words.place[i]].insert(words.repaired[i]->surface);
  return read;
}

// Letters only, and a word of Swedish: one that only a bad scan has, without its dots, is read with them.
bool IsPlain(const std::string& word) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzåäö";
  return word.find_first_not_of(kLetters) == std::string::npos && TestAnalyzer()->Knows(word);
}

// A word may stand without its dots, where these make no other word.
bool Stands(const std::string& word, const std::set<std::string>& place) {
  const std::string folded = text::FoldWord(word);
  return place.contains(word) || (place.contains(folded) && !TestAnalyzer()->Knows(folded));
}

bool HasPhrase(const Read& read, const std::vector<std::string>& words) {
  for (std::size_t begin = 0; begin + words.size() <= read.places.size(); ++begin) {
    std::size_t same = 0;
    while (same < words.size() && Stands(words[same], read.places[begin + same])) ++same;
    if (same == words.size()) return true;
  }
  return false;
}

bool HasBeginning(const Read& read, const std::string& beginning) {
  return std::ranges::any_of(read.places, [&](const std::set<std::string>& place) {
    return std::ranges::any_of(place, [&](const auto& word) { return word.starts_with(beginning); });
  });
}

// How many words begin so.
template <class Words>
std::ptrdiff_t CountOf(const std::string& beginning, const Words& words) {
  constexpr char kAfterAny = '\xFF';
  return std::distance(words.lower_bound(beginning), words.lower_bound(beginning + kAfterAny));
}

class PlainAnswersTest : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const std::vector<plan::Plan> plans =
        GetParam() == "Real" ? RealPlans() : GeneratedPlans(kGeneratedPlans);
    Publish(folder_.path(), plans);
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_.path()));
    words_ = WordsOf(plans);
    for (const plan::Plan& plan : plans) {
      for (const plan::Paragraph& paragraph : plan.paragraphs) all_.push_back(ReadOne(plan.id, paragraph));
    }
    for (const Read& read : all_) {
      for (const auto& place : read.places) vocabulary_.insert(place.begin(), place.end());
    }
    for (const std::string& word : vocabulary_) folded_.insert(text::FoldWord(word));
  }

  Part Phrase(QueryMaker& random) const {
    for (;;) {
      const std::size_t length = 1 + random.Below(3);
      const std::size_t at = random.Below(words_.size() - length);
      const std::vector<std::string> words(words_.begin() + static_cast<std::ptrdiff_t>(at),
                                           words_.begin() + static_cast<std::ptrdiff_t>(at + length));
      if (!std::ranges::all_of(words, IsPlain)) continue;
      return {fmt::format("\"{}\"", fmt::join(words, " ")),
              [words](const Read& read) { return HasPhrase(read, words); }};
    }
  }

  // Of few words, and of none that has the same letters with other dots: those are found, too.
  Part Beginning(QueryMaker& random) const {
    constexpr std::size_t kLeast = 3;  // letters
    for (;;) {
      const std::string& word = words_[random.Below(words_.size())];
      if (!IsPlain(word) || word != text::FoldWord(word) || word.size() <= kLeast) continue;
      const std::string beginning = word.substr(0, kLeast + random.Below(word.size() - kLeast));
      const std::ptrdiff_t so = CountOf(beginning, vocabulary_);
      if (so > kFewEnough || so != CountOf(beginning, folded_)) continue;
      return {beginning + '*', [beginning](const Read& read) { return HasBeginning(read, beginning); }};
    }
  }

  Part Value(QueryMaker& random) const {
    const auto has = [](Field field, const std::string& value) {
      return [field, value](const Read& read) { return read.listed.values.at(field).contains(value); };
    };
    const Listed& any = all_[random.Below(all_.size())].listed;
    switch (random.Below(4)) {
      case 0:
        return {"typ:uppdrag", has(Field::kKind, "ASSIGNMENT")};
      case 1:
        return {"plan:" + *any.values.at(Field::kPlan).begin(),
                has(Field::kPlan, *any.values.at(Field::kPlan).begin())};
      case 2:
        return {"år:2021..2024", [](const Read& read) {
                  return std::ranges::any_of(read.listed.values.at(Field::kYear), [](const auto& year) {
                    return "2021" <= year && year <= "2024";
                  });
                }};
      default:
        const Values& committees = any.values.at(Field::kCommittee);
        if (committees.empty()) return Phrase(random);
        return {"nämnd:" + *committees.begin(), has(Field::kCommittee, *committees.begin())};
    }
  }

  Part Any(QueryMaker& random) const {
    const std::size_t which = random.Below(5);
    return which < 2 ? Phrase(random) : which < 4 ? Beginning(random) : Value(random);
  }

  Part Line(QueryMaker& random) const {
    const auto [a, a_matches] = Any(random);
    const auto [b, b_matches] = Any(random);
    const auto [c, c_matches] = Any(random);
    const Matches both = [p = a_matches, q = b_matches](const Read& read) { return p(read) && q(read); };
    const Matches either = [p = a_matches, q = b_matches](const Read& read) { return p(read) || q(read); };
    const Matches but = [p = a_matches, q = b_matches](const Read& read) { return p(read) && !q(read); };
    switch (random.Below(8)) {
      case 0:
        return {a, a_matches};
      case 1:
        return {fmt::format("{} {}", a, b), both};
      case 2:
        return {fmt::format("{} OCH {}", a, b), both};
      case 3:
        return {fmt::format("{} ELLER {}", a, b), either};
      case 4:
        return {fmt::format("{} INTE {}", a, b), but};
      case 5:
        return {fmt::format("{} -{}", a, b), but};
      case 6:
        return {fmt::format("({} ELLER {}) OCH {}", a, b, c),
                [either, r = c_matches](const Read& read) { return either(read) && r(read); }};
      default:
        return {fmt::format("{} INTE ({} ELLER {})", c, a, b),
                [either, r = c_matches](const Read& read) { return r(read) && !either(read); }};
    }
  }

  std::vector<std::string> Exported(const std::string& line) {
    std::vector<std::string> names;
    const auto take = [&](const std::string& plan_id, const plan::Paragraph& paragraph) {
      names.push_back(plan_id + "/" + paragraph.id);
      return true;
    };
    const ExportRequest request{.query = query::Parse(line), .correct = false};
    EXPECT_TRUE(searcher_->Export(request, take, GoOn).ok());
    return names;
  }

  TemporaryFolder folder_;
  std::unique_ptr<Searcher> searcher_;
  std::vector<std::string> words_;
  std::vector<Read> all_;
  std::set<std::string> vocabulary_;
  std::multiset<std::string> folded_;  // the vocabulary without dots
};

TEST_P(PlainAnswersTest, EveryLineMatchesWhatItSays) {
  std::uint32_t matched = 0;
  for (std::uint32_t seed = 0; seed < kLines && !HasFailure(); ++seed) {
    QueryMaker random(words_, seed);
    const Part line = Line(random);
    SCOPED_TRACE(fmt::format("seed {}, line {}", seed, line.line));
    std::vector<std::string> names;
    for (const Read& read : all_) {
      if (line.matches(read)) names.push_back(read.listed.name);
    }
    matched += names.empty() ? 0 : 1;
    EXPECT_EQ(names, Exported(line.line));
  }
  EXPECT_GT(matched, kLines / 2) << "most made-up lines should match something";
}

INSTANTIATE_TEST_SUITE_P(Plans, PlainAnswersTest, testing::Values("Real", "Generated"),
                         [](const auto& plans) { return plans.param; });

}  // namespace
}  // namespace plansok::index
