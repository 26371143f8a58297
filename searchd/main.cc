// plansok-searchd: serves a published index over gRPC until it is told to stop.

#include <atomic>
#include <csignal>
#include <iostream>

#include "searchd/config.h"
#include "searchd/logging.h"
#include "searchd/server.h"
#include "searchd/signals.h"

namespace plansok::searchd {
namespace {

int Serve(const Config& config) {
  BlockSignals();
  StartLogging();
  const absl::StatusOr<std::unique_ptr<Server>> started = Server::Start(config);
  if (!started.ok()) {
    std::cerr << "plansok-searchd: " << started.status().message() << std::endl;
    return kExitCannotServe;
  }
  Server& server = **started;
  std::cout << "listening on " << server.address() << std::endl;

  std::atomic<bool> stopping = false;
  const SignalThread signals([&](int signal) {
    if (signal == SIGHUP) return server.Reload();
    if (stopping.exchange(true)) return server.CutShort();
    stopping.notify_all();
  });
  stopping.wait(false);
  LogInfo("draining", {{"seconds", config.drain_seconds}});
  server.Drain(std::chrono::seconds(config.drain_seconds));
  LogInfo("stopped");
  return kExitOk;
}

}  // namespace
}  // namespace plansok::searchd

int main(int argc, char** argv) {
  const auto invocation = plansok::searchd::ReadInvocation(argc, argv, std::cout, std::cerr);
  return invocation.exit_code ? *invocation.exit_code : plansok::searchd::Serve(invocation.config);
}
