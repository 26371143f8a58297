#include "text/ocr_decoder.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_set>
#include <utility>

namespace plansok::text {
namespace {

constexpr std::uint32_t kNoParent = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kShortestPart = 2;

char32_t Lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

// A way to have read the observed characters up to some place.
struct State {
  LetterTrie::Node node = LetterTrie::kRoot;
  float channel_cost = 0;
  float parts_cost = 0;              // of a compound's modifiers so far
  std::uint32_t parent = kNoParent;  // in the pool of states
  char letter = 0;                   // the true letter taken to get here; 0 where none was
  std::uint8_t part_length = 0;      // letters since the root
  std::uint8_t read = 0;             // observed characters up to here
  bool compound = false;
  bool lost = false;
  bool first_keeps_case = true;

  float cost() const { return channel_cost + parts_cost; }
};

class Search {
 public:
  Search(const OcrChannel& channel, const OcrLexicon& lexicon, const OcrSearch& limits, double most_cost,
         std::u32string_view shape)
      : channel_(channel),
        lexicon_(lexicon),
        limits_(limits),
        most_cost_(static_cast<float>(most_cost)),
        shape_(shape),
        layers_(shape.size() + 1) {}

  // With `may_lose`, one letter of a word may not have been read at all. Not of a compound: a rare word that
  // is rightly spelled is too often two others less a letter.
  std::vector<OcrReading> Run(bool open_end, bool may_lose) {
    may_lose_ = may_lose;
    Push(0, State{});
    for (std::size_t place = 0; place < shape_.size(); ++place) {
      Prune(layers_[place]);
      for (std::size_t i = 0; i < layers_[place].size(); ++i) {
        Extend(place, layers_[place][i]);
      }
    }
    Prune(layers_.back());
    return Collect(open_end);
  }

 private:
  void Push(std::size_t place, const State& state) {
    if (state.cost() <= most_cost_) {
      layers_[place].push_back(static_cast<std::uint32_t>(pool_.size()));
      pool_.push_back(state);
      pool_.back().read = static_cast<std::uint8_t>(place);
    }
  }

  void Prune(std::vector<std::uint32_t>& layer) const {
    if (layer.size() > limits_.beam) {
      const auto cheaper = [this](std::uint32_t a, std::uint32_t b) {
        return pool_[a].cost() < pool_[b].cost();
      };
      std::nth_element(layer.begin(), layer.begin() + static_cast<std::ptrdiff_t>(limits_.beam), layer.end(),
                       cheaper);
      layer.resize(limits_.beam);
    }
  }

  void Extend(std::size_t place, std::uint32_t from) {
    if (may_lose_ && !pool_[from].lost) {
      Lose(place, from);
    }
    const char32_t observed = shape_[place];
    const char32_t lower = Lower(observed);
    if (IsTrieLetter(lower)) {
      const char letter = static_cast<char>(lower);
      Take(place, 1, from, std::string_view(&letter, 1), channel_.IdentityCost(letter), true);
    }
    for (const Confusion& confusion : channel_.Observed(lower)) {
      TryConfusion(place, from, confusion, true);
    }
    if (lower != observed) {
      for (const Confusion& confusion : channel_.Observed(observed)) {
        TryConfusion(place, from, confusion, false);
      }
    }
  }

  // Takes every letter that may come next for one that was lost.
  void Lose(std::size_t place, std::uint32_t from) {
    for (const char letter : lexicon_.trie().ChildLetters(pool_[from].node)) {
      State state = pool_[from];
      state.node = lexicon_.trie().Child(state.node, letter);
      state.channel_cost -= static_cast<float>(std::log(limits_.lost_letter));
      state.parent = from;
      state.letter = letter;
      ++state.part_length;
      state.lost = true;
      Push(place, state);
    }
  }

  void TryConfusion(std::size_t place, std::uint32_t from, const Confusion& confusion, bool keeps_case) {
    const std::size_t length = confusion.observed.size();
    if (place + length > shape_.size()) {
      return;
    }
    for (std::size_t i = 1; i < length; ++i) {
      if (shape_[place + i] != confusion.observed[i] && Lower(shape_[place + i]) != confusion.observed[i]) {
        return;
      }
    }
    const bool letter = u_isalpha(static_cast<UChar32>(confusion.observed.front())) != 0;
    Take(place, length, from, confusion.truth, confusion.cost, keeps_case && letter);
  }

  // Goes from state `from` along `truth`, having read `length` characters at `place`.
  void Take(std::size_t place, std::size_t length, std::uint32_t from, std::string_view truth, float cost,
            bool keeps_case) {
    State state = pool_[from];
    state.channel_cost += cost;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      state.node = lexicon_.trie().Child(state.node, truth[i]);
      if (state.node == LetterTrie::kNone) {
        return;
      }
      state.parent = from;
      state.letter = truth[i];
      ++state.part_length;
      if (place == 0 && i == 0) {
        state.first_keeps_case = keeps_case;
      }
      if (i + 1 < truth.size()) {
        from = static_cast<std::uint32_t>(pool_.size());
        pool_.push_back(state);
      }
    }
    Push(place + length, state);
    Restart(place + length, state);
  }

  // Where a modifier ends, the next part of a compound may begin.
  void Restart(std::size_t place, State state) {
    const std::uint32_t word = lexicon_.trie().WordAt(state.node);
    if (may_lose_ || word == LetterTrie::kNone || state.part_length < kShortestPart ||
        place >= shape_.size()) {
      return;
    }
    state.parts_cost += lexicon_.Entry(word).modifier;
    state.node = LetterTrie::kRoot;
    state.part_length = 0;
    state.compound = true;
    Push(place, state);
  }

  std::vector<OcrReading> Collect(bool open_end) const {
    std::vector<OcrReading> readings;
    for (const std::uint32_t index : layers_.back()) {
      const State& state = pool_[index];
      const std::uint32_t word = lexicon_.trie().WordAt(state.node);
      if (word == LetterTrie::kNone || state.part_length == 0) {
        continue;
      }
      const LexiconEntry& entry = lexicon_.Entry(word);
      float last = state.compound ? entry.head : entry.word;
      if (open_end) {
        last = std::min(last, entry.modifier);
      }
      if (state.cost() + last <= most_cost_) {
        readings.push_back({"", state.channel_cost, state.parts_cost + last,
                            state.compound ? WordCounts::kUnknown : entry.id, state.first_keeps_case});
        Spell(index, readings.back());
      }
    }
    KeepCheapest(readings);
    return readings;
  }

  void Spell(std::uint32_t index, OcrReading& reading) const {
    for (; index != kNoParent; index = pool_[index].parent) {
      if (pool_[index].letter != 0) {
        reading.word.push_back(pool_[index].letter);
        reading.read.push_back(pool_[index].read);
      }
    }
    std::reverse(reading.word.begin(), reading.word.end());
    std::reverse(reading.read.begin(), reading.read.end());
  }

  void KeepCheapest(std::vector<OcrReading>& readings) const {
    std::sort(readings.begin(), readings.end(),
              [](const OcrReading& a, const OcrReading& b) { return a.cost() < b.cost(); });
    std::unordered_set<std::string> seen;
    std::erase_if(readings, [&seen](const OcrReading& reading) { return !seen.insert(reading.word).second; });
    readings.resize(std::min(readings.size(), limits_.readings));
  }

  const OcrChannel& channel_;
  const OcrLexicon& lexicon_;
  const OcrSearch& limits_;
  float most_cost_;
  bool may_lose_ = false;
  std::u32string_view shape_;
  std::vector<State> pool_;
  std::vector<std::vector<std::uint32_t>> layers_;  // of states in the pool, by characters read
};

}  // namespace

std::vector<OcrReading> OcrDecoder::Decode(std::u32string_view shape, bool open_end) const {
  const auto search = [&](bool may_lose) {
    return Search(channel_, lexicon_, settings_.search, UnknownCost(shape), shape).Run(open_end, may_lose);
  };
  std::vector<OcrReading> readings = search(false);
  return readings.empty() ? search(true) : readings;
}

double OcrDecoder::UnknownCost(std::u32string_view shape) const {
  return settings_.prior.unknown_word + settings_.prior.unknown_letter * static_cast<double>(shape.size());
}

}  // namespace plansok::text
