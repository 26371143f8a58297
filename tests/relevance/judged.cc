#include "tests/relevance/judged.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string_view>

#include "text/normalize.h"

namespace plansok::relevance {
namespace {

constexpr std::size_t kDepth = 50;
constexpr std::size_t kTop = 10;

// Letters as they are compared: normal form, without space.
std::string Squeezed(const std::string& text) {
  std::string squeezed = text::NormalizeWord(text);
  std::erase_if(squeezed, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
  return squeezed;
}

// The text behind its list numbers ("2.1. ") and bullets, which a reader may keep or drop.
std::string Unnumbered(std::string_view text) {
  constexpr std::array<std::string_view, 5> kBullets = {"•", "-", "–", "»", "*"};
  constexpr std::string_view kSpace = " \t\r\n";
  for (;;) {
    const auto bullet =
        std::ranges::find_if(kBullets, [text](std::string_view bullet) { return text.starts_with(bullet); });
    const auto number = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto marker = bullet != kBullets.end() ? bullet->size() : number;
    const auto rest = std::min(text.find_first_not_of(kSpace, marker), text.size());
    const bool is_marker = bullet != kBullets.end() || (number > 0 && rest > number);
    if (!is_marker) return std::string(text);
    text.remove_prefix(rest);
  }
}

Anchor ReadAnchor(const nlohmann::json& json) {
  const auto text = json.at("anchor").get<std::string>();
  return {json.at("plan").get<std::string>(), Squeezed(text), Squeezed(Unnumbered(text)),
          json.value("grade", 0)};
}

std::vector<Anchor> ReadAnchors(const nlohmann::json& query, const char* key) {
  std::vector<Anchor> anchors;
  for (const nlohmann::json& anchor : query.value(key, nlohmann::json::array())) {
    anchors.push_back(ReadAnchor(anchor));
  }
  return anchors;
}

bool Holds(const index::Hit& hit, const std::string& squeezed, const Anchor& anchor) {
  return hit.plan_id == anchor.plan && squeezed.find(anchor.text) != std::string::npos;
}

double Gain(const std::vector<int>& grades) {
  double gain = 0;
  for (std::size_t rank = 0; rank < std::min(grades.size(), kTop); ++rank) {
    gain += (std::exp2(grades[rank]) - 1) / std::log2(static_cast<double>(rank) + 2);
  }
  return gain;
}

// Which anchors each counted hit is the first to bring.
class Judge {
 public:
  explicit Judge(const JudgedQuery& query) : query_(query), unit_of_(query.relevant.size()) {
    std::iota(unit_of_.begin(), unit_of_.end(), std::size_t{0});
  }

  void See(const index::Hit& hit) {
    if (grades_.size() == kDepth) return;
    const std::vector<std::size_t> in_hit = In(hit);
    if (in_hit.empty() && IsNeutral(hit)) return;
    int grade = 0;
    std::size_t first_new = query_.relevant.size();
    for (const std::size_t anchor : in_hit) {
      if (!found_.insert(anchor).second) continue;
      grade = std::max(grade, query_.relevant[anchor].grade);
      if (first_new == query_.relevant.size()) first_new = anchor;
      unit_of_[anchor] = first_new;
    }
    grades_.push_back(grade);
  }

  Score Result() const {
    std::map<std::size_t, int> units;
    std::set<std::size_t> found_units;
    for (std::size_t i = 0; i < unit_of_.size(); ++i) {
      int& grade = units[unit_of_[i]];
      grade = std::max(grade, query_.relevant[i].grade);
      if (found_.contains(i)) found_units.insert(unit_of_[i]);
    }
    std::vector<int> ideal;
    for (const auto& [unit, grade] : units) ideal.push_back(grade);
    std::sort(ideal.begin(), ideal.end(), std::greater<>());
    return {Gain(grades_) / Gain(ideal),
            static_cast<double>(found_units.size()) / static_cast<double>(std::min(kDepth, units.size()))};
  }

 private:
  // A numbered heading that the reader has taken the number from is told by its words alone.
  std::vector<std::size_t> In(const index::Hit& hit) const {
    const std::string text = Squeezed(hit.paragraph->text);
    std::vector<std::size_t> in_hit;
    for (std::size_t i = 0; i < query_.relevant.size(); ++i) {
      if (Holds(hit, text, query_.relevant[i])) in_hit.push_back(i);
    }
    if (!in_hit.empty()) return in_hit;
    const std::string bare = Squeezed(Unnumbered(hit.paragraph->text));
    for (std::size_t i = 0; i < query_.relevant.size(); ++i) {
      const Anchor& anchor = query_.relevant[i];
      if (anchor.unnumbered != anchor.text && !found_.contains(i) && hit.plan_id == anchor.plan &&
          bare.starts_with(anchor.unnumbered) && bare.size() <= 3 * anchor.unnumbered.size()) {
        return {i};
      }
    }
    return {};
  }

  bool IsNeutral(const index::Hit& hit) const {
    const std::string text = Squeezed(hit.paragraph->text);
    return std::any_of(query_.neutral.begin(), query_.neutral.end(),
                       [&](const Anchor& anchor) { return Holds(hit, text, anchor); });
  }

  const JudgedQuery& query_;
  std::vector<std::size_t> unit_of_;  // by anchor
  std::set<std::size_t> found_;
  std::vector<int> grades_;  // by rank
};

}  // namespace

std::vector<JudgedQuery> LoadJudged(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<JudgedQuery> queries;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    queries.push_back({json.at("type").get<std::string>(), json.at("query").get<std::string>(),
                       ReadAnchors(json, "relevant"), ReadAnchors(json, "neutral")});
  }
  return queries;
}

Score ScoreHits(const JudgedQuery& query, const std::vector<index::Hit>& hits) {
  Judge judge(query);
  for (const index::Hit& hit : hits) judge.See(hit);
  return judge.Result();
}

Scores Means(const std::vector<JudgedQuery>& queries, const std::vector<Score>& scores) {
  Scores sums;
  std::map<std::string, double> counts;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    for (const std::string& name : {std::string("all"), queries[i].type}) {
      sums[name].ndcg10 += scores[i].ndcg10;
      sums[name].recall50 += scores[i].recall50;
      ++counts[name];
    }
  }
  for (auto& [name, sum] : sums) sum = {sum.ndcg10 / counts[name], sum.recall50 / counts[name]};
  return sums;
}

}  // namespace plansok::relevance
