#include "text/ocr_channel.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "text/code_points.h"
#include "text/file_bytes.h"
#include "text/ocr_data.h"
#include "text/ocr_trie.h"

namespace plansok::text {
namespace {

// Even where a letter is nearly always misread, some scans read it right.
constexpr double kLeastIdentity = 0.02;
constexpr std::size_t kMostLetters = 2;

struct Row {
  Confusion confusion;
  double probability = 0;
};

std::optional<Row> ParseRow(std::string_view line) {
  const std::size_t first_tab = line.find('\t');
  const std::size_t second_tab = line.find('\t', first_tab + 1);
  if (first_tab == std::string_view::npos || second_tab == std::string_view::npos) {
    return std::nullopt;
  }
  const std::optional<std::string> truth = ToTrieLetters(line.substr(0, first_tab));
  Row row;
  row.confusion.observed = DecodeUtf8(line.substr(first_tab + 1, second_tab - first_tab - 1));
  const std::string_view number = line.substr(second_tab + 1);
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), row.probability);
  const auto fits = [](std::size_t size) { return size >= 1 && size <= kMostLetters; };
  if (!truth || !fits(truth->size()) || !fits(row.confusion.observed.size()) || parsed.ec != std::errc() ||
      parsed.ptr != number.data() + number.size() || !(row.probability > 0 && row.probability < 1)) {
    return std::nullopt;
  }
  row.confusion.truth = *truth;
  row.confusion.cost = static_cast<float>(-std::log(row.probability));
  return row;
}

}  // namespace

OcrChannel::OcrChannel() = default;

absl::StatusOr<OcrChannel> OcrChannel::Load(const std::filesystem::path& file) {
  absl::StatusOr<std::string> table = ReadFileBytes(file);
  if (!table.ok()) {
    return table.status();
  }
  return Parse(*table, file.string());
}

absl::StatusOr<OcrChannel> OcrChannel::Parse(std::string_view table, std::string_view name) {
  OcrChannel channel;
  int line_number = 0;
  while (const std::optional<std::string_view> line = TakePiece(table, '\n')) {
    ++line_number;
    if (line->empty() || line->front() == '#') {
      continue;
    }
    std::optional<Row> row = ParseRow(*line);
    if (!row) {
      return absl::InvalidArgumentError(
          fmt::format("{}:{}: want one or two letters, tab, one or two characters, tab, a probability", name,
                      line_number));
    }
    channel.Add(std::move(row->confusion), row->probability);
  }
  for (std::size_t i = 0; i < channel.lost_.size(); ++i) {
    channel.identity_[i] = static_cast<float>(-std::log(std::max(kLeastIdentity, 1 - channel.lost_[i])));
  }
  return channel;
}

void OcrChannel::Add(Confusion confusion, double probability) {
  if (confusion.truth.size() == 1) {
    lost_[static_cast<unsigned char>(confusion.truth.front())] += probability;
  }
  by_observed_[confusion.observed.front()].push_back(std::move(confusion));
}

const std::vector<Confusion>& OcrChannel::Observed(char32_t c) const {
  static const std::vector<Confusion> kEmpty;
  const auto found = by_observed_.find(c);
  return found == by_observed_.end() ? kEmpty : found->second;
}

bool OcrChannel::IsSign(char32_t c) const {
  return u_isalpha(static_cast<UChar32>(c)) == 0 && by_observed_.contains(c);
}

}  // namespace plansok::text
