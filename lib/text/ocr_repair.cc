#include "text/ocr_repair.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/affix_forms.h"
#include "text/code_points.h"
#include "text/ocr_channel.h"
#include "text/ocr_counts.h"
#include "text/ocr_cut_word.h"
#include "text/ocr_data.h"
#include "text/ocr_decoder.h"
#include "text/ocr_lexicon.h"
#include "text/ocr_scan.h"
#include "text/ocr_settings.h"
#include "text/ocr_trie.h"
#include "text/ocr_viterbi.h"
#include "text/ocr_writing.h"

namespace plansok::text {
namespace {

// Of the numbers written, one in ten is a lone 1.
constexpr double kOneAmongNumbers = 0.1;
// Readings kept at hand; beyond it a text has few words that come back.
constexpr std::size_t kMostCachedWords = 200'000;

bool IsUpper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

double SwedishLetterShare(std::string_view utf8) {
  double letters = 0;
  double swedish = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const auto c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(NextCodePoint(utf8, offset))));
    // U+0308 and U+030A: the dots and the ring of decomposed letters.
    const bool mark = c == 0x308 || c == 0x30A;
    letters += IsLetter(c) ? 1 : 0;
    swedish += c == U'å' || c == U'ä' || c == U'ö' || mark ? 1 : 0;
  }
  return letters > 0 ? swedish / letters : 0;
}

// What a lexicon knows, and what it has read so far. Thread-safe.
class Reader {
 public:
  Reader(const OcrChannel& channel, const WordCounts& counts, const std::vector<AffixForm>& forms,
         const OcrSettings& settings)
      : lexicon_(counts, forms, settings.prior), decoder_(channel, lexicon_, settings) {}

  const OcrLexicon& lexicon() const { return lexicon_; }

  double UnknownCost(const Segment& word) const { return decoder_.UnknownCost(word.shape); }

  std::vector<OcrReading> Read(const Segment& word) {
    // '-' is no part of a shape, so it can tell the two kinds of keys apart.
    const std::u32string key = word.before_hyphen ? word.shape + U'-' : word.shape;
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = cache_.find(key); found != cache_.end()) {
        return found->second;
      }
    }
    std::vector<OcrReading> readings = decoder_.Decode(word.shape, word.before_hyphen);
    const std::lock_guard lock(mutex_);
    if (cache_.size() >= kMostCachedWords) {
      cache_.clear();
    }
    cache_.emplace(key, readings);
    return readings;
  }

 private:
  OcrLexicon lexicon_;
  OcrDecoder decoder_;
  std::mutex mutex_;
  std::unordered_map<std::u32string, std::vector<OcrReading>> cache_;
};

bool IsAmong(const std::optional<std::string>& word, const std::vector<OcrReading>& readings) {
  return word && std::any_of(readings.begin(), readings.end(),
                             [&word](const OcrReading& reading) { return reading.word == *word; });
}

}  // namespace

class OcrRepairer::Impl {
 public:
  Impl(OcrChannel channel, OcrSettings settings, std::vector<AffixForm> forms, WordCounts counts)
      : channel_(std::move(channel)),
        settings_(settings),
        forms_(std::move(forms)),
        counts_(std::move(counts)) {}

  void Learn(std::string_view text) {
    counts_.AddText(ScanText(text, channel_), settings_.prior.document_weight);
    reader_.reset();
  }

  Damage Assess(std::string_view text) {
    Damage damage;
    damage.swedish_letter_share = SwedishLetterShare(text);
    if (damage.swedish_letter_share >= settings_.gate.max_swedish_letter_share) {
      return damage;
    }
    Reader& reader = TheReader();
    double words = 0;
    double unknown = 0;
    double explained = 0;
    for (const Segment& segment : ScanText(text, channel_)) {
      if (segment.kind == Segment::Kind::kWord) {
        const std::vector<OcrReading> readings = reader.Read(segment);
        const bool known = IsAmong(ToTrieLetters(segment.shape), readings);
        words += 1;
        unknown += known ? 0 : 1;
        explained += known || readings.empty() ? 0 : 1;
      }
    }
    damage.unknown_share = words > 0 ? unknown / words : 0;
    damage.explained_share = unknown > 0 ? explained / unknown : 0;
    damage.repairable = unknown >= settings_.gate.min_unknown_words &&
                        damage.unknown_share > settings_.gate.min_unknown_share &&
                        damage.explained_share >= settings_.gate.min_explained_share;
    return damage;
  }

  std::string Repair(std::string_view text) {
    Reader& reader = TheReader();
    const std::vector<Segment> segments = ScanText(text, channel_);
    std::vector<std::vector<OcrReading>> places;
    places.reserve(segments.size());
    std::vector<bool> cut(segments.size(), false);  // the first halves of words read as one
    while (places.size() < segments.size()) {
      const std::size_t i = places.size();
      places.push_back(ReadingsAt(segments, i, reader));
      if (!MayBeCutWord(text, segments, i)) continue;
      std::vector<OcrReading> second = ReadingsAt(segments, i + 1, reader);
      std::vector<OcrReading> whole = reader.Read(WholeOf(segments[i], segments[i + 1]));
      cut[i] = !whole.empty() && whole.front().cost() < Cheapest(places[i]) + Cheapest(second);
      if (!cut[i]) continue;
      places[i] = std::move(whole);
      places.push_back({{"", 0, 0, WordCounts::kUnknown}});  // said with the first half
    }
    return WriteReadings(text, segments, places, cut, ChooseReadings(places, reader.lexicon()));
  }

 private:
  Reader& TheReader() {
    const std::lock_guard lock(mutex_);
    if (!reader_) {
      reader_ = std::make_unique<Reader>(channel_, counts_, forms_, settings_);
    }
    return *reader_;
  }

  static double Cheapest(const std::vector<OcrReading>& readings) {
    return std::ranges::min_element(readings, {}, &OcrReading::cost)->cost();
  }

  // An empty word in a reading stands for what is printed.
  std::vector<OcrReading> ReadingsAt(const std::vector<Segment>& segments, std::size_t place,
                                     Reader& reader) const {
    const Segment& segment = segments[place];
    switch (segment.kind) {
      case Segment::Kind::kBound:
        return {{"", 0, reader.lexicon().CostOf(WordCounts::kBound), WordCounts::kBound}};
      case Segment::Kind::kNumber:
        return NumberReadings(segments, place, reader);
      case Segment::Kind::kWord:
        return WordReadings(segments, place, reader);
      case Segment::Kind::kFixed:
      case Segment::Kind::kOpaque:
        break;
    }
    const std::optional<std::string> word = ToTrieLetters(segment.shape);
    return {{"", 0, 0, word ? counts_.Find(*word) : WordCounts::kUnknown}};
  }

  // "1 Inledning": the first word of a block would be "I", not "i".
  static bool NumbersHeading(const std::vector<Segment>& segments, std::size_t place) {
    const bool opens = place == 0 || segments[place - 1].blank_line;
    return opens && place + 1 < segments.size() && segments[place + 1].kind == Segment::Kind::kWord &&
           IsUpper(segments[place + 1].shape.front());
  }

  // A lone 1 may be the word "i", but not where it begins a grouped number ("1 000") or numbers a heading.
  std::vector<OcrReading> NumberReadings(const std::vector<Segment>& segments, std::size_t place,
                                         Reader& reader) const {
    std::vector<OcrReading> readings{
        {"", 0, reader.lexicon().CostOf(WordCounts::kNumber), WordCounts::kNumber}};
    const Segment& segment = segments[place];
    const bool grouped = place + 1 < segments.size() && segments[place + 1].kind == Segment::Kind::kNumber;
    const WordCounts::Id word = counts_.Find("i");
    if (segment.shape == U"1" && segment.whole_token && !grouped && !NumbersHeading(segments, place) &&
        word != WordCounts::kUnknown) {
      readings.front().channel_cost = -std::log(kOneAmongNumbers);
      readings.push_back(
          {"i", -std::log(settings_.prior.lone_one), reader.lexicon().CostOf(word), word, false});
    }
    return readings;
  }

  std::vector<OcrReading> WordReadings(const std::vector<Segment>& segments, std::size_t place,
                                       Reader& reader) const {
    const Segment& segment = segments[place];
    std::vector<OcrReading> readings = reader.Read(segment);
    if (!IsAmong(ToTrieLetters(segment.shape), readings)) {
      const bool after_bound = place == 0 || segments[place - 1].kind == Segment::Kind::kBound;
      const bool name = IsUpper(segment.shape.front()) && !after_bound && ToTrieLetters(segment.shape);
      const double discount = name ? settings_.prior.unknown_name_discount : 0;
      readings.push_back({"", 0, reader.UnknownCost(segment) - discount, WordCounts::kUnknown});
    }
    return readings;
  }

  OcrChannel channel_;
  OcrSettings settings_;
  std::vector<AffixForm> forms_;
  WordCounts counts_;
  std::mutex mutex_;
  std::unique_ptr<Reader> reader_;
};

OcrRepairer::OcrRepairer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OcrRepairer::~OcrRepairer() = default;

absl::StatusOr<std::unique_ptr<OcrRepairer>> OcrRepairer::Load(const std::filesystem::path& data_dir,
                                                               const LanguageData& language) {
  const std::filesystem::path folder = data_dir / "ocr";
  absl::StatusOr<OcrChannel> channel = OcrChannel::Load(folder / "confusions.tsv");
  if (!channel.ok()) {
    return channel.status();
  }
  const absl::StatusOr<OcrSettings> settings = LoadOcrSettings(folder / "settings.toml");
  if (!settings.ok()) {
    return settings.status();
  }
  const std::filesystem::path table_file = folder / "frequency.tsv.zst";
  const absl::StatusOr<std::string> table = ReadZstdFile(table_file);
  if (!table.ok()) {
    return table.status();
  }
  WordCounts counts;
  if (absl::Status status = counts.AddTable(*table, table_file.string()); !status.ok()) {
    return status;
  }
  absl::StatusOr<std::vector<AffixForm>> forms = ExpandDictionary(language.affix, language.dictionary);
  if (!forms.ok()) {
    return forms.status();
  }
  return std::unique_ptr<OcrRepairer>(new OcrRepairer(
      std::make_unique<Impl>(std::move(*channel), *settings, std::move(*forms), std::move(counts))));
}

void OcrRepairer::Learn(std::string_view sound_utf8) { impl_->Learn(sound_utf8); }

Damage OcrRepairer::Assess(std::string_view utf8) const { return impl_->Assess(utf8); }

std::string OcrRepairer::Repair(std::string_view utf8) const { return impl_->Repair(utf8); }

}  // namespace plansok::text
