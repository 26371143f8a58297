// The whole program against a fake server: what it prints where, and how it ends.
#include "client/run.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"
#include "tests/client/fake_service.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

// A file without a name that remembers what was written.
class Capture {
 public:
  Capture() : file_(std::tmpfile(), &std::fclose) {}
  int descriptor() const { return fileno(file_.get()); }

  std::string Text() const {
    std::string text;
    std::array<char, 4096> buffer{};
    lseek(descriptor(), 0, SEEK_SET);
    for (ssize_t n = 0; (n = read(descriptor(), buffer.data(), buffer.size())) > 0;) {
      text.append(buffer.data(), static_cast<std::size_t>(n));
    }
    return text;
  }

 private:
  std::unique_ptr<FILE, int (*)(FILE*)> file_;
};

struct Ended {
  ExitCode code;
  std::string out;
  std::string err;
};

class RunTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { std::signal(SIGPIPE, SIG_IGN); }

  Ended RunWith(const std::vector<std::string>& arguments) const {
    return RunAt(service_.address(), arguments);
  }

  static Ended RunAt(const std::string& server, const std::vector<std::string>& arguments) {
    const Capture out;
    const Capture err;
    Environment environment;
    environment.server = server;
    environment.out = out.descriptor();
    environment.err = err.descriptor();
    const ExitCode code = client::Run(arguments, environment);
    return {code, out.Text(), err.Text()};
  }

  // A corpus of `total` paragraphs, in pages.
  void AnswerSearchesFrom(int total) {
    service_.on_search = [total](const v1::SearchRequest& request, v1::SearchResponse& response) {
      const int begin = request.page_token().empty() ? 0 : std::stoi(request.page_token());
      const int end = std::min(total, begin + request.page_size());
      for (int i = begin; i < end; ++i) {
        v1::Hit& hit = *response.add_hits();
        hit.mutable_paragraph()->set_name("plans/p/paragraphs/" + std::to_string(i));
        hit.mutable_paragraph()->set_plan("plans/p");
        hit.set_snippet("om Bostad först");
        hit.add_highlights()->set_end(2);
      }
      if (end < total && request.page_size() > 0) response.set_next_page_token(std::to_string(end));
      response.set_total_size(total);
      for (const std::string& field : request.facets()) {
        v1::Facet& facet = *response.add_facets();
        facet.set_field(field);
        v1::FacetValue& value = *facet.add_values();
        value.set_value("nordost");
        value.set_label("Socialnämnden Nordost");
        value.set_count(total);
      }
      return grpc::Status::OK;
    };
  }

  FakeService service_;
};

grpc::Status Detailed(grpc::StatusCode code, const std::string& message, const std::string& reason,
                      const google::rpc::BadRequest& bad_request = {}) {
  google::rpc::ErrorInfo info;
  info.set_domain("plansok");
  info.set_reason(reason);
  google::rpc::Status details;
  details.add_details()->PackFrom(info);
  if (bad_request.field_violations_size() > 0) details.add_details()->PackFrom(bad_request);
  return {code, message, details.SerializeAsString()};
}

TEST_F(RunTest, SearchPrintsHitsAndFacetsAsJson) {
  AnswerSearchesFrom(3);
  const Ended ended = RunWith({"search", "Bostad", "först", "--facet", "committee", "--json"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_EQ(ended.err, "");
  const json answer = json::parse(ended.out);
  EXPECT_EQ(answer["totalSize"], 3);
  EXPECT_THAT(answer["hits"], SizeIs(3));
  EXPECT_EQ(answer["hits"][0]["highlights"][0], json::parse(R"({"start":0,"end":2})"));
  EXPECT_EQ(answer["facets"][0]["values"][0]["count"], 3);
  ASSERT_THAT(service_.searches, SizeIs(1));
  EXPECT_EQ(service_.searches[0].query(), "Bostad först");
  EXPECT_EQ(service_.searches[0].page_size(), 10);
}

TEST_F(RunTest, GlobalFlagsStandBeforeTheCommandAndAfterIt) {
  AnswerSearchesFrom(1);
  EXPECT_EQ(RunAt("127.0.0.1:1", {"--server", service_.address(), "search", "x"}).code, ExitCode::kFound);
  EXPECT_EQ(RunAt("127.0.0.1:1", {"search", "x", "--server", service_.address()}).code, ExitCode::kFound);
  EXPECT_THAT(RunWith({"--json", "search", "x"}).out, StartsWith("{\"hits\""));
}

TEST_F(RunTest, WhatIsNoFlagIsTheQuery) {
  AnswerSearchesFrom(1);
  RunWith({"search", "skola", "-förskola", "--limit", "5", "plans", "-hemlös"});
  RunWith({"search", "-förskola skola"});
  RunWith({"search", "--json", "--", "--limit", "-x"});
  RunWith({"search", ""});
  RunWith({"search", "--facet", "year", "show"});
  std::vector<std::string> queries;
  for (const auto& request : service_.searches) queries.push_back(request.query());
  EXPECT_THAT(queries,
              ElementsAre("skola -förskola plans -hemlös", "-förskola skola", "--limit -x", "", "show"));
}

TEST_F(RunTest, FiltersAreSentAsTheContractNamesThem) {
  AnswerSearchesFrom(1);
  RunWith({"search",
           "--committee",
           "a",
           "--committee",
           "b",
           "--goal",
           "c",
           "--goal-family",
           "d",
           "--area",
           "e",
           "--year",
           "2023..2025",
           "--kind",
           "Mål",
           "--kind",
           "ASSIGNMENT",
           "--origin",
           "kommunfullmäktige",
           "--body",
           "f",
           "--plan",
           "g",
           "--plan",
           "plans/h",
           "--order",
           "plan",
           "--exact"});
  ASSERT_THAT(service_.searches, SizeIs(1));
  const v1::SearchRequest& request = service_.searches[0];
  const v1::Filters& filters = request.filters();
  EXPECT_THAT(filters.committees(), ElementsAre("a", "b"));
  EXPECT_THAT(filters.goals(), ElementsAre("c"));
  EXPECT_THAT(filters.goal_families(), ElementsAre("d"));
  EXPECT_THAT(filters.areas(), ElementsAre("e"));
  EXPECT_THAT(filters.years(), ElementsAre("2023..2025"));
  EXPECT_THAT(filters.kinds(), ElementsAre(v1::GOAL, v1::ASSIGNMENT));
  EXPECT_THAT(filters.origins(), ElementsAre(v1::COUNCIL));
  EXPECT_THAT(filters.bodies(), ElementsAre("f"));
  EXPECT_THAT(filters.plans(), ElementsAre("plans/g", "plans/h"));
  EXPECT_EQ(request.order_by(), v1::ORDER_BY_PLAN);
  EXPECT_TRUE(request.exact_words());
}

TEST_F(RunTest, ManyHitsAreFetchedPageByPage) {
  AnswerSearchesFrom(2500);
  const Ended ended = RunWith({"search", "x", "--limit", "2100", "--facet", "år", "--json"});
  const json answer = json::parse(ended.out);
  EXPECT_THAT(answer["hits"], SizeIs(2100));
  EXPECT_EQ(answer["hits"][2099]["paragraph"]["name"], "plans/p/paragraphs/2099");
  EXPECT_EQ(answer["nextPageToken"], "2100");
  EXPECT_THAT(answer["facets"], SizeIs(1));
  ASSERT_THAT(service_.searches, SizeIs(3));
  EXPECT_THAT(service_.searches[0].facets(), ElementsAre("year"));
  EXPECT_EQ(service_.searches[2].page_size(), 100);
}

TEST_F(RunTest, ALimitOfNoneCountsOnly) {
  AnswerSearchesFrom(7);
  const Ended ended = RunWith({"search", "x", "--limit", "0", "--facet", "committee", "--json"});
  const json answer = json::parse(ended.out);
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_FALSE(answer.contains("hits"));
  EXPECT_EQ(answer["totalSize"], 7);
  EXPECT_TRUE(service_.searches[0].has_page_size());
  EXPECT_THAT(service_.searches, SizeIs(1));
}

TEST_F(RunTest, NoHitEndsInOneAndSaysSo) {
  AnswerSearchesFrom(0);
  const Ended ended = RunWith({"search", "x"});
  EXPECT_EQ(ended.code, ExitCode::kNone);
  EXPECT_EQ(ended.out, "Inget stycke för ”x”\n");
  EXPECT_EQ(json::parse(RunWith({"search", "x", "--json"}).out)["totalSize"], 0);
}

TEST_F(RunTest, HitsAreShownUnderTheirPlansTitle) {
  AnswerSearchesFrom(1);
  service_.on_get_plan = [](const v1::GetPlanRequest& request, v1::Plan& plan) {
    EXPECT_EQ(request.name(), "plans/p");
    plan.set_title("Verksamhetsplan 2024");
    return grpc::Status::OK;
  };
  EXPECT_THAT(RunWith({"search", "x"}).out, HasSubstr("  1 Verksamhetsplan 2024\n    om Bostad först\n"));
}

TEST_F(RunTest, ATitleThatCannotBeHadCostsNoAnswer) {
  AnswerSearchesFrom(1);
  const Ended ended = RunWith({"search", "x"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_THAT(ended.out, HasSubstr("  1 plans/p\n"));
}

TEST_F(RunTest, ShowPrintsAParagraphOrAPlan) {
  service_.on_get_paragraph = [](const v1::GetParagraphRequest& request, v1::GetParagraphResponse& response) {
    EXPECT_EQ(request.context(), 2);
    response.mutable_paragraph()->set_name(request.name());
    response.mutable_paragraph()->set_text("Hela stycket.");
    return grpc::Status::OK;
  };
  service_.on_get_plan = [](const v1::GetPlanRequest& request, v1::Plan& plan) {
    plan.set_name(request.name());
    plan.set_title("Planen");
    return grpc::Status::OK;
  };
  const Ended paragraph = RunWith({"show", "plans/p/paragraphs/a", "--context", "2"});
  EXPECT_EQ(paragraph.code, ExitCode::kFound);
  EXPECT_THAT(paragraph.out, HasSubstr("\nHela stycket.\n"));
  EXPECT_EQ(json::parse(RunWith({"show", "plans/p", "--json"}).out)["title"], "Planen");
  EXPECT_THAT(RunWith({"show", "plans/p"}).out, StartsWith("Planen\n"));
}

TEST_F(RunTest, ShowOfWhatIsNotThereEndsInOne) {
  service_.on_get_paragraph = [](const auto&, auto&) {
    return Detailed(grpc::StatusCode::NOT_FOUND, "plans/p/paragraphs/a does not exist in this index",
                    "NOT_FOUND");
  };
  const Ended ended = RunWith({"show", "plans/p/paragraphs/a"});
  EXPECT_EQ(ended.code, ExitCode::kNone);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err, "plansok: plans/p/paragraphs/a does not exist in this index\n");
}

TEST_F(RunTest, PlansAreListedFromAllPages) {
  service_.on_list_plans = [](const v1::ListPlansRequest& request, v1::ListPlansResponse& response) {
    v1::Plan& plan = *response.add_plans();
    plan.set_name("plans/" + request.page_token());
    if (request.page_token().empty()) response.set_next_page_token("b");
    response.set_total_size(2);
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"plans", "--json"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  const json answer = json::parse(ended.out);
  EXPECT_THAT(answer["plans"], SizeIs(2));
  EXPECT_EQ(answer["totalSize"], 2);
  EXPECT_FALSE(answer.contains("nextPageToken"));
  service_.on_list_plans = [](const auto&, auto&) { return grpc::Status::OK; };
  EXPECT_EQ(RunWith({"plans"}).code, ExitCode::kNone);
}

TEST_F(RunTest, StatusSaysWhatTheServerHas) {
  service_.on_get_index_info = [](const v1::GetIndexInfoRequest&, v1::IndexInfo& info) {
    info.set_generation("000003");
    info.mutable_build_time()->set_seconds(1'735'689'600);
    info.set_paragraph_count(12345);
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"status"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_THAT(ended.out, AllOf(HasSubstr(service_.address()), HasSubstr("000003, byggt 2025-01-01 00:00 UTC"),
                               HasSubstr("12\u00a0345")));
  EXPECT_EQ(json::parse(RunWith({"status", "--json"}).out)["buildTime"], "2025-01-01T00:00:00Z");
}

TEST_F(RunTest, ExportPrintsAParagraphALine) {
  service_.on_export = [](auto&, const v1::ExportRequest& request, auto& writer) {
    EXPECT_EQ(request.query(), "typ:uppdrag barn");
    for (int i = 0; i < 3; ++i) {
      v1::ExportResponse response;
      response.mutable_paragraph()->set_text("rad\nett " + std::to_string(i));
      writer.Write(response);
    }
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"export", "typ:uppdrag", "barn", "--jsonl"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_EQ(ended.out,
            "{\"text\":\"rad\\nett 0\"}\n{\"text\":\"rad\\nett 1\"}\n{\"text\":\"rad\\nett 2\"}\n");
}

TEST_F(RunTest, AnEmptyExportEndsInOne) {
  service_.on_export = [](auto&, const auto&, auto&) { return grpc::Status::OK; };
  EXPECT_EQ(RunWith({"export", "x"}).code, ExitCode::kNone);
}

TEST_F(RunTest, AnExportThatBreaksKeepsWhatCameAndEndsInTrouble) {
  service_.on_export = [](auto&, const auto&, auto& writer) {
    v1::ExportResponse response;
    response.mutable_paragraph()->set_text("ett");
    writer.Write(response);
    return Detailed(grpc::StatusCode::UNAVAILABLE, "the server is shutting down: try again", "SHUTTING_DOWN");
  };
  const Ended ended = RunWith({"export"});
  EXPECT_EQ(ended.code, ExitCode::kTrouble);
  EXPECT_EQ(ended.out, "{\"text\":\"ett\"}\n");
  EXPECT_EQ(ended.err, "plansok: the server is shutting down: try again\n");
}

TEST_F(RunTest, AReaderThatHasGoneIsNoErrorAndStopsTheExport) {
  std::atomic<bool> stopped = false;
  service_.on_export = [&](grpc::ServerContext& context, const auto&, auto& writer) {
    v1::ExportResponse response;
    response.mutable_paragraph()->set_text(std::string(1000, 'x'));
    while (!context.IsCancelled() && writer.Write(response)) {
    }
    stopped = true;
    return grpc::Status::CANCELLED;
  };
  std::array<int, 2> pipe_ends{};
  ASSERT_EQ(pipe(pipe_ends.data()), 0);
  close(pipe_ends[0]);
  const Capture err;
  const Environment environment = {service_.address(), {}, pipe_ends[1], err.descriptor()};
  EXPECT_EQ(client::Run({"export"}, environment), ExitCode::kFound);
  close(pipe_ends[1]);
  EXPECT_EQ(err.Text(), "");
  while (!stopped) {
  }
}

TEST_F(RunTest, AFullDiskIsTrouble) {
  AnswerSearchesFrom(1);
  const int full = open("/dev/full", O_WRONLY);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  ASSERT_GE(full, 0);
  const Capture err;
  const Environment environment = {service_.address(), {}, full, err.descriptor()};
  EXPECT_EQ(client::Run({"search", "x", "--json"}, environment), ExitCode::kTrouble);
  EXPECT_EQ(err.Text(), "plansok: cannot write the answer: No space left on device\n");
  close(full);
}

TEST_F(RunTest, NoServerIsNamed) {
  const Ended ended = RunAt("127.0.0.1:1", {"search", "x"});
  EXPECT_EQ(ended.code, ExitCode::kTrouble);
  EXPECT_EQ(ended.err,
            "plansok: cannot reach 127.0.0.1:1: Connection refused. Is plansok-searchd running?\n");
  EXPECT_EQ(RunAt("127.0.0.1:1", {"export"}).code, ExitCode::kTrouble);
}

TEST_F(RunTest, AServerThatDoesNotAnswerIsNotWaitedForForEver) {
  std::promise<void> over;
  // The handlers may outlive this function, so they share what they wait for.
  const auto hang = [ended = over.get_future().share()] {
    ended.wait();
    return grpc::Status::OK;
  };
  service_.on_search = [hang](const auto&, auto&) { return hang(); };
  service_.on_export = [hang](auto&, const auto&, auto&) { return hang(); };
  for (const char* command : {"search", "export"}) {
    const Ended ended = RunWith({command, "x", "--timeout", "0.2"});
    EXPECT_EQ(ended.code, ExitCode::kTrouble);
    EXPECT_THAT(ended.err,
                AllOf(StartsWith("plansok: 127.0.0.1:"), HasSubstr("did not answer within 0.2 s")));
  }
  over.set_value();
}

TEST_F(RunTest, TheServersViolationsAreShown) {
  service_.on_search = [](const auto&, auto&) {
    google::rpc::BadRequest bad_request;
    auto& violation = *bad_request.add_field_violations();
    violation.set_field("filters.years[0]");
    violation.set_description("'20x' is no year");
    return Detailed(grpc::StatusCode::INVALID_ARGUMENT, "the request cannot be answered", "INVALID_FIELD",
                    bad_request);
  };
  const Ended ended = RunWith({"search", "x", "--year", "20x"});
  EXPECT_EQ(ended.code, ExitCode::kWrongUse);
  EXPECT_EQ(ended.err, "plansok: the request cannot be answered (filters.years[0]: '20x' is no year)\n");
}

TEST_F(RunTest, AnIndexRebuiltBetweenPagesIsNotTheCallersFault) {
  AnswerSearchesFrom(2500);
  const auto first_page = service_.on_search;
  service_.on_search = [first_page](const v1::SearchRequest& request, v1::SearchResponse& response) {
    if (request.page_token().empty()) return first_page(request, response);
    return Detailed(grpc::StatusCode::INVALID_ARGUMENT, "page_token: expired", "PAGE_TOKEN_EXPIRED");
  };
  const Ended ended = RunWith({"search", "x", "--limit", "2000"});
  EXPECT_EQ(ended.code, ExitCode::kTrouble);
  EXPECT_EQ(ended.err, "plansok: the index was rebuilt between two pages: try again\n");
}

struct ServerError {
  grpc::StatusCode code;
  ExitCode exit;
};

TEST_F(RunTest, EveryErrorOfAServerIsOneLineAndAnExitCode) {
  const std::vector<ServerError> errors = {{grpc::StatusCode::INVALID_ARGUMENT, ExitCode::kWrongUse},
                                           {grpc::StatusCode::OUT_OF_RANGE, ExitCode::kWrongUse},
                                           {grpc::StatusCode::NOT_FOUND, ExitCode::kNone},
                                           {grpc::StatusCode::RESOURCE_EXHAUSTED, ExitCode::kTrouble},
                                           {grpc::StatusCode::FAILED_PRECONDITION, ExitCode::kTrouble},
                                           {grpc::StatusCode::INTERNAL, ExitCode::kTrouble},
                                           {grpc::StatusCode::UNIMPLEMENTED, ExitCode::kTrouble},
                                           {grpc::StatusCode::UNAUTHENTICATED, ExitCode::kTrouble},
                                           {grpc::StatusCode::DATA_LOSS, ExitCode::kTrouble}};
  for (const ServerError& error : errors) {
    service_.on_search = [&](const auto&, auto&) { return grpc::Status(error.code, "so\n\x1b[31mit is"); };
    const Ended ended = RunWith({"search", "x"});
    EXPECT_EQ(ended.code, error.exit) << error.code;
    EXPECT_THAT(ended.err, AllOf(StartsWith("plansok: "), HasSubstr("so \uFFFD[31mit is\n"))) << error.code;
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << error.code;
  }
}

struct WrongUse {
  std::vector<std::string> arguments;
  std::string message;
};
class WrongUseTest : public RunTest, public ::testing::WithParamInterface<WrongUse> {};

TEST_P(WrongUseTest, EndsInTwoWithoutAskingTheServer) {
  const Ended ended = RunAt("127.0.0.1:1", GetParam().arguments);
  EXPECT_EQ(ended.code, ExitCode::kWrongUse);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err, "plansok: " + GetParam().message + '\n');
}

INSTANTIATE_TEST_SUITE_P(
    Arguments, WrongUseTest,
    ::testing::Values(
        WrongUse{{}, "a command is wanted: plansok --help"},
        WrongUse{{"serch", "x"}, "unknown command 'serch': did you mean 'search'?"},
        WrongUse{{"--sever", "x", "plans"}, "unknown flag '--sever': did you mean '--server'?"},
        WrongUse{{"search"}, "search wants a QUERY or a filter: plansok search --help"},
        WrongUse{{"search", "x", "--limt=3"}, "unknown flag '--limt': did you mean '--limit'?"},
        WrongUse{{"search", "x", "--limit", "-1"}, "--limit: Value -1 not in range 0 to 100000"},
        WrongUse{{"search", "x", "--limit", "1000000000"},
                 "--limit: Value 1000000000 not in range 0 to 100000"},
        WrongUse{{"search", "x", "--facet", "comittee"},
                 "unknown facet 'comittee': did you mean 'committee'?"},
        WrongUse{{"search", "x", "--facet", "namnd"}, "unknown facet 'namnd': did you mean 'nämnd'?"},
        WrongUse{{"search", "x", "--facet", "färg"},
                 "unknown facet 'färg': there are committee, nämnd, goal, mål, goal_family, målfamilj, area, "
                 "område, year, år, "
                 "kind, typ, origin, uppdragsgivare, body, organ, plan"},
        WrongUse{{"search", "x", "--kind", "upddrag"}, "unknown kind 'upddrag': did you mean 'uppdrag'?"},
        WrongUse{{"search", "f\xf6rst"},
                 "the arguments are not UTF-8: see the terminal's locale (LANG, LC_ALL)"},
        WrongUse{{"search", "x", "--server", ""}, "--server is empty: HOST:PORT is wanted"},
        WrongUse{{"show"}, "show wants one NAME, as search prints it: plansok show --help"},
        WrongUse{{"plans", "\x1b[31m"}, "plans takes no '\uFFFD[31m'"}));

TEST_F(RunTest, HelpAndVersionGoToTheOutput) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"-h"}, {"search", "--help"}, {"search", "-h"}, {"--version"}}) {
    const Ended ended = RunAt("127.0.0.1:1", arguments);
    EXPECT_EQ(ended.code, ExitCode::kFound);
    EXPECT_EQ(ended.err, "");
    EXPECT_THAT(ended.out, HasSubstr("plansok "));
  }
  EXPECT_THAT(RunAt("", {"search", "--help"}).out, HasSubstr("Usage: plansok search [QUERY...] [FLAGS]"));
}

}  // namespace
}  // namespace plansok::client
