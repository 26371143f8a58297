#include "text/highlight.h"

#include <cstddef>

#include "text/code_point_counter.h"

namespace plansok::text {

std::vector<Range> HighlightAll(std::string_view utf8, const std::vector<Word>& words,
                                const std::vector<Match>& matches) {
  std::vector<Range> ranges;
  CodePointCounter counter(utf8);
  std::size_t marked_until = 0;  // bytes
  for (const Match& match : matches) {
    const std::size_t begin = words[match.first_word].begin;
    const std::size_t end = words[match.last_word].end;
    if (end <= marked_until) continue;
    if (begin < marked_until) {
      ranges.back().end = counter.At(end);
    } else {
      const int start = counter.At(begin);
      ranges.push_back({start, counter.At(end)});
    }
    marked_until = end;
  }
  return ranges;
}

}  // namespace plansok::text
