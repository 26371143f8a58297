#include "text/affix_file.h"

#include <algorithm>
#include <optional>

#include "text/ocr_data.h"

namespace plansok::text {
namespace {

constexpr std::string_view kSpaces = " \t\r";

std::vector<std::string_view> Fields(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = line.find_first_not_of(kSpaces); begin != std::string_view::npos;
       begin = line.find_first_not_of(kSpaces, begin)) {
    const std::size_t end = std::min(line.find_first_of(kSpaces, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return fields;
}

std::string_view OrNothing(std::string_view field) { return field == "0" ? std::string_view() : field; }

SuffixLine ToSuffix(const std::vector<std::string_view>& fields) {
  const std::string_view add = fields[3].substr(0, fields[3].find('/'));
  const std::string_view flags = fields[3].substr(std::min(add.size() + 1, fields[3].size()));
  return {static_cast<unsigned char>(fields[1].front()), OrNothing(fields[2]), OrNothing(add), flags,
          fields.size() > 4 ? fields[4] : std::string_view(".")};
}

}  // namespace

AffixFile ParseAffixFile(std::string_view text) {
  AffixFile file;
  while (const std::optional<std::string_view> line = TakePiece(text, '\n')) {
    const std::vector<std::string_view> fields = Fields(*line);
    if (fields.size() < 2) continue;
    if (fields[0] == "SET") {
      file.encoding = fields[1];
    } else if (fields[0] == "SFX") {
      const bool head = fields.size() < 4 || fields[2] == "Y" || fields[2] == "N";  // "SFX D Y 12"
      if (!head) file.suffixes.push_back(ToSuffix(fields));
    } else {
      file.options.emplace(fields[0], fields[1].front());
    }
  }
  return file;
}

}  // namespace plansok::text
