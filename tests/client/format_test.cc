#include "client/format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "google/protobuf/text_format.h"

namespace plansok::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Terminal kPlain = {60, false};

template <typename Message>
Message Make(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

const char* const kAnswer = R"(
  hits {
    paragraph {
      name: "plans/g-25/paragraphs/0123456789ab" plan: "plans/g-25" kind: ASSIGNMENT
      goal { label: "Hemlösheten ska minska" } years: 2025 section_path: "Mål" section_path: "Uppdrag"
      first_line: 195 last_line: 197 page: 5 lead_in: "Nämnden ska:"
    }
    snippet: "arbeta enligt Bostad Forst i hela staden"
    highlights { start: 14 end: 26 }
    matched_as { query_word: "först" text_word: "Forst" read_as: "Först" }
  }
  total_size: 12
  corrected_query: "bostad först" dropped_words: "om" notes: "Citattecknet är inte avslutat och läses som text."
  facets {
    field: "committee"
    values { value: "a" label: "Socialnämnden Sydväst" count: 8 }
    values { value: "b" label: "Socialnämnden Nordost" count: 4 }
  })";

TEST(FormatSearchTest, ShowsAHitWithItsPlaceItsFactsAndItsName) {
  v1::SearchRequest request;
  request.set_query("bostad fösrt om");
  EXPECT_EQ(FormatSearch(kPlain, request, Make<v1::SearchResponse>(kAnswer),
                         {{"plans/g-25", "Genomförandeplan 2025"}}),
            "12 stycken för ”bostad fösrt om”, de första 1\n"
            "Visar träffar för ”bostad först”. Sök i stället efter\n"
            "”bostad fösrt om” med --exact.\n"
            "Alla träffar har inte alla ord. Somliga saknar ”om”.\n"
            "Citattecknet är inte avslutat och läses som text.\n"
            "\n"
            "  1 Genomförandeplan 2025, s. 5, rad 195–197\n"
            "    Mål › Uppdrag\n"
            "    Nämnden ska:\n"
            "    arbeta enligt Bostad Forst i hela staden\n"
            "    Läst som: Forst → Först\n"
            "    Uppdrag · Hemlösheten ska minska · 2025\n"
            "    plans/g-25/paragraphs/0123456789ab\n"
            "\n"
            "Nämnd\n"
            "  Socialnämnden Sydväst  a  █████████████████████████████  8\n"
            "  Socialnämnden Nordost  b  ██████████████▌                4\n");
}

TEST(FormatSearchTest, ShowsWhatAnAnswerAnswersInTwoLinesAtMost) {
  auto answer = Make<v1::SearchResponse>(kAnswer);
  answer.mutable_hits(0)->mutable_paragraph()->set_kind(v1::RESPONSE);
  answer.mutable_hits(0)->mutable_paragraph()->set_lead_in("Utred " + std::string(500, 'x'));
  const std::string text = FormatSearch(kPlain, {}, answer, {});
  const std::size_t begin = text.find("    Uppdrag: Utred");
  ASSERT_NE(begin, std::string::npos) << text;
  const std::string lead_in = text.substr(begin, text.find("arbeta enligt") - begin);
  EXPECT_LE(std::count(lead_in.begin(), lead_in.end(), 'x'), 120);
  EXPECT_THAT(lead_in, HasSubstr("…"));
}

TEST(FormatSearchTest, SetsMatchesOffOnATerminal) {
  const std::string text = FormatSearch({60, true}, {}, Make<v1::SearchResponse>(kAnswer), {});
  EXPECT_THAT(text, HasSubstr("arbeta enligt \x1b[1;4;33mBostad Forst\x1b[0m i hela staden\n"));
}

TEST(FormatSearchTest, LetsNoEscapeSequenceOfATextThrough) {
  auto answer = Make<v1::SearchResponse>(kAnswer);
  v1::Hit& hit = *answer.mutable_hits(0);
  const std::string hostile = "\x1b]0;x\x07\xc2\x9b\xe2\x80\xae\n";
  hit.set_snippet(hostile + "å");
  hit.mutable_highlights(0)->set_start(9);
  hit.mutable_highlights(0)->set_end(99);
  hit.mutable_paragraph()->add_section_path(hostile);
  hit.mutable_paragraph()->set_name(hostile);
  hit.mutable_paragraph()->mutable_goal()->set_label(hostile);
  answer.mutable_facets(0)->mutable_values(0)->set_label(hostile);
  answer.set_corrected_query(hostile);
  answer.add_notes(hostile);
  answer.mutable_hits(0)->mutable_matched_as(0)->set_text_word(hostile);
  v1::SearchRequest request;
  request.set_query(hostile);
  const std::string text = FormatSearch(kPlain, request, answer, {{"plans/g-25", hostile}});
  for (const char* control : {"\x1b", "\x07", "\xc2\x9b", "\xe2\x80\xae"})
    EXPECT_THAT(text, Not(HasSubstr(control)));
  EXPECT_THAT(FormatSearch({60, true}, request, answer, {}), HasSubstr("\x1b[1;4;33må\x1b[0m"));
}

TEST(FormatSearchTest, BreaksNoNameInANarrowTerminal) {
  const std::string text = FormatSearch({24, false}, {}, Make<v1::SearchResponse>(kAnswer), {});
  EXPECT_THAT(text, HasSubstr("\n    plans/g-25/paragraphs/0123456789ab\n"));
}

TEST(FormatFacetsTest, KeepsToTheTerminalsWidth) {
  v1::SearchResponse answer;
  v1::Facet& facet = *answer.add_facets();
  facet.set_field("goal");
  for (int i = 0; i < 20; ++i) {
    v1::FacetValue& value = *facet.add_values();
    value.set_label("Göteborg har en trygg och jämlik uppväxt för alla barn, nummer " + std::to_string(i));
    value.set_count(20'000 / (i + 1));
  }
  for (const int columns : {30, 60, 200}) {
    const std::string text = FormatFacets({columns, false}, answer);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      EXPECT_LE(Width(text.substr(at, end - at)), columns);
      at = end + 1;
    }
    EXPECT_THAT(text, HasSubstr("20\u00a0000\n"));
    EXPECT_THAT(text, HasSubstr("… och 8 till: --values 0"));
  }
}

TEST(FormatFacetsTest, ShowsIdsBesideOrBelowTheLabelsThatDifferFromThem) {
  const auto answer = Make<v1::SearchResponse>(R"(facets {
    field: "goal" values { value: "goteborg-ar-en-stad" label: "Göteborg är en stad" count: 2 }
    values { value: "x" label: "x" count: 1 }
  }
  facets { field: "kind" values { value: "ASSIGNMENT" label: "Uppdrag" count: 2 } })");
  const std::string wide = FormatFacets({70, false}, answer);
  EXPECT_THAT(wide, HasSubstr("  Göteborg är en stad  goteborg-ar-en-stad  █"));
  EXPECT_THAT(wide, Not(HasSubstr("ASSIGNMENT")));
  const std::string narrow = FormatFacets({40, false}, answer);
  EXPECT_THAT(narrow, HasSubstr("2\n    goteborg-ar-en-stad\n  x "));
  EXPECT_THAT(FormatFacets({20, false}, answer), Not(HasSubstr("goteborg-ar")));
}

TEST(FormatFacetsTest, ShowsASmallCountAndNoneForZero) {
  const auto answer = Make<v1::SearchResponse>(R"(facets {
    field: "new_field" values { value: "2024" count: 5000 } values { value: "x" count: 1 } values { value: "y" }
  })");
  EXPECT_EQ(FormatFacets({40, false}, answer),
            "\nnew_field\n"
            "  2024  █████████████████████████  5\u00a0000\n"
            "  x     ▏                              1\n"
            "  y                                    0\n");
}

TEST(FormatParagraphTest, ShowsAllThatIsKnown) {
  const auto answer = Make<v1::GetParagraphResponse>(R"(
    paragraph {
      name: "plans/p/paragraphs/a" plan: "plans/p" text: "Staden ska\nbygga." repaired_text: "Staden skall bygga."
      kind: ASSIGNMENT committees { label: "Socialnämnden Nordost" } goal { label: "Fler bostäder" }
      area { label: "Boende" } years: 2019 years: 2020 years: 2022 assignment_year: 2018 origin: COUNCIL
      bodies { label: "Fastighetsnämnden" role: ASSIGNED } bodies { label: "Framtiden" role: COOPERATING }
      section_path: "Mål" first_line: 7 last_line: 7
    }
    before { text: "Innan." name: "plans/p/paragraphs/8" }
    after { text: "Efter." name: "plans/p/paragraphs/9" }
    counterpart { kind: RESPONSE text: "Klart." name: "plans/p/paragraphs/b" })");
  EXPECT_EQ(FormatParagraph(kPlain, answer, {{"plans/p", "Planen"}}),
            "Planen, rad 7\n"
            "Mål\n"
            "\n"
            "  Innan.\n"
            "  plans/p/paragraphs/8\n"
            "\n"
            "Staden ska\n"
            "bygga.\n"
            "\n"
            "Läst som\n"
            "Staden skall bygga.\n"
            "\n"
            "  Efter.\n"
            "  plans/p/paragraphs/9\n"
            "\n"
            "Typ             Uppdrag\n"
            "Nämnd           Socialnämnden Nordost\n"
            "Mål             Fler bostäder\n"
            "Område          Boende\n"
            "År              2019–2020, 2022\n"
            "Uppdragsår      2018\n"
            "Uppdragsgivare  Kommunfullmäktige\n"
            "Organ           Fastighetsnämnden, Framtiden (samverkan)\n"
            "plans/p/paragraphs/a\n"
            "\n"
            "Omhändertagande\n"
            "  Klart.\n"
            "  plans/p/paragraphs/b\n");
}

TEST(FormatPlansTest, ListsPlans) {
  const auto answer = Make<v1::ListPlansResponse>(R"(
    plans { name: "plans/p" title: "Plan för en jämlik stad" committees { label: "Kommunfullmäktige" } document_kind: "plan"
            years: 2019 years: 2020 paragraph_count: 1234 source_file: "plan.txt" }
    total_size: 1)");
  EXPECT_EQ(FormatPlans(kPlain, answer),
            "1 plan\n"
            "\n"
            "Plan för en jämlik stad\n"
            "  Kommunfullmäktige · plan · 2019–2020 · 1\u00a0234 stycken\n"
            "  plan.txt\n"
            "  plans/p\n");
}

TEST(FormatNumberTest, GroupsByThousands) {
  EXPECT_EQ(FormatNumber(0), "0");
  EXPECT_EQ(FormatNumber(999), "999");
  EXPECT_EQ(FormatNumber(1000), "1\u00a0000");
  EXPECT_EQ(FormatNumber(-1234567), "-1\u00a0234\u00a0567");
}

}  // namespace
}  // namespace plansok::client
