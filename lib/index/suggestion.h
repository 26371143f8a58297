/// What a person may be about to type.
#ifndef PLANSOK_INDEX_SUGGESTION_H_
#define PLANSOK_INDEX_SUGGESTION_H_

#include <string>

namespace plansok::index {

struct Suggestion {
  std::string query;   ///< the whole line to search for
  std::string label;   ///< what to show, Swedish
  std::string source;  ///< "word", "phrase", or the API's name of a field
  int count = 0;       ///< paragraphs that have it together with what was typed before it
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SUGGESTION_H_
