/// The server as a whole: index, service, gRPC, health, reload; from start to drain.
#ifndef PLANSOK_SEARCHD_SERVER_H_
#define PLANSOK_SEARCHD_SERVER_H_

#include <grpcpp/server.h>

#include <chrono>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "searchd/config.h"
#include "searchd/current_snapshot.h"
#include "searchd/reloader.h"
#include "searchd/service.h"

namespace plansok::searchd {

/// Thread-safe once started.
class Server {
 public:
  /// Opens the index and listens. NotFound, FailedPrecondition, DataLoss: the index (index/generation.h,
  /// index/reader.h). Unavailable: the address cannot be had.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const Config& config);
  /// Cuts short what still runs.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Where it listens, with the port it was given: "127.0.0.1:43211".
  const std::string& address() const { return address_; }

  /// Looks for a new generation now.
  void Reload();

  /// Tells health checkers, refuses new calls, lets those that run have `grace`, and returns when all have
  /// ended.
  void Drain(std::chrono::seconds grace);

  /// Ends what still runs, for whoever cannot wait for the drain.
  void CutShort();

 private:
  Server(const Config& config, LoadedGeneration loaded);
  absl::Status Listen(const std::string& address);
  void SetServing(bool serving);

  CurrentSnapshot current_;
  PlanSearchService service_;
  std::string address_;
  std::unique_ptr<grpc::Server> grpc_;
  std::unique_ptr<Reloader> reloader_;  // last: it calls the service
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_SERVER_H_
