#include "text/printed_places.h"

#include <algorithm>

namespace plansok::text {
namespace {

constexpr std::string_view kWhitespace = " \n\t\r";

std::vector<ByteRange> Tokens(std::string_view text) {
  std::vector<ByteRange> tokens;
  for (std::size_t begin = text.find_first_not_of(kWhitespace); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kWhitespace, begin), text.size());
    tokens.push_back({begin, end});
    begin = text.find_first_not_of(kWhitespace, end);
  }
  return tokens;
}

std::string_view Part(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

using Words = std::vector<Word>::const_iterator;

class Placer {
 public:
  Placer(std::string_view printed, std::string_view repaired) : printed_(printed), repaired_(repaired) {}

  /// Places words of the repaired text's `read` in the printed text's `print`.
  void Place(Words first, Words last, ByteRange read, ByteRange print, std::vector<ByteRange>& places) const {
    if (Part(repaired_, read) == Part(printed_, print)) {
      for (Words word = first; word != last; ++word)
        places.push_back({print.begin + word->begin - read.begin, print.begin + word->end - read.begin});
      return;
    }
    const ByteRange core = WithoutSigns(print, Part(repaired_, {read.begin, first->begin}),
                                        Part(repaired_, {(last - 1)->end, read.end}));
    PlaceBetweenSeparators(first, last, core, places);
  }

 private:
  /// Without the signs before the first and behind the last word, where they are printed as they were read.
  ByteRange WithoutSigns(ByteRange print, std::string_view before, std::string_view behind) const {
    std::string_view text = Part(printed_, print);
    if (text.size() > before.size() && text.starts_with(before)) print.begin += before.size();
    text = Part(printed_, print);
    if (text.size() > behind.size() && text.ends_with(behind)) print.end -= behind.size();
    return print;
  }

  void PlaceBetweenSeparators(Words first, Words last, ByteRange print,
                              std::vector<ByteRange>& places) const {
    std::size_t together = 1;  // words that nothing has parted yet
    for (Words word = first; word + 1 != last; ++word, ++together) {
      const std::string_view separator = Part(repaired_, {word->end, (word + 1)->begin});
      const std::size_t found = Part(printed_, print).find(separator, 1);
      if (separator.empty() || found == std::string_view::npos) continue;
      const std::size_t begin_of_next = print.begin + found + separator.size();
      if (begin_of_next >= print.end) continue;
      places.insert(places.end(), together, {print.begin, print.begin + found});
      print.begin = begin_of_next;
      together = 0;
    }
    places.insert(places.end(), together, print);
  }

  std::string_view printed_;
  std::string_view repaired_;
};

}  // namespace

std::vector<ByteRange> PrintedPlaces(std::string_view printed, std::string_view repaired,
                                     const std::vector<Word>& words) {
  std::vector<ByteRange> print = Tokens(printed);
  std::vector<ByteRange> read = Tokens(repaired);
  if (print.size() != read.size()) {
    print = {{0, printed.size()}};
    read = {{0, repaired.size()}};
  }
  const Placer placer(printed, repaired);
  std::vector<ByteRange> places;
  places.reserve(words.size());
  std::size_t token = 0;
  for (Words first = words.begin(); first != words.end();) {
    while (read[token].end <= first->begin) ++token;
    std::size_t end_token = token;  // a word joined over a line-break hyphen ends in a later token
    Words last = first;
    for (; last != words.end() && last->begin < read[end_token].end; ++last)
      while (read[end_token].end < last->end) ++end_token;
    placer.Place(first, last, {read[token].begin, read[end_token].end},
                 {print[token].begin, print[end_token].end}, places);
    first = last;
  }
  return places;
}

}  // namespace plansok::text
