#include "tests/client/run_fixture.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace plansok::client {

std::string Capture::Text() const {
  std::string text;
  std::array<char, 4096> buffer{};
  lseek(descriptor(), 0, SEEK_SET);
  for (ssize_t n = 0; (n = read(descriptor(), buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return text;
}

grpc::Status Detailed(grpc::StatusCode code, const std::string& message, const std::string& reason,
                      const google::rpc::BadRequest& bad_request) {
  google::rpc::ErrorInfo info;
  info.set_domain("plansok");
  info.set_reason(reason);
  google::rpc::Status details;
  details.add_details()->PackFrom(info);
  if (bad_request.field_violations_size() > 0) details.add_details()->PackFrom(bad_request);
  return {code, message, details.SerializeAsString()};
}

void RunTest::SetUpTestSuite() { std::signal(SIGPIPE, SIG_IGN); }

Ended RunTest::RunAt(const std::string& server, const std::vector<std::string>& arguments) {
  Environment environment;
  environment.variables.server = server;
  return RunIn(std::move(environment), arguments);
}

Ended RunTest::RunIn(Environment environment, const std::vector<std::string>& arguments) {
  const Capture out;
  const Capture err;
  environment.out = out.descriptor();
  environment.err = err.descriptor();
  const ExitCode code = client::Run(arguments, environment);
  return {code, out.Text(), err.Text()};
}

Environment RunTest::EnvironmentOf(int out, int err) const {
  Environment environment;
  environment.variables.server = service_.address();
  environment.out = out;
  environment.err = err;
  return environment;
}

void RunTest::AnswerSearchesFrom(int total) {
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

}  // namespace plansok::client
