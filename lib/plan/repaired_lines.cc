#include "plan/repaired_lines.h"

#include <algorithm>
#include <cstddef>

namespace plansok::plan {

std::vector<std::string> RepairedLines(const std::vector<std::string>& lines,
                                       const text::OcrRepairer* repairer) {
  if (repairer == nullptr) return {};
  std::string text;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
  }
  if (!repairer->Assess(text).repairable) return {};
  const std::string repaired = repairer->Repair(text);
  std::vector<std::string> result;
  result.reserve(lines.size());
  for (std::size_t begin = 0; begin < repaired.size() && result.size() < lines.size();) {
    const std::size_t end = std::min(repaired.find('\n', begin), repaired.size());
    result.push_back(repaired.substr(begin, end - begin));
    begin = end + 1;
  }
  result.resize(lines.size());
  return result;
}

}  // namespace plansok::plan
