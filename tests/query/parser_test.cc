#include "query/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "query/limits.h"

namespace plansok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Case {
  std::string_view line;
  std::string_view tree;
};

std::string Tree(std::string_view line) { return DebugString(Parse(line).root); }
std::vector<std::string> NotesOf(std::string_view line) { return Parse(line).notes; }

void PrintTo(const Case& c, std::ostream* out) { *out << ::testing::PrintToString(c.line); }

class ReadsWithoutRemark : public ::testing::TestWithParam<Case> {};

TEST_P(ReadsWithoutRemark, AsTheTree) {
  EXPECT_EQ(Tree(GetParam().line), GetParam().tree);
  EXPECT_THAT(NotesOf(GetParam().line), IsEmpty()) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(
    Words, ReadsWithoutRemark,
    ::testing::Values(Case{"", "(ALL)"}, Case{"  \t\n ", "(ALL)"}, Case{"bostad", "(WORD bostad)"},
                      Case{"Bostad först", "(ALL (WORD Bostad) (WORD först))"},
                      Case{"barn och unga", "(ALL (WORD barn) (WORD och) (WORD unga))"},
                      Case{"vräk*", "(WORD vräk*)"}, Case{"vräk**", "(WORD vräk*)"},
                      Case{"e-post miljö-", "(ALL (WORD e-post) (WORD miljö-))"},
                      Case{"100 % ekologiskt", "(ALL (WORD 100) (WORD %) (WORD ekologiskt))"},
                      Case{"C++", "(WORD C++)"}, Case{"§ 39", "(ALL (WORD §) (WORD 39))"},
                      Case{"1,5 mnkr", "(ALL (WORD 1,5) (WORD mnkr))"}, Case{"1028/19", "(WORD 1028/19)"},
                      Case{"kl 12:30", "(ALL (WORD kl) (WORD 12:30))"},
                      Case{"http://goteborg.se/mål:x", "(WORD http://goteborg.se/mål:x)"},
                      Case{"medborgare(n)", "(WORD medborgare(n))"},
                      Case{"2023 - 2025", "(ALL (WORD 2023) (WORD -) (WORD 2025))"},
                      Case{"--limit", "(WORD --limit)"}, Case{"– punkt", "(ALL (WORD –) (WORD punkt))"},
                      Case{"bostad\u00a0först", "(ALL (WORD bostad) (WORD först))"},
                      Case{"stad\u00adsdel", "(WORD stad\u00adsdel)"},
                      Case{"👩‍👧 familj", "(ALL (WORD 👩‍👧) (WORD familj))"},
                      Case{"שלום עולם", "(ALL (WORD שלום) (WORD עולם))"}));

INSTANTIATE_TEST_SUITE_P(Phrases, ReadsWithoutRemark,
                         ::testing::Values(Case{"\"Bostad först\"", "(PHRASE \"Bostad först\")"},
                                           Case{"”Bostad först”", "(PHRASE \"Bostad först\")"},
                                           Case{"“Bostad först”", "(PHRASE \"Bostad först\")"},
                                           Case{"„Bostad först“", "(PHRASE \"Bostad först\")"},
                                           Case{"»Bostad först«", "(PHRASE \"Bostad först\")"},
                                           Case{"«Bostad först»", "(PHRASE \"Bostad först\")"},
                                           Case{"»Bostad först»", "(PHRASE \"Bostad först\")"},
                                           Case{"\"Bostad först”", "(PHRASE \"Bostad först\")"},
                                           Case{"»kallat \"först\"«", "(PHRASE \"kallat \\\"först\\\"\")"},
                                           Case{"\"a b\"\"c\"d",
                                                "(ALL (PHRASE \"a b\") (PHRASE \"c\") (WORD d))"},
                                           Case{"\"OCH (ELLER* mål:x\"", "(PHRASE \"OCH (ELLER* mål:x\")"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, ReadsWithoutRemark,
    ::testing::Values(Case{"a OCH b", "(AND (WORD a) (WORD b))"},
                      Case{"a AND b AND c", "(AND (WORD a) (WORD b) (WORD c))"},
                      Case{"a ELLER b", "(OR (WORD a) (WORD b))"}, Case{"a OR b", "(OR (WORD a) (WORD b))"},
                      Case{"a OCH b ELLER c OCH d", "(OR (AND (WORD a) (WORD b)) (AND (WORD c) (WORD d)))"},
                      Case{"a b ELLER c", "(OR (ALL (WORD a) (WORD b)) (WORD c))"},
                      Case{"a (b ELLER c)", "(ALL (WORD a) (OR (WORD b) (WORD c)))"},
                      Case{"a -b", "(NOT (WORD a) (WORD b))"}, Case{"-b a", "(NOT (WORD a) (WORD b))"},
                      Case{"a INTE b", "(NOT (WORD a) (WORD b))"}, Case{"a NOT b", "(NOT (WORD a) (WORD b))"},
                      Case{"-a", "(NOT (ALL) (WORD a))"}, Case{"a -b -c", "(NOT (WORD a) (WORD b) (WORD c))"},
                      Case{"a OCH INTE b", "(AND (WORD a) (NOT (ALL) (WORD b)))"},
                      Case{"-\"a b\" c", "(NOT (WORD c) (PHRASE \"a b\"))"},
                      Case{"a -(b ELLER c)", "(NOT (WORD a) (OR (WORD b) (WORD c)))"},
                      Case{"a -OCH", "(NOT (WORD a) (WORD OCH))"}, Case{"((a))", "(WORD a)"},
                      Case{"a ()", "(WORD a)"}, Case{"a -(())", "(WORD a)"},
                      Case{"(a b) c", "(ALL (ALL (WORD a) (WORD b)) (WORD c))"}));

INSTANTIATE_TEST_SUITE_P(
    Near, ReadsWithoutRemark,
    ::testing::Values(Case{"hemlös NÄRA/3 barn", "(NEAR/3 (WORD hemlös) (WORD barn))"},
                      Case{"hemlös NEAR/3 barn*", "(NEAR/3 (WORD hemlös) (WORD barn*))"},
                      Case{"hemlös NÄRA barn", "(NEAR/5 (WORD hemlös) (WORD barn))"},
                      Case{"hemlös NA\u0308RA/2 barn", "(NEAR/2 (WORD hemlös) (WORD barn))"},
                      Case{"a NÄRA/2 b NÄRA/2 c d", "(ALL (NEAR/2 (WORD a) (WORD b) (WORD c)) (WORD d))"},
                      Case{"x -a NÄRA/2 b", "(NOT (WORD x) (NEAR/2 (WORD a) (WORD b)))"},
                      Case{"nära nÄRA/2", "(ALL (WORD nära) (WORD nÄRA/2))"},
                      Case{"NÄRA/x NÄRAT", "(ALL (WORD NÄRA/x) (WORD NÄRAT))"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, ReadsWithoutRemark,
    ::testing::Values(
        Case{"nämnd:nordost", "(FILTER committee \"nordost\")"},
        Case{"bostad nämnd:\"Socialnämnden Nordost\"",
             "(ALL (WORD bostad) (FILTER committee \"Socialnämnden Nordost\"))"},
        Case{"Nämnd:”Socialnämnden Nordost”", "(FILTER committee \"Socialnämnden Nordost\")"},
        Case{"namnd:x committee:y", "(ALL (FILTER committee \"x\") (FILTER committee \"y\"))"},
        Case{"na\u0308mnd:x", "(FILTER committee \"x\")"},
        Case{"MÅL:hemlöshet", "(FILTER goal \"hemlöshet\")"},
        Case{"mål:a målfamilj:b goal_family:c",
             "(ALL (FILTER goal \"a\") (FILTER goal_family \"b\") (FILTER goal_family \"c\"))"},
        Case{"område:a typ:b uppdragsgivare:c organ:d plan:e",
             "(ALL (FILTER area \"a\") (FILTER kind \"b\") (FILTER origin \"c\") (FILTER body \"d\") "
             "(FILTER plan \"e\"))"},
        Case{"-typ:mål x", "(NOT (WORD x) (FILTER kind \"mål\"))"},
        Case{"(typ:mål ELLER typ:uppdrag)", "(OR (FILTER kind \"mål\") (FILTER kind \"uppdrag\"))"},
        Case{"plan:a:b", "(FILTER plan \"a:b\")"}, Case{"mål:x,", "(FILTER goal \"x\")"},
        Case{"år:2024", "(FILTER year 2024..2024)"}, Case{"year:2023..2025", "(FILTER year 2023..2025)"},
        Case{"år:2023-2025", "(FILTER year 2023..2025)"}, Case{"år:2023–2025", "(FILTER year 2023..2025)"},
        Case{"år:\"2023..2025\"", "(FILTER year 2023..2025)"}, Case{"år:2023..", "(FILTER year 2023..9999)"},
        Case{"år:..2023", "(FILTER year 1000..2023)"},
        Case{"år:2024, mål:x", "(ALL (FILTER year 2024..2024) (FILTER goal \"x\"))"}));

struct Remarked {
  std::string_view line;
  std::string_view tree;
  std::string_view note;  ///< part of the one note
};
void PrintTo(const Remarked& c, std::ostream* out) { *out << ::testing::PrintToString(c.line); }

class ReadsAndSaysSo : public ::testing::TestWithParam<Remarked> {};

TEST_P(ReadsAndSaysSo, AsTheTree) {
  EXPECT_EQ(Tree(GetParam().line), GetParam().tree);
  EXPECT_THAT(NotesOf(GetParam().line), ElementsAre(HasSubstr(std::string(GetParam().note))));
}

INSTANTIATE_TEST_SUITE_P(
    OddMarks, ReadsAndSaysSo,
    ::testing::Values(Remarked{"\"bostad först", "(ALL (WORD bostad) (WORD först))", "inte avslutat"},
                      Remarked{"bostad\" först", "(ALL (WORD bostad\") (WORD först))", "inne i ett ord"},
                      Remarked{"\"a b\" \"c d", "(ALL (PHRASE \"a b\") (WORD c) (WORD d))", "inte avslutat"},
                      Remarked{"\"\" a", "(WORD a)", "utan ord emellan"},
                      Remarked{"(a b", "(ALL (WORD a) (WORD b))", "inte avslutad"},
                      Remarked{"a) b", "(ALL (WORD a) (WORD b))", "utan att ha börjat"},
                      Remarked{"*", "(WORD *)", "sist i ett ord"},
                      Remarked{"*ord", "(WORD *ord)", "sist i ett ord"},
                      Remarked{"o*d", "(WORD o*d)", "sist i ett ord"},
                      Remarked{"a *", "(ALL (WORD a) (WORD *))", "*"},
                      Remarked{std::string_view("a\0b", 3), "(ALL (WORD a) (WORD b))", "går att läsa"},
                      Remarked{"a\xff\xfe b", "(ALL (WORD a) (WORD b))", "går att läsa"},
                      Remarked{"f\xf6rst", "(ALL (WORD f) (WORD rst))", "går att läsa"}));

INSTANTIATE_TEST_SUITE_P(
    StrayOperators, ReadsAndSaysSo,
    ::testing::Values(
        Remarked{"OCH", "(WORD OCH)", "OCH behöver"}, Remarked{"a OCH", "(ALL (WORD a) (WORD OCH))", "OCH"},
        Remarked{"ELLER a", "(ALL (WORD ELLER) (WORD a))", "ELLER behöver"},
        Remarked{"a OCH OCH b", "(AND (ALL (WORD a) (WORD OCH)) (WORD b))", "OCH behöver"},
        Remarked{"a INTE", "(ALL (WORD a) (WORD INTE))", "INTE behöver ett ord efter"},
        Remarked{"INTE INTE a", "(NOT (WORD INTE) (WORD a))", "INTE behöver"},
        Remarked{"a OCH ()", "(ALL (WORD a) (WORD OCH))", "OCH behöver"},
        Remarked{"(OCH)", "(WORD OCH)", "OCH behöver"}, Remarked{"NÄRA/5", "(WORD NÄRA/5)", "NÄRA/5 behöver"},
        Remarked{"\"a b\" NÄRA/5 c", "(ALL (PHRASE \"a b\") (WORD c))", "enstaka ord"},
        Remarked{"a NÄRA/5 (b c)", "(ALL (WORD a) (ALL (WORD b) (WORD c)))", "enstaka ord"},
        Remarked{"a NÄRA/0 b", "(NEAR/1 (WORD a) (WORD b))", "ändrat till 1"},
        Remarked{"a NÄRA/99999999999 b", "(NEAR/50 (WORD a) (WORD b))", "ändrat till 50"},
        Remarked{"a NÄRA/2 b NÄRA/7 c", "(NEAR/7 (WORD a) (WORD b) (WORD c))", "det längsta, 7"}));

INSTANTIATE_TEST_SUITE_P(
    OddFields, ReadsAndSaysSo,
    ::testing::Values(Remarked{"Mål: minska", "(ALL (WORD Mål:) (WORD minska))", "Mål: saknar värde"},
                      Remarked{"mål:(a)", "(WORD mål:(a))", "saknar värde"},
                      Remarked{"nämnd:\"nord ost", "(ALL (FILTER committee \"nord\") (WORD ost))",
                               "inte avslutat"},
                      Remarked{"år:2025..2023", "(FILTER year 2023..2025)", "omvänd ordning"},
                      Remarked{"år:igår", "(WORD år:igår)", "inget årtal"},
                      Remarked{"år:20245", "(WORD år:20245)", "inget årtal"},
                      Remarked{"år:-1", "(WORD år:-1)", "inget årtal"},
                      Remarked{"år:..", "(WORD år:..)", "inget årtal"},
                      Remarked{"år:\"i fjol\"", "(PHRASE \"i fjol\")", "inget årtal"}));

TEST(ParserTest, GivesTheBytesOfEveryLeaf) {
  const Node root = Parse("på  ”två ord” år:2024 vräk* a NÄRA/2 bö").root;
  const auto& operands = std::get<Search>(root).operands;
  ASSERT_THAT(operands, SizeIs(5));
  EXPECT_EQ(std::get<Word>(operands[0]).span, (Span{0, 3}));
  EXPECT_EQ(std::get<Phrase>(operands[1]).span, (Span{5, 19}));
  EXPECT_EQ(std::get<Filter>(operands[2]).span, (Span{20, 28}));
  EXPECT_EQ(std::get<Word>(operands[3]).span, (Span{29, 35}));
  EXPECT_EQ(std::get<Near>(operands[4]).span, (Span{36, 49}));
  EXPECT_EQ(std::get<Near>(operands[4]).words[1].span, (Span{46, 49}));
}

TEST(ParserTest, ReadsTheFirstWordsOfVeryMany) {
  std::string line;
  for (int i = 0; i < 10'000; ++i) line += "ord ";
  const ParsedQuery parsed = Parse(line);
  EXPECT_THAT(std::get<Search>(parsed.root).operands, SizeIs(kMaxWords));
  EXPECT_THAT(parsed.notes, ElementsAre(HasSubstr("de första 256")));
}

std::size_t DepthOf(const Node& node) {
  const auto* search = std::get_if<Search>(&node);
  if (search == nullptr) return 0;
  std::size_t deepest = 0;
  for (const Node& operand : search->operands) deepest = std::max(deepest, DepthOf(operand));
  return deepest + 1;
}

TEST(ParserTest, BoundsNesting) {
  std::string deep = "x";
  for (int i = 0; i < 200; ++i) deep = "(a " + deep + ")";
  const ParsedQuery parsed = Parse(deep);
  EXPECT_LE(DepthOf(parsed.root), kMaxDepth + 1);
  EXPECT_GE(DepthOf(parsed.root), kMaxDepth);
  EXPECT_THAT(parsed.notes, ElementsAre(HasSubstr("fler än 32")));
  const std::string signs = "(WORD " + std::string(kMaxShownLetters, '(') + ")";
  EXPECT_EQ(Tree(std::string(60'000, '(')), signs);
  EXPECT_EQ(Tree(std::string(30'000, '(') + std::string(30'000, ')')), signs);
  EXPECT_EQ(Tree(std::string(60'000, '-') + "a").substr(0, 6), "(WORD ");
}

TEST(ParserTest, SignsAloneAskForSomethingAndAnEmptyLineForEverything) {
  for (const char* line : {"", " ", "\t\n", "\u200E"}) EXPECT_EQ(Tree(line), "(ALL)") << line;
  EXPECT_EQ(Tree("()"), "(WORD ())");
  EXPECT_EQ(Tree(" \" "), "(WORD \")");
  EXPECT_EQ(Tree("\"\" (("), "(WORD \"\")");
}

TEST(ParserTest, AMinusBeforeNothingIsText) {
  EXPECT_EQ(Tree("-\""), "(WORD -)");
  EXPECT_EQ(Tree("a -("), "(ALL (WORD a) (WORD -))");
}

TEST(ParserTest, AMinusStandsWhereSomethingNewBegins) {
  EXPECT_EQ(Tree("\"a b\"-c"), "(ALL (PHRASE \"a b\") (WORD -c))");
  EXPECT_EQ(Tree("(a)-c"), "(ALL (WORD a) (WORD -c))");
  EXPECT_EQ(Tree("(-c a)"), "(NOT (WORD a) (WORD c))");
  EXPECT_EQ(Tree("a\u00A0-c"), "(NOT (WORD a) (WORD c))");
}

TEST(ParserTest, WhatFollowsEmptyQuotesIsNotLeftOutInTheirPlace) {
  EXPECT_EQ(Tree("a -\"\" b"), "(ALL (WORD a) (WORD b))");
  EXPECT_EQ(Tree("a INTE \"\" b"), "(ALL (WORD a) (WORD b))");
  EXPECT_EQ(Tree("a -\" b"), "(ALL (WORD a) (WORD b))");
  EXPECT_EQ(Tree("a -\"b"), "(NOT (WORD a) (WORD b))");
}

TEST(ParserTest, SaysEachThingOnceAndNotTooMuch) {
  EXPECT_THAT(NotesOf("* * * *"), SizeIs(1));
  std::string line;
  for (int i = 0; i < 50; ++i) line += "år:x" + std::to_string(i) + " ";
  EXPECT_THAT(NotesOf(line), SizeIs(kMaxNotes));
}

}  // namespace
}  // namespace plansok::query
