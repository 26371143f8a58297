/// The whole program against a fake server: what it prints where, and how it ends.
#ifndef PLANSOK_TESTS_CLIENT_RUN_FIXTURE_H_
#define PLANSOK_TESTS_CLIENT_RUN_FIXTURE_H_

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "client/run.h"
#include "google/rpc/error_details.pb.h"
#include "tests/client/fake_service.h"

namespace plansok::client {

/// A file without a name that remembers what was written.
class Capture {
 public:
  Capture() : file_(std::tmpfile(), &std::fclose) {}
  int descriptor() const { return fileno(file_.get()); }
  std::string Text() const;

 private:
  std::unique_ptr<FILE, int (*)(FILE*)> file_;
};

struct Ended {
  ExitCode code;
  std::string out;
  std::string err;
};

/// A status as the server makes it: AIP-193's details in it.
grpc::Status Detailed(grpc::StatusCode code, const std::string& message, const std::string& reason,
                      const google::rpc::BadRequest& bad_request = {});

class RunTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite();

  /// Against the fake server.
  Ended RunWith(const std::vector<std::string>& arguments) const {
    return RunAt(service_.address(), arguments);
  }
  /// Without settings but PLANSOK_SERVER.
  static Ended RunAt(const std::string& server, const std::vector<std::string>& arguments);
  static Ended RunIn(Environment environment, const std::vector<std::string>& arguments);

  /// Of a program that asks the fake server.
  Environment EnvironmentOf(int out, int err) const;

  /// A corpus of `total` paragraphs, in pages.
  void AnswerSearchesFrom(int total);

  FakeService service_;
};

}  // namespace plansok::client

#endif  // PLANSOK_TESTS_CLIENT_RUN_FIXTURE_H_
