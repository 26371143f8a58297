#include "tests/query/promises.h"

#include <algorithm>
#include <cstddef>

#include "query/limits.h"
#include "query/parser.h"
#include "query/year_range.h"
#include "text/normalize.h"

namespace plansok::query {
namespace {

// Walks a tree and keeps the first thing found wrong.
class Inspector {
 public:
  explicit Inspector(std::string_view line) : line_(line) {}

  void operator()(const Word& word) {
    CheckSpan(word.span);
    CheckText(word.text);
    const std::size_t end = std::min(word.span.end, line_.size());
    Require(line_.substr(word.span.begin, end - word.span.begin).starts_with(word.text),
            "a word is not as typed");
    Require(!word.prefix || !word.text.ends_with('*'), "a prefix keeps its star");
  }

  void operator()(const Phrase& phrase) {
    CheckSpan(phrase.span);
    CheckText(phrase.text);
  }

  void operator()(const Near& near) {
    const std::size_t end = end_;
    CheckSpan(near.span);
    end_ = end;  // its words stand inside its span
    Require(near.words.size() >= 2, "NÄRA without words on both sides");
    Require(near.distance >= 1 && near.distance <= kMaxNearDistance, "a distance out of bounds");
    for (const Word& word : near.words) (*this)(word);
  }

  void operator()(const Filter& filter) {
    CheckSpan(filter.span);
    if (filter.field != Field::kYear) return CheckText(filter.value);
    Require(filter.value.empty(), "a year with a value");
    Require(kEarliestYear <= filter.first_year && filter.last_year <= kLatestYear, "a year out of bounds");
    Require(filter.first_year <= filter.last_year, "years in reverse");
  }

  void operator()(const Search& search) {
    Require(++depth_ <= 3 * (kMaxDepth + 1), "a tree too deep");  // ELLER, OCH and a run, in each parenthesis
    Require(search.op == Search::Op::kAll || search.operands.size() >= 2, "an operator without operands");
    for (const Node& operand : search.operands) {
      if (search.op == Search::Op::kNot) end_ = 0;  // what is taken away may stand before what is wanted
      std::visit(*this, operand);
    }
    --depth_;
  }

  const std::string& broken() const { return broken_; }

 private:
  void Require(bool kept, std::string_view what) {
    if (!kept && broken_.empty()) broken_ = what;
  }

  void CheckSpan(const Span& span) {
    Require(span.begin < span.end, "an empty span");
    Require(span.end <= line_.size(), "a span beyond the line");
    Require(span.begin >= end_, "spans that overlap");
    end_ = span.end;
  }

  void CheckText(std::string_view text) {
    Require(!text.empty(), "an empty text");
    Require(text::IsValidUtf8(text), "a text that is not UTF-8");
    Require(std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }),
            "a control character");
  }

  std::string_view line_;
  std::string broken_;
  std::size_t end_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::string BrokenPromise(std::string_view line) {
  const ParsedQuery parsed = Parse(line);
  if (parsed.notes.size() > kMaxNotes) return "too many notes";
  for (const std::string& note : parsed.notes) {
    if (!text::IsValidUtf8(note)) return "a note that is not UTF-8";
  }
  const ParsedQuery again = Parse(line);
  if (again.root != parsed.root || DebugString(again.root) != DebugString(parsed.root))
    return "two readings differ";
  Inspector inspector(line);
  std::visit(inspector, parsed.root);
  return inspector.broken();
}

}  // namespace plansok::query
