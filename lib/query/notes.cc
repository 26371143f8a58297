#include "query/notes.h"

#include <algorithm>
#include <utility>

#include "query/characters.h"
#include "query/limits.h"

namespace plansok::query {

void Notes::Add(std::string note) {
  if (full()) return;
  if (std::find(notes_.begin(), notes_.end(), note) != notes_.end()) return;
  notes_.push_back(std::move(note));
}

bool Notes::full() const { return notes_.size() >= kMaxNotes; }

std::string Shown(std::string_view typed) {
  std::size_t end = 0;
  for (std::size_t letters = 0; end < typed.size(); ++letters) {
    if (letters == kMaxShownLetters) return std::string(typed.substr(0, end)) + "…";
    end += CodePointAt(typed, end).length;
  }
  return std::string(typed);
}

}  // namespace plansok::query
