#include "compare/word_difference.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "tests/text/swedish.h"

namespace plansok::compare {
namespace {

std::vector<Span> Diff(const Reading& base, const Reading& other) {
  return Difference(base, other, text::Swedish(), [] { return absl::OkStatus(); }).value();
}

std::vector<Span> Diff(std::string_view base, std::string_view other) {
  return Diff(Reading{base}, Reading{other});
}

// "kvar [-bort-] {+till+}".
std::string Marked(const std::vector<Span>& spans) {
  std::string marked;
  for (const Span& span : spans) {
    switch (span.presence) {
      case Presence::kBoth:
        marked += span.text;
        break;
      case Presence::kBase:
        marked += "[-" + span.text + "-]";
        break;
      case Presence::kOther:
        marked += "{+" + span.text + "+}";
        break;
    }
  }
  return marked;
}

std::string TextOf(const std::vector<Span>& spans, Presence side) {
  std::string text;
  for (const Span& span : spans) {
    if (span.presence == Presence::kBoth || span.presence == side) text += span.text;
  }
  return text;
}

TEST(WordDifference, ShowsWhatChanged) {
  struct Case {
    const char* base;
    const char* other;
    const char* marked;
  };
  const std::array cases = {
      Case{"Fler bostäder byggs.", "Fler bostäder byggs.", "Fler bostäder byggs."},
      Case{"Fler bostäder byggs.", "Fler lokaler byggs.", "Fler [-bostäder-]{+lokaler+} byggs."},
      Case{"Bostäder byggs.", "Bostäder byggs snart.", "Bostäder byggs{+ snart+}."},
      Case{"Bostäder byggs snart i staden.", "Bostäder byggs i staden.",
           "Bostäder byggs [-snart -]i staden."},
      Case{"", "Nytt stycke.", "{+Nytt stycke.+}"},
      Case{"Gammalt stycke.", "", "[-Gammalt stycke.-]"},
      // Case and signs do not part words, but each side shows its own.
      Case{"NÄMNDEN beslutar", "Nämnden beslutar", "[-NÄMNDEN-]{+Nämnden+} beslutar"},
      Case{"barn, unga", "barn unga", "barn[-,-] unga"},
      // A word broken at a line's end is the word.
      Case{"den vräknings- förebyggande metoden", "den nya vräknings- förebyggande metoden",
           "den {+nya +}vräknings- förebyggande metoden"},
      // Numbers are words.
      Case{"Antalet är 1,5 procent", "Antalet är 15 procent", "Antalet är [-1,5-]{+15+} procent"},
  };
  for (const Case& c : cases) EXPECT_EQ(c.marked, Marked(Diff(c.base, c.other)));
}

TEST(WordDifference, StopwordsBetweenTwoChangesAreNoIslands) {
  EXPECT_EQ("Nämnden [-utreder kostnader och redovisar effekter-]{+samlar barn och bygger hus+} varje år.",
            Marked(Diff("Nämnden utreder kostnader och redovisar effekter varje år.",
                        "Nämnden samlar barn och bygger hus varje år.")));
  // A word of its own ties the texts together.
  EXPECT_EQ("Nämnden [-utreder-]{+samlar+} bostäder [-noga-]{+snabbt+}.",
            Marked(Diff("Nämnden utreder bostäder noga.", "Nämnden samlar bostäder snabbt.")));
}

TEST(WordDifference, MatchesWordsAsReadAndShowsThemAsPrinted) {
  struct Case {
    Reading base;
    Reading other;
    const char* marked;
  };
  const std::array cases = {
      // Both were read the same: as other prints it.
      Case{{"Ndmnden &r ny.", "Nämnden är ny."}, {"Nämnden är gammal."}, "Nämnden är [-ny-]{+gammal+}."},
      Case{{"Nämnden är ny."}, {"Ndmnden &r g@mmal.", "Nämnden är gammal."}, "Ndmnden &r [-ny-]{+g@mmal+}."},
      Case{{"Ndmnden.", "Nämnden."}, {"Namnden.", "Nämnden."}, "Namnden."},
      // In other cases they are not the same.
      Case{{"Ndmnden", "Nämnden"}, {"NÄMNDEN"}, "[-Ndmnden-]{+NÄMNDEN+}"},
      // Signs around words are as printed, and those that a scan made of letters are the word's.
      Case{{"(b@rn, ”unga”)", "(barn, ”unga”)"}, {"(barn, ”alla”)"}, "(barn, ”[-unga-]{+alla+}”)"},
      Case{{"bam | skola", "barn i skola"}, {"barn i förskola"}, "barn i [-skola-]{+förskola+}"},
      // Words of one token part where they are parted in print; else they are one.
      Case{{"hdlsa/vdrd", "hälsa/vård"}, {"hälsa/skola"}, "hälsa/[-vdrd-]{+skola+}"},
      Case{{"ochleller", "och/eller"}, {"och/samt"}, "[-ochleller-]{+och/samt+}"},
      // Joined over a line-break hyphen as read, though not as printed.
      Case{{"den vrdknings- förebyggonde metoden", "den vräknings- förebyggande metoden"},
           {"den vräknings- förebyggande modellen"},
           "den vräknings- förebyggande [-metoden-]{+modellen+}"},
  };
  for (const Case& c : cases) EXPECT_EQ(c.marked, Marked(Diff(c.base, c.other)));
}

// Words, signs and broken bytes thrown together.
std::string RandomText(std::mt19937& random) {
  constexpr std::array<const char*, 20> kParts = {"och",
                                                  "nämnden",
                                                  "Nämnden",
                                                  "bostad",
                                                  "bostäder",
                                                  "2024",
                                                  "1,5",
                                                  "%",
                                                  "§ 5",
                                                  "-",
                                                  "social- nämnderna",
                                                  "\n",
                                                  "\xC2\xAD",
                                                  "é",
                                                  "e-post",
                                                  ".",
                                                  ",",
                                                  "\xC3",
                                                  "…",
                                                  "på"};
  std::string text;
  for (std::size_t left = random() % 15; left > 0; --left) {
    text += kParts[random() % kParts.size()];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

TEST(WordDifference, OfAnyTextsGivesBothBack) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    const std::string base = RandomText(random);
    const std::string other = RandomText(random);
    const std::vector<Span> spans = Diff(base, other);
    ASSERT_EQ(base, TextOf(spans, Presence::kBase)) << "round " << round;
    ASSERT_EQ(other, TextOf(spans, Presence::kOther)) << "round " << round;
    for (std::size_t i = 1; i < spans.size(); ++i) {
      ASSERT_FALSE(spans[i].text.empty());
      ASSERT_NE(spans[i - 1].presence, spans[i].presence) << "round " << round;
      ASSERT_FALSE(spans[i - 1].presence == Presence::kOther && spans[i].presence == Presence::kBase);
    }
  }
}

// `text` with some of its letters lost to the scan.
std::string Damaged(std::string text, std::mt19937& random) {
  for (char& byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (code > ' ' && code < 0x80U && random() % 6 == 0) byte = "x|&/"[random() % 4];
  }
  return text;
}

TEST(WordDifference, OfDamagedTextsShowsWhatIsPrinted) {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    const std::string base = RandomText(random);
    const std::string other = RandomText(random);
    const std::string other_print = Damaged(other, random);
    const std::string base_print = Damaged(base, random);
    ASSERT_EQ(other_print,
              TextOf(Diff(Reading{base_print, base}, Reading{other_print, other}), Presence::kOther))
        << "round " << round;
    // Against what has none of its words, base stands as it is printed.
    ASSERT_EQ(base_print, TextOf(Diff(Reading{base_print, base}, Reading{"zzz"}), Presence::kBase));
  }
}

TEST(WordDifference, OfLongTextsStopsWhenToldTo) {
  std::string base;
  std::string other;
  for (int i = 0; i < 4000; ++i) {
    base += "ord" + std::to_string(i) + ' ';
    other += "annat" + std::to_string(i) + ' ';
  }
  int asked = 0;
  const auto tenth_time = [&asked] { return ++asked < 10 ? absl::OkStatus() : absl::CancelledError("gone"); };
  const auto spans = Difference(Reading{base}, Reading{other}, text::Swedish(), tenth_time);
  EXPECT_TRUE(absl::IsCancelled(spans.status()));
  EXPECT_EQ(10, asked);
}

TEST(WordDifference, IsTheSameBothWays) {
  std::mt19937 random(4);
  for (int round = 0; round < 1000; ++round) {
    const std::string base = RandomText(random);
    const std::string other = RandomText(random);
    std::vector<Span> mirrored;
    for (const Span& span : Diff(other, base)) {
      Span turned = span;
      if (span.presence != Presence::kBoth)
        turned.presence = span.presence == Presence::kBase ? Presence::kOther : Presence::kBase;
      // What only base has stands first.
      const bool after_its_pair = turned.presence == Presence::kBase && !mirrored.empty() &&
                                  mirrored.back().presence == Presence::kOther;
      mirrored.insert(after_its_pair ? mirrored.end() - 1 : mirrored.end(), turned);
    }
    ASSERT_EQ(mirrored, Diff(base, other)) << "round " << round;
  }
}

}  // namespace
}  // namespace plansok::compare
