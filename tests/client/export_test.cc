// plansok export, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

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

TEST_F(RunTest, AnExportWithoutAMatchSaysHowTheQueryWasRead) {
  service_.on_export = [](auto&, const auto&, auto& writer) {
    v1::ExportResponse response;
    response.set_corrected_query("hemlöshet nämnd:kultur");
    response.add_notes("Ingen plan har nämnd ”kultur”.");
    writer.Write(response);
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"export", "hemlöhset", "nämnd:kultur"});
  EXPECT_EQ(ended.code, ExitCode::kNone);
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, testing::AllOf(testing::HasSubstr("Visar träffar för ”hemlöshet nämnd:kultur”"),
                                        testing::HasSubstr("Ingen plan har nämnd ”kultur”.\n")));
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
  const Environment environment = EnvironmentOf(pipe_ends[1], err.descriptor());
  EXPECT_EQ(client::Run({"export"}, environment), ExitCode::kFound);
  close(pipe_ends[1]);
  EXPECT_EQ(err.Text(), "");
  while (!stopped) {
  }
}

}  // namespace
}  // namespace plansok::client
