/// What the load program measures.
#ifndef PLANSOK_BENCH_SUBJECTS_H_
#define PLANSOK_BENCH_SUBJECTS_H_

#include <memory>
#include <string>

#include "load.h"

namespace plansok::bench {

/// An empty gRPC call to a server in this process, over loopback: the least a call can cost here.
class EchoServer {
 public:
  EchoServer();
  ~EchoServer();
  EchoServer(const EchoServer&) = delete;
  EchoServer& operator=(const EchoServer&) = delete;

  Subject subject() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Search on a running plansok-searchd: the top ten, and, if `facets`, counts by committee, goal and year.
Subject SearchSubject(const std::string& server, bool facets);

/// The same question to plain Xapian in this process.
Subject PlainSubject(const std::string& database, bool facets);

}  // namespace plansok::bench

#endif  // PLANSOK_BENCH_SUBJECTS_H_
