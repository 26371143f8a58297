// Lines as long as a query may be, of every kind that might cost a server time.
#ifndef PLANSOK_TESTS_INDEX_LONG_LINES_H_
#define PLANSOK_TESTS_INDEX_LONG_LINES_H_

#include <string>
#include <vector>

namespace plansok::index {

struct LongLine {
  std::string name;
  std::string line;
};

// Each as long as a line may be (query/limits.h).
std::vector<LongLine> LongLines();

}  // namespace plansok::index

#endif  // PLANSOK_TESTS_INDEX_LONG_LINES_H_
