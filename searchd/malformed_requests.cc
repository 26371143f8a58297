#include "searchd/malformed_requests.h"

#include "searchd/status.h"

namespace plansok::searchd {
namespace {

using grpc::experimental::InterceptionHookPoints;

/// Of one call.
class Interceptor final : public grpc::experimental::Interceptor {
 public:
  void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_MESSAGE)) {
      malformed_ = methods->GetRecvMessage() == nullptr;
    }
    if (malformed_ && methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS)) {
      methods->ModifySendStatus(ToGrpcStatus(MalformedRequest()));
    }
    methods->Proceed();
  }

 private:
  bool malformed_ = false;
};

}  // namespace

grpc::experimental::Interceptor* MalformedRequests::CreateServerInterceptor(
    grpc::experimental::ServerRpcInfo* /*info*/) {
  return new Interceptor;  // gRPC's own convention: the call owns it
}

}  // namespace plansok::searchd
