/// Requests that are no message of the contract, answered so that a person can act on it.
///
/// gRPC answers a request that it cannot parse (bytes that are no message; a string that is not UTF-8) with
/// UNIMPLEMENTED and no word, before any handler sees it.
#ifndef PLANSOK_SEARCHD_MALFORMED_REQUESTS_H_
#define PLANSOK_SEARCHD_MALFORMED_REQUESTS_H_

#include <grpcpp/support/server_interceptor.h>

namespace plansok::searchd {

/// Turns those answers into INVALID_ARGUMENT with reason MALFORMED_REQUEST. Thread-safe.
class MalformedRequests final : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* info) override;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_MALFORMED_REQUESTS_H_
