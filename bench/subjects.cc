#include "subjects.h"

#include <grpcpp/grpcpp.h>

#include <stdexcept>

#include "echo.grpc.pb.h"
#include "plain_xapian.h"
#include "plansok/v1/plan_search_service.grpc.pb.h"

namespace plansok::bench {
namespace {

class EchoServiceImpl final : public EchoService::CallbackService {
  grpc::ServerUnaryReactor* Echo(grpc::CallbackServerContext* context, const EchoRequest*,
                                 EchoResponse*) override {
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

/// A connection of its own for each caller: gRPC would share one between equal channels.
std::shared_ptr<grpc::Channel> OwnChannel(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

void ThrowUnlessOk(const grpc::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.error_message());
}

}  // namespace

struct EchoServer::Impl {
  EchoServiceImpl service;
  int port = 0;
  std::unique_ptr<grpc::Server> server;
};

EchoServer::EchoServer() : impl_(std::make_unique<Impl>()) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &impl_->port);
  builder.RegisterService(&impl_->service);
  impl_->server = builder.BuildAndStart();
  if (!impl_->server) throw std::runtime_error("the echo server does not start");
}

EchoServer::~EchoServer() = default;

Subject EchoServer::subject() const {
  const std::string address = "127.0.0.1:" + std::to_string(impl_->port);
  return {"empty gRPC echo", [address]() -> Caller {
            const std::shared_ptr<EchoService::Stub> stub = EchoService::NewStub(OwnChannel(address));
            return [stub](const std::string&) {
              grpc::ClientContext context;
              EchoResponse response;
              ThrowUnlessOk(stub->Echo(&context, {}, &response));
            };
          }};
}

Subject SearchSubject(const std::string& server, bool facets) {
  return {facets ? "Search, 3 facets" : "Search", [server, facets]() -> Caller {
            const std::shared_ptr<v1::PlanSearchService::Stub> stub =
                v1::PlanSearchService::NewStub(OwnChannel(server));
            return [stub, facets](const std::string& query) {
              v1::SearchRequest request;
              request.set_query(query);
              if (facets) {
                for (const char* field : {"committee", "goal", "year"}) request.add_facets(field);
              }
              grpc::ClientContext context;
              v1::SearchResponse response;
              ThrowUnlessOk(stub->Search(&context, request, &response));
            };
          }};
}

Subject PlainSubject(const std::string& database, bool facets) {
  return {facets ? "plain Xapian, 3 spies" : "plain Xapian", [database, facets]() -> Caller {
            const auto searcher = std::make_shared<PlainSearcher>(database);
            return [searcher, facets](const std::string& query) { searcher->Search(query, facets); };
          }};
}

}  // namespace plansok::bench
