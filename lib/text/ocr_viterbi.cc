#include "text/ocr_viterbi.h"

#include <limits>

namespace plansok::text {
namespace {

// The cheapest way to one reading.
struct Step {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t from = 0;  // which reading of the place before
};

Step CheapestStep(const OcrReading& reading, const std::vector<OcrReading>& previous,
                  const std::vector<Step>& steps, const OcrLexicon& lexicon) {
  Step best;
  for (std::size_t i = 0; i < previous.size(); ++i) {
    const double cost = steps[i].cost + lexicon.Cost(previous[i].id, reading.id, reading.word_cost);
    if (cost < best.cost) {
      best = {cost, i};
    }
  }
  best.cost += reading.channel_cost;
  return best;
}

std::size_t Cheapest(const std::vector<Step>& steps) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].cost < steps[best].cost) {
      best = i;
    }
  }
  return best;
}

}  // namespace

std::vector<std::size_t> ChooseReadings(const std::vector<std::vector<OcrReading>>& places,
                                        const OcrLexicon& lexicon) {
  const std::vector<OcrReading> beginning(1);
  std::vector<std::vector<Step>> steps{{Step{0, 0}}};
  for (std::size_t place = 0; place < places.size(); ++place) {
    const std::vector<OcrReading>& previous = place == 0 ? beginning : places[place - 1];
    std::vector<Step> here;
    for (const OcrReading& reading : places[place]) {
      here.push_back(CheapestStep(reading, previous, steps.back(), lexicon));
    }
    steps.push_back(std::move(here));
  }
  std::vector<std::size_t> chosen(places.size());
  std::size_t reading = Cheapest(steps.back());
  for (std::size_t place = places.size(); place > 0; --place) {
    chosen[place - 1] = reading;
    reading = steps[place][reading].from;
  }
  return chosen;
}

}  // namespace plansok::text
