#include "text/printed_places.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/text/swedish.h"

namespace plansok::text {
namespace {

// "printed=read|…", word by word.
std::string Placed(std::string_view printed, std::string_view repaired) {
  const std::vector<Word> words = Swedish().Analyze(repaired);
  const std::vector<ByteRange> places = PrintedPlaces(printed, repaired, words);
  EXPECT_EQ(words.size(), places.size());
  std::string placed;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) placed += '|';
    placed += printed.substr(places[i].begin, places[i].end - places[i].begin);
    placed += '=' + words[i]->surface;
  }
  return placed;
}

TEST(PrintedPlaces, OfRepairedWords) {
  struct Case {
    const char* printed;
    const char* repaired;
    const char* placed;
  };
  const std::array cases = {
      Case{"", "", ""},
      Case{"Ndmnden ska.", "Nämnden ska.", "Ndmnden=nämnden|ska=ska"},
      Case{"(b@rn),  \"unga\"", "(barn),  \"unga\"", "b@rn=barn|unga=unga"},
      Case{"det &r | dag", "det är i dag", "det=det|&r=är||=i|dag=dag"},
      Case{"barn ;", "barn i", "barn=barn|;=i"},
      Case{"hdlsa/vdrd", "hälsa/vård", "hdlsa=hälsa|vdrd=vård"},
      Case{"ochleller nu", "och/eller nu", "ochleller=och|ochleller=eller|nu=nu"},
      Case{"vrdknings- förebyggonde nu", "vräknings- förebyggande nu",
           "vrdknings- förebyggonde=vräkningsförebyggande|nu=nu"},
      // Tokens that do not correspond: the words are told apart by what stands between them.
      Case{"a b", "en by till", "a=en|b=by|b=till"},
      Case{"", "en by", "=en|=by"},
  };
  for (const Case& c : cases) EXPECT_EQ(c.placed, Placed(c.printed, c.repaired));
}

}  // namespace
}  // namespace plansok::text
