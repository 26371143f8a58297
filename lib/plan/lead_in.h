/// What announces a list: "De lokala miljömålen är:" above its items.
///
/// An item quoted alone ("Blandat avfall ska vara nära noll 2026") does not say what it is one of.
#ifndef PLANSOK_PLAN_LEAD_IN_H_
#define PLANSOK_PLAN_LEAD_IN_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "plan/document.h"

namespace plansok::plan {

/// The last sentence above a list, which ends in a colon; empty where there is none.
struct Announcement {
  std::string text;   ///< as printed
  std::string clean;  ///< as read (Block::clean)
};

/// Follows a document's blocks from first to last.
class LeadIn {
 public:
  LeadIn();
  LeadIn(const LeadIn&) = delete;
  LeadIn& operator=(const LeadIn&) = delete;
  ~LeadIn();

  /// Takes the next block that is no heading. What announces the list that it is an item of, if it is one of
  /// a list and the sentence is not too long to announce anything. Lists within lists are told by their
  /// indents and marks.
  Announcement Of(const Block& block);

  /// A heading ends all lists.
  void End() { open_.clear(); }

 private:
  class Sentences;
  /// A list that may go on.
  struct List {
    Announcement announcement;
    bool within_item = false;  ///< an item of another list announces it
    Marker marker = Marker::kNone;
    std::size_t indent = 0;  ///< of that item, as its marker: what is set no further in, with the same, is no
                             ///< part of it
  };

  std::unique_ptr<Sentences> sentences_;
  std::vector<List> open_;  ///< the innermost last
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_LEAD_IN_H_
