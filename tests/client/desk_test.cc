// compare and export against a fake server: what they ask, what they print where, and how they end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using Pair = v1::ParagraphPair;

std::string Contents(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

class DeskTest : public RunTest {
 protected:
  DeskTest() : folder_(MakeFolder()) {}
  ~DeskTest() override { std::filesystem::remove_all(folder_); }

  Ended RunStyled(const std::vector<std::string>& arguments) const {
    Environment environment = EnvironmentOf(STDOUT_FILENO, STDERR_FILENO);
    environment.takes_styles = true;
    return RunIn(std::move(environment), arguments);
  }

  std::vector<std::string> Files() const {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder_))
      names.push_back(file.path().filename());
    return names;
  }

  // One paragraph of each change.
  void AnswerComparisons() {
    service_.on_compare_plans = [this](const v1::ComparePlansRequest& request,
                                       v1::ComparePlansResponse& response) {
      asked_ = request;
      response.add_base_plans()->set_title("Plan 2023");
      response.mutable_base_plans(0)->set_name("plans/a");
      response.add_other_plans()->set_title("Plan 2024");
      response.mutable_other_plans(0)->set_name("plans/b");
      response.mutable_counts()->set_kept(1200);
      v1::GoalComparison& goal = *response.add_goals();
      goal.mutable_goal()->set_label("Hemlösheten ska upphöra");
      goal.mutable_counts()->set_reworded(1);
      Pair& reworded = *goal.add_pairs();
      reworded.set_change(Pair::REWORDED);
      reworded.mutable_base()->set_first_line(3);
      reworded.mutable_base()->set_text("fler hem");
      reworded.mutable_base()->set_plan("plans/a");
      reworded.mutable_base()->set_name("plans/a/paragraphs/000000000009");
      reworded.mutable_base()->mutable_goal()->set_id("older");
      reworded.mutable_base()->mutable_goal()->set_label("Hemlösheten ska minska");
      reworded.mutable_other()->set_first_line(5);
      reworded.mutable_other()->set_last_line(6);
      reworded.mutable_other()->set_page(2);
      reworded.mutable_other()->set_kind(v1::ASSIGNMENT);
      reworded.mutable_other()->set_plan("plans/b");
      reworded.mutable_other()->set_text("fler bostäder");
      reworded.mutable_other()->set_name("plans/b/paragraphs/000000000001");
      Span(reworded, "fler ", v1::TextSpan::BOTH);
      Span(reworded, "hem", v1::TextSpan::BASE);
      Span(reworded, "bostäder", v1::TextSpan::OTHER);
      Pair& added = *goal.add_pairs();
      added.set_change(Pair::ADDED);
      added.mutable_other()->set_text("Helt nytt.");
      added.mutable_other()->set_lead_in("Nämnden ska:");
      return grpc::Status::OK;
    };
  }

  static void Span(Pair& pair, const std::string& text, v1::TextSpan::Presence presence) {
    v1::TextSpan& span = *pair.add_difference();
    span.set_text(text);
    span.set_presence(presence);
  }

  // `count` paragraphs of one plan; then the stream ends with `end`.
  void AnswerExports(int count, const grpc::Status& end = grpc::Status::OK) {
    service_.on_list_plans = [](const v1::ListPlansRequest& request, v1::ListPlansResponse& response) {
      v1::Plan& plan = *response.add_plans();
      plan.set_name(request.page_token().empty() ? "plans/a" : "plans/b");
      plan.set_title(request.page_token().empty() ? "Plan A" : "Plan 2024");
      if (request.page_token().empty()) response.set_next_page_token("2");
      return grpc::Status::OK;
    };
    service_.on_export = [this, count, end](grpc::ServerContext&, const v1::ExportRequest& request,
                                            grpc::ServerWriter<v1::ExportResponse>& writer) {
      exported_ = request;
      for (int i = 0; i < count; ++i) {
        v1::ExportResponse response;
        if (i == 0 && !request.exact_words()) response.set_corrected_query("skola");
        v1::Paragraph& paragraph = *response.mutable_paragraph();
        paragraph.set_name("plans/b/paragraphs/00000000000" + std::to_string(i));
        paragraph.set_plan("plans/b");
        paragraph.set_text("=SUMMA(A1); \"så\"\nrad två");
        paragraph.add_committees()->set_label("Socialnämnden Centrum");
        paragraph.add_years(2024);
        paragraph.set_kind(v1::ASSIGNMENT);
        paragraph.add_section_path("Uppdrag");
        paragraph.set_first_line(7);
        paragraph.set_last_line(8);
        paragraph.set_page(3);
        if (!writer.Write(response)) break;
      }
      return end;
    };
  }

  static std::filesystem::path MakeFolder() {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("plansok-desk-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
  }

  v1::ComparePlansRequest asked_;
  v1::ExportRequest exported_;
  std::filesystem::path folder_;
};

constexpr const char* kHeader =
    "Hänvisning;Plan;Titel;Nämnd;År;Typ;Mål;Målfamilj;Område;Avsnitt;Första rad;Sista "
    "rad;Sida;Permalänk;Text;Läst som;"
    "Uppdragsår;Uppdragsgivare;Organ;Svar eller uppdrag;Ovanför\r\n";
constexpr const char* kRow = "\"Socialnämnden Centrum (2024). Plan 2024, s. 3, rad 7–8.\"";

TEST_F(DeskTest, CompareShowsGoalByGoalWhatWasNotKept) {
  AnswerComparisons();
  const Ended ended = RunWith({"compare", "a", "plans/b"});
  EXPECT_EQ(ExitCode::kFound, ended.code) << ended.err;
  EXPECT_EQ("a", asked_.base());
  EXPECT_EQ("plans/b", asked_.other());
  EXPECT_THAT(asked_.changes(), ElementsAre(Pair::REWORDED, Pair::ADDED, Pair::REMOVED));
  EXPECT_THAT(ended.out, StartsWith("Plan 2023\n→ Plan 2024\n"));
  EXPECT_THAT(ended.out, HasSubstr("1\u00A0200 kvar"));
  EXPECT_THAT(ended.out, HasSubstr("Hemlösheten ska upphöra\n"));
  EXPECT_THAT(ended.out, HasSubstr("~ Omskrivet · Uppdrag · rad 3 → s. 2, rad 5–6\n"));
  EXPECT_THAT(ended.out, HasSubstr("fler [-hem-]{+bostäder+}\n"));
  EXPECT_THAT(ended.out,
              HasSubstr("    plans/a/paragraphs/000000000009\n    plans/b/paragraphs/000000000001\n"));
  EXPECT_THAT(ended.out, HasSubstr("    Före: Hemlösheten ska minska\n"));
  EXPECT_THAT(ended.out, HasSubstr("+ Nytt\n    Nämnden ska:\n    Helt nytt.\n"));
  EXPECT_THAT(ended.out, HasSubstr("Paren är fler än styckena")) << "the plans hold no paragraphs";
  EXPECT_THAT(ended.out, Not(HasSubstr("\x1b")));
}

TEST_F(DeskTest, CompareColoursOnATerminal) {
  AnswerComparisons();
  const Ended ended = RunStyled({"compare", "a", "b"});
  EXPECT_THAT(ended.out, HasSubstr("fler \x1b[9;31mhem\x1b[0m\x1b[4;32mbostäder\x1b[0m"));
  EXPECT_THAT(ended.out, Not(HasSubstr("[-")));
}

TEST_F(DeskTest, CompareTakesACommitteesYears) {
  AnswerComparisons();
  EXPECT_EQ(ExitCode::kFound,
            RunWith({"compare", "--committee", "centrum", "2023", "2024", "--only", "reworded,borta"}).code);
  EXPECT_EQ("centrum", asked_.committee());
  EXPECT_EQ(2023, asked_.base_year());
  EXPECT_EQ(2024, asked_.other_year());
  EXPECT_THAT(asked_.changes(), ElementsAre(Pair::REWORDED, Pair::REMOVED));
}

TEST_F(DeskTest, CompareAsJsonIsTheAnswerItself) {
  AnswerComparisons();
  const Ended ended = RunWith({"compare", "a", "b", "--json"});
  const auto answer = nlohmann::json::parse(ended.out);
  EXPECT_EQ("REWORDED", answer["goals"][0]["pairs"][0]["change"]);
  EXPECT_EQ("BASE", answer["goals"][0]["pairs"][0]["difference"][1]["presence"]);
  EXPECT_THAT(asked_.changes(), IsEmpty());
}

TEST_F(DeskTest, CompareAsCsvHasARowForEachPair) {
  AnswerComparisons();
  const Ended ended = RunWith({"compare", "a", "b", "--csv"});
  EXPECT_EQ(
      "\xEF\xBB\xBF"
      "Mål;Ändring;Typ;Hänvisning före;Text före;Permalänk före;Hänvisning efter;Text efter;"
      "Permalänk efter;Skillnad;Ovanför\r\n"
      "Hemlösheten ska upphöra;Omskrivet;Uppdrag;Plan 2023, rad 3.;fler "
      "hem;plans/a/paragraphs/000000000009;"
      "Plan 2024, s. 2, rad 5–6.;fler bostäder;plans/b/paragraphs/000000000001;fler "
      "[-hem-]{+bostäder+};\r\n"
      "Hemlösheten ska upphöra;Nytt;;;;;.;Helt nytt.;;;Nämnden ska:\r\n",
      ended.out);
  EXPECT_THAT(asked_.changes(), IsEmpty());
}

TEST_F(DeskTest, CompareSaysWhatIsWrongWithItsWords) {
  const std::vector<std::pair<std::vector<std::string>, const char*>> cases = {
      {{"compare"}, "compare wants two plans"},
      {{"compare", "a"}, "compare wants two plans"},
      {{"compare", "a", "b", "c"}, "compare wants two plans"},
      {{"compare", "--committee", "x", "2023"}, "compare --committee wants two years"},
      {{"compare", "--committee", "x", "2023", "i fjol"}, "'i fjol' is not a year"},
      {{"compare", "a", "b", "--only", "omskriva"}, "menade du 'omskrivna'?"},
  };
  for (const auto& [arguments, message] : cases) {
    const Ended ended = RunWith(arguments);
    EXPECT_EQ(ExitCode::kWrongUse, ended.code) << message;
    EXPECT_THAT(ended.err, HasSubstr(message));
    EXPECT_EQ("", ended.out);
  }
}

TEST_F(DeskTest, CsvOpensRightInSwedishExcel) {
  AnswerExports(1);
  const Ended ended = RunWith({"export", "--csv"});
  EXPECT_EQ(ExitCode::kFound, ended.code) << ended.err;
  EXPECT_THAT(ended.out, StartsWith(std::string("\xEF\xBB\xBF") + kHeader));
  EXPECT_THAT(ended.out,
              HasSubstr("Socialnämnden Centrum (2024). Plan 2024, s. 3, rad 7–8.;plans/b;Plan 2024;"));
  EXPECT_THAT(ended.out, HasSubstr(";Uppdrag;;;;Uppdrag;7;8;3;plans/b/paragraphs/000000000000;"));
  EXPECT_THAT(ended.out, HasSubstr("\"'=SUMMA(A1); \"\"så\"\"\nrad två\""));
}

TEST_F(DeskTest, AnExportOfAMistypedQuerySaysWhatItHolds) {
  AnswerExports(2);
  const Ended corrected = RunWith({"export", "skoal"});
  EXPECT_EQ("Visar träffar för ”skola”. Sök i stället efter ”skoal” med --exact.\n", corrected.err);
  EXPECT_THAT(corrected.out, Not(HasSubstr("Visar")));
  EXPECT_FALSE(exported_.exact_words());
  EXPECT_EQ("", RunWith({"export", "skoal", "--exact"}).err);
  EXPECT_TRUE(exported_.exact_words());
}

TEST_F(DeskTest, SeparatorsAreChosenByName) {
  AnswerExports(1);
  EXPECT_THAT(RunWith({"export", "--csv", "--separator", "tab"}).out, HasSubstr("Hänvisning\tPlan\tTitel"));
  EXPECT_THAT(RunWith({"export", "--csv", "--separator", "comma"}).out, HasSubstr(kRow));
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"export", "--csv", "--separator", "|"},
        {"export", "--separator", "tab"},
        {"plans", "--separator", "comma"},
        {"export", "--csv", "--jsonl"},
        {"export", "--output", ""}}) {
    EXPECT_EQ(ExitCode::kWrongUse, RunWith(wrong).code);
  }
}

TEST_F(DeskTest, AnOutputFileAppearsWhenItIsWhole) {
  AnswerExports(3);
  const Ended ended = RunWith({"export", "--output", folder_ / "a.jsonl"});
  EXPECT_EQ(ExitCode::kFound, ended.code) << ended.err;
  EXPECT_EQ("", ended.out);
  EXPECT_THAT(Files(), ElementsAre("a.jsonl"));
  std::istringstream lines(Contents(folder_ / "a.jsonl"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_TRUE(nlohmann::json::accept(line));
  EXPECT_EQ(3, count);
}

TEST_F(DeskTest, AnExportThatFailsHalfWayLeavesTheFileThatWasThere) {
  std::ofstream(folder_ / "a.csv") << "as it was";
  AnswerExports(2, {grpc::StatusCode::UNAVAILABLE, "gone"});
  EXPECT_EQ(ExitCode::kTrouble, RunWith({"export", "--csv", "--output", folder_ / "a.csv"}).code);
  EXPECT_EQ("as it was", Contents(folder_ / "a.csv"));
  EXPECT_THAT(Files(), ElementsAre("a.csv"));
}

TEST_F(DeskTest, NothingFoundIsATableWithoutRows) {
  AnswerExports(0);
  EXPECT_EQ(ExitCode::kNone, RunWith({"export", "--csv", "--output", folder_ / "a.csv"}).code);
  EXPECT_EQ(std::string("\xEF\xBB\xBF") + kHeader, Contents(folder_ / "a.csv"));
}

TEST_F(DeskTest, WhatCannotBeWrittenIsToldByName) {
  AnswerExports(1);
  const Ended full = RunWith({"export", "--output", "/dev/full"});
  EXPECT_EQ(ExitCode::kTrouble, full.code);
  EXPECT_THAT(full.err, HasSubstr("/dev/full: cannot write the answer: No space left on device"));
  const Ended nowhere = RunWith({"export", "--output", folder_ / "none" / "a.csv"});
  EXPECT_EQ(ExitCode::kTrouble, nowhere.code);
  EXPECT_THAT(nowhere.err, HasSubstr("none/a.csv: No such file or directory"));
}

}  // namespace
}  // namespace plansok::client
