#include "text/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/file_bytes.h"
#include "text/normalize.h"
#include "text/ocr_data.h"

namespace plansok::text {
namespace {

struct Sign {
  char sign;
  Bond bond;
};
constexpr std::array kSigns = {Sign{'=', Bond::kSame}, Sign{'~', Bond::kNear}, Sign{'>', Bond::kBelongs}};

// A name of an office or a law; what is longer is a sentence, and a slip.
constexpr std::size_t kMostWords = 10;

std::vector<std::string_view> SplitBy(std::string_view line, char sign) {
  std::vector<std::string_view> sides;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(sign, begin), line.size());
    sides.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return sides;
}

// What joins the sides of a line; nothing where there is no sign or more than one.
std::optional<Sign> SignOf(std::string_view line) {
  std::optional<Sign> found;
  for (const Sign& sign : kSigns) {
    if (line.find(sign.sign) == std::string_view::npos) continue;
    if (found) return std::nullopt;
    found = sign;
  }
  return found;
}

}  // namespace

absl::StatusOr<Synonyms> Synonyms::Load(const std::filesystem::path& file, const Read& read) {
  const absl::StatusOr<std::string> bytes = ReadFileBytes(file);
  if (!bytes.ok()) return bytes.status();
  Synonyms synonyms;
  std::size_t number = 0;
  std::string_view rest = *bytes;
  while (const std::optional<std::string_view> piece = TakePiece(rest, '\n')) {
    std::string_view line = *piece;
    ++number;
    const auto bad = [&](std::string_view why) {
      return absl::InvalidArgumentError(fmt::format("{}:{}: {}", file.string(), number, why));
    };
    if (!IsValidUtf8(line)) return bad("not UTF-8");
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::optional<Sign> sign = SignOf(line);
    if (!sign) return bad("expected words or phrases joined by =, by ~ or by >, one of the three");
    std::vector<Side> sides;
    for (const std::string_view text : SplitBy(line, sign->sign)) {
      Side side{"", read(text)};
      side.synonym.bond = sign->bond;
      if (side.synonym.stems.empty()) return bad("a side without a word");
      if (side.synonym.stems.size() > kMostWords) {
        return bad(fmt::format("a side of more than {} words", kMostWords));
      }
      side.key = fmt::format("{}", fmt::join(side.synonym.stems, " "));
      const auto same = [&](const Side& other) { return other.key == side.key; };
      if (std::any_of(sides.begin(), sides.end(), same)) return bad("two sides are the same word");
      sides.push_back(std::move(side));
    }
    synonyms.AddGroup(sides);
  }
  return synonyms;
}

void Synonyms::AddGroup(const std::vector<Side>& sides) {
  if (sides.front().synonym.bond == Bond::kBelongs) return Add(sides.front(), sides);
  for (const Side& side : sides) Add(side, sides);
}

void Synonyms::Add(const Side& asked, const std::vector<Side>& sides) {
  longest_ = std::max(longest_, asked.synonym.stems.size());
  std::vector<Synonym>& others = by_key_[asked.key];
  for (const Side& other : sides) {
    if (other.key != asked.key) others.push_back(other.synonym);
  }
}

std::vector<SynonymMatch> Synonyms::Find(const std::vector<std::string>& stems) const {
  std::vector<SynonymMatch> matches;
  for (std::size_t first = 0; first < stems.size(); ++first) {
    for (std::size_t count = std::min(longest_, stems.size() - first); count > 0; --count) {
      const auto begin = stems.begin() + static_cast<std::ptrdiff_t>(first);
      const auto end = begin + static_cast<std::ptrdiff_t>(count);
      const auto found = by_key_.find(fmt::format("{}", fmt::join(begin, end, " ")));
      if (found == by_key_.end()) continue;
      matches.push_back({first, count, &found->second});
      break;
    }
  }
  return matches;
}

}  // namespace plansok::text
