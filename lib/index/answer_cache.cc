#include "index/answer_cache.h"

#include <fmt/format.h>

#include <string_view>

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

}  // namespace

std::string CacheKey(const MatchNode& node) {
  std::string key;
  Append(node, &key);
  return key;
}

std::shared_ptr<const Answer> AnswerCache::Find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void AnswerCache::Insert(const std::string& key, std::shared_ptr<const Answer> answer) {
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  entries_.emplace_front(key, std::move(answer));
  by_key_.emplace(key, entries_.begin());
  if (entries_.size() <= kCapacity) return;
  by_key_.erase(entries_.back().first);
  entries_.pop_back();
}

}  // namespace plansok::index
