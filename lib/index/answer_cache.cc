#include "index/answer_cache.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace plansok::index {
namespace {

void Append(std::string_view text, std::string* key) {
  fmt::format_to(std::back_inserter(*key), "{}:{}", text.size(), text);
}

void Append(const MatchNode& node, std::string* key) {
  fmt::format_to(std::back_inserter(*key), "({}/{}/{}/{}/{}/{}", static_cast<int>(node.op), node.window,
                 node.weight, node.enough, node.share, node.optional);
  Append(node.typed, key);
  Append(node.section_term, key);
  for (const std::string& place : node.places) Append(place, key);
  for (const MatchTerm& term : node.terms) {
    fmt::format_to(std::back_inserter(*key), "*{}", term.weight);
    Append(term.term, key);
  }
  for (const MatchNode& operand : node.operands) Append(operand, key);
  key->push_back(')');
}

std::size_t MemoryOf(const std::vector<std::string>& strings) {
  std::size_t bytes = strings.capacity() * sizeof(std::string);
  for (const std::string& string : strings) bytes += string.capacity();
  return bytes;
}

std::size_t MemoryOf(const MatchNode& node) {
  std::size_t bytes = sizeof node + node.typed.capacity() + node.section_term.capacity() +
                      MemoryOf(node.places) + node.terms.capacity() * sizeof(MatchTerm);
  for (const MatchTerm& term : node.terms) bytes += term.term.capacity();
  for (const auto& set : node.sufficient) bytes += sizeof set + set.capacity() * sizeof(std::size_t);
  for (const MatchNode& operand : node.operands) bytes += MemoryOf(operand);
  return bytes;
}

}  // namespace

std::string CacheKey(const MatchNode& node) {
  std::string key;
  Append(node, &key);
  return key;
}

std::size_t MemoryOf(const Answer& answer) {
  return sizeof answer + MemoryOf(answer.root) + answer.matches.getSizeInBytes() +
         answer.histogram.capacity() * sizeof(TupleCount) + MemoryOf(answer.dropped_words) +
         MemoryOf(answer.absent_words);
}

std::shared_ptr<const Answer> AnswerCache::Find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void AnswerCache::Insert(const std::string& key, std::shared_ptr<const Answer> answer) {
  const std::size_t bytes = MemoryOf(*answer) + 2 * key.size();  // the key stands in both containers
  const std::lock_guard lock(mutex_);
  if (bytes > capacity_ || by_key_.contains(key)) return;
  entries_.push_front({key, std::move(answer), bytes});
  by_key_.emplace(key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > capacity_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

std::size_t AnswerCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace plansok::index
