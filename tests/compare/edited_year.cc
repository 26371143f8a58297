#include "tests/compare/edited_year.h"

#include <fmt/format.h>

#include <random>
#include <sstream>
#include <utility>

namespace plansok::compare {
namespace {

// In percent of a plan's paragraphs.
constexpr std::uint32_t kReworded = 30;
constexpr std::uint32_t kDropped = 12;
constexpr std::uint32_t kAdded = 12;
constexpr std::uint32_t kMoved = 8;

std::vector<std::string> WordsOf(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

class Editor {
 public:
  Editor(const plan::Plan& base, const std::vector<plan::Paragraph>& strangers, std::uint32_t seed)
      : base_(base), strangers_(strangers), random_(seed) {
    for (const plan::Paragraph& stranger : strangers) {
      for (std::string& word : WordsOf(stranger.text)) pool_.push_back(std::move(word));
    }
    for (const plan::Paragraph& paragraph : base.paragraphs) {
      if (paragraph.goal) goals_.push_back(*paragraph.goal);
    }
  }

  EditedYear Run() {
    year_.plan = base_;
    year_.plan.paragraphs.clear();
    std::vector<std::size_t> moved;
    for (std::size_t i = 0; i < base_.paragraphs.size(); ++i) {
      if (Chance(kAdded)) AddStranger(base_.paragraphs[i]);
      if (Chance(kDropped)) continue;
      if (Chance(kMoved)) {
        moved.push_back(i);
      } else {
        Keep(i);
      }
    }
    for (const std::size_t i : moved) {
      Keep(i);
      if (!goals_.empty()) year_.plan.paragraphs.back().goal = goals_[Below(goals_.size())];
    }
    return std::move(year_);
  }

 private:
  std::size_t Below(std::size_t n) { return random_() % n; }
  bool Chance(std::uint32_t percent) { return random_() % 100 < percent; }

  void Keep(std::size_t i) {
    plan::Paragraph& paragraph = year_.plan.paragraphs.emplace_back(base_.paragraphs[i]);
    year_.base_of[year_.plan.paragraphs.size() - 1] = i;
    if (Chance(kReworded)) paragraph.text = Reworded(paragraph.text);
  }

  // Of the kind and under the goal of what it is put before.
  void AddStranger(const plan::Paragraph& before) {
    plan::Paragraph paragraph = before;
    paragraph.id = fmt::format("new{:09x}", year_.plan.paragraphs.size());
    paragraph.counterpart_id.clear();
    paragraph.text = strangers_[Below(strangers_.size())].text;
    paragraph.repaired_text.clear();
    year_.plan.paragraphs.push_back(std::move(paragraph));
  }

  std::string Reworded(const std::string& text) {
    const std::uint32_t share = 10 + static_cast<std::uint32_t>(Below(24));
    std::string reworded;
    for (const std::string& word : WordsOf(text)) {
      if (!Chance(share)) {
        reworded += ' ' + word;
        continue;
      }
      const std::size_t how = Below(3);  // replace, leave out, add one more
      if (how == 2) reworded += ' ' + word;
      if (how != 1) reworded += ' ' + pool_[Below(pool_.size())];
    }
    return reworded.empty() ? text : reworded.substr(1);
  }

  const plan::Plan& base_;
  const std::vector<plan::Paragraph>& strangers_;
  std::mt19937 random_;
  std::vector<std::string> pool_;
  std::vector<plan::Goal> goals_;
  EditedYear year_;
};

}  // namespace

EditedYear EditPlan(const plan::Plan& base, const std::vector<plan::Paragraph>& strangers,
                    std::uint32_t seed) {
  return Editor(base, strangers, seed).Run();
}

}  // namespace plansok::compare
