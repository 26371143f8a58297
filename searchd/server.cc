#include "searchd/server.h"

#include <fmt/format.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "searchd/logging.h"
#include "searchd/malformed_requests.h"

namespace plansok::searchd {
namespace {

constexpr std::chrono::milliseconds kTurnAway{250};

// When gRPC's shutdown closes a connection on which the caller's own frames (pings, window updates) lie
// unread, the kernel resets it and throws away what the caller has not fetched: the end of its last answer.
// So that connections stay open for so long after the last call has ended.
constexpr std::chrono::milliseconds kLinger{1000};

constexpr std::chrono::milliseconds kLookInterval{1000};

// A query of 256 KiB with a full set of filters is far below this.
constexpr int kMaxRequestBytes = 1 << 20;
// Calls at once on one connection; a client that wants more opens another.
constexpr int kMaxConcurrentStreams = 256;
// A caller whose machine vanished is found within 80 s; callers may ping us every 10 s, also when idle.
constexpr int kKeepaliveMs = 60'000;
constexpr int kKeepaliveTimeoutMs = 20'000;
constexpr int kLeastPingIntervalMs = 10'000;

/// The names that health checkers ask for: the server, and its service. gRPC must be told each.
std::vector<std::string> HealthNames() { return {"", v1::PlanSearchService::service_full_name()}; }

void TurnOnPlugins() {
  static std::once_flag once;
  std::call_once(once, [] {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  });
}

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxConcurrentStreams);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, kLeastPingIntervalMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  // On by default, it would let two servers share a port in silence.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

std::string WithPort(const std::string& address, int port) {
  if (address.starts_with("unix:")) return address;
  return fmt::format("{}:{}", address.substr(0, address.rfind(':')), port);
}

ServiceOptions OptionsOf(const Config& config) {
  ServiceOptions options;
  options.workers =
      config.workers != 0 ? config.workers : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  options.queue = config.queue;
  options.log_queries = config.log_queries;
  return options;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const Config& config) {
  absl::StatusOr<LoadedGeneration> loaded = LoadCurrentGeneration(config.index);
  if (!loaded.ok()) return loaded.status();
  const GenerationMark mark = loaded->mark;
  auto server = std::unique_ptr<Server>(new Server(config, *std::move(loaded)));
  if (absl::Status status = server->Listen(config.listen); !status.ok()) return status;
  server->reloader_ = std::make_unique<Reloader>(config.index, mark, server->current_, kLookInterval,
                                                 [&service = server->service_] {
                                                   service.PickUpGeneration();
                                                   service.CutOffStalledExports();
                                                 });
  server->SetServing(true);
  return server;
}

Server::Server(const Config& config, LoadedGeneration loaded)
    : current_(std::move(loaded.snapshot)), service_(current_, OptionsOf(config)) {}

Server::~Server() {
  CutShort();
  if (grpc_) Drain(std::chrono::seconds(0));
}

absl::Status Server::Listen(const std::string& address) {
  TurnOnPlugins();
  grpc::ServerBuilder builder;
  SetLimits(builder);
  int port = 0;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service_);
  std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
  interceptors.push_back(std::make_unique<MalformedRequests>());
  builder.experimental().SetInterceptorCreators(std::move(interceptors));
  grpc_ = builder.BuildAndStart();
  if (!grpc_ || port == 0) {
    return absl::UnavailableError(fmt::format(
        "cannot listen on {}: the port is in use, or the address is not this machine's", address));
  }
  address_ = WithPort(address, port);
  return absl::OkStatus();
}

void Server::Reload() { reloader_->LookNow(); }

void Server::Drain(std::chrono::seconds grace) {
  SetServing(false);
  // gRPC's shutdown cancels what arrives in its instant. Callers are turned away in our own words first, so
  // that they go elsewhere.
  const auto began = CallCount::Clock::now();
  service_.TurnAway();
  std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(grace, kTurnAway));
  const auto last_end = service_.WaitUntilNoneRuns(began + grace);
  std::this_thread::sleep_until(std::min(last_end + kLinger, began + grace));
  const std::chrono::duration left =
      std::max(began + grace - CallCount::Clock::now(), CallCount::Clock::duration{});
  grpc_->Shutdown(std::chrono::system_clock::now() + left);
}

void Server::CutShort() { service_.CutShort(); }

void Server::SetServing(bool serving) {
  auto* health = grpc_->GetHealthCheckService();
  for (const std::string& name : HealthNames()) health->SetServingStatus(name, serving);
}

}  // namespace plansok::searchd
