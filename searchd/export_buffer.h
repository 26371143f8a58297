/// What an export has read out of the index and not yet sent.
#ifndef PLANSOK_SEARCHD_EXPORT_BUFFER_H_
#define PLANSOK_SEARCHD_EXPORT_BUFFER_H_

#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::searchd {

/// Bounded in messages and in bytes: a part is added while at most half of one is left, so it holds one part
/// and a half at most. Not thread-safe.
class ExportBuffer {
 public:
  /// How much a part has, in messages or in bytes as they are sent: it ends at either of these two, or with
  /// the paragraph that goes beyond them.
  ExportBuffer(std::size_t part_messages, std::size_t part_bytes)
      : part_messages_(part_messages), part_bytes_(part_bytes) {}

  /// Whether so little is left that the next part is to be read.
  bool WantsPart() const { return entries_.size() <= part_messages_ / 2 && bytes_ <= part_bytes_ / 2; }

  /// The message at the front stays where it is.
  void Append(std::vector<v1::ExportResponse> part) {
    for (v1::ExportResponse& message : part) {
      const std::size_t bytes = message.ByteSizeLong();
      entries_.push_back({std::move(message), bytes});
      bytes_ += bytes;
    }
  }

  bool empty() const { return entries_.empty(); }
  const v1::ExportResponse& front() const { return entries_.front().message; }
  void PopFront() {
    bytes_ -= entries_.front().bytes;
    entries_.pop_front();
  }

 private:
  struct Entry {
    v1::ExportResponse message;
    std::size_t bytes = 0;
  };

  const std::size_t part_messages_;
  const std::size_t part_bytes_;
  std::deque<Entry> entries_;
  std::size_t bytes_ = 0;  // of all entries
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_EXPORT_BUFFER_H_
