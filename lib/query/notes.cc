#include "query/notes.h"

#include <algorithm>
#include <utility>

#include "query/limits.h"

namespace plansok::query {

void Notes::Add(std::string note) {
  if (notes_.size() >= kMaxNotes) return;
  if (std::find(notes_.begin(), notes_.end(), note) != notes_.end()) return;
  notes_.push_back(std::move(note));
}

}  // namespace plansok::query
