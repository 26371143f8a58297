/// What all layouts of generated plans share: words by chance, and lines broken at a width.
#ifndef PLANSOK_TESTS_PLAN_PLAN_WRITER_H_
#define PLANSOK_TESTS_PLAN_PLAN_WRITER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/plan/plan_generator.h"

namespace plansok::plan {

/// Writes a plan and remembers its truth. The same seed gives the same choices on every platform.
class PlanWriter {
 public:
  PlanWriter(std::uint32_t seed, int layouts);

  GeneratedPlan& plan() { return plan_; }
  const std::string& years() const { return years_; }  ///< "2025", "2024–2026"
  void set_footer(std::string footer) { footer_ = std::move(footer); }

  std::size_t Below(std::size_t n) { return random_() % n; }
  template <std::size_t N>
  const char* Pick(const std::array<const char*, N>& choices) {
    return choices[Below(N)];
  }

  /// A name of its own for each paragraph: "Tovaskeren".
  std::string NewCode();
  std::string Prose(const std::string& code);
  std::string Task(const std::string& code);
  std::vector<std::string> Goals();
  GeneratedParagraph& Remember(std::string code, std::string text, Kind kind, std::string goal);

  void Line(std::string_view text);
  /// `text` after `bullet`, broken at the plan's width.
  void Wrapped(std::string_view text, std::string_view bullet = "");
  /// A paragraph of prose and a blank line.
  void ProseParagraph(Kind kind, const std::string& goal);

  /// An assignment and its answer, remembered.
  struct Row {
    std::string task;
    std::string answer;
    int year = 0;
  };
  /// `sourced`: the answer ends in who gave the assignment, and when; if not, the year stands for itself.
  Row NewRow(bool sourced);

 private:
  std::string Sentence(const std::string& code);
  std::size_t HyphenAt(std::string_view word, std::size_t column);
  void BreakPage(std::string_view line);

  std::mt19937 random_;
  GeneratedPlan plan_;
  std::string years_;
  std::size_t width_ = 0;  // bytes; 0: lines are not broken
  std::size_t codes_ = 0;
  std::string footer_;  // "": pages have none
  int page_ = 0;
};

/// `text` in lines of at most `width` columns, the first after `bullet`, the others indented as far.
std::vector<std::string> LinesOf(std::string_view text, std::size_t width, std::string_view bullet = "");

}  // namespace plansok::plan

#endif  // PLANSOK_TESTS_PLAN_PLAN_WRITER_H_
