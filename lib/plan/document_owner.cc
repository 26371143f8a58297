#include "plan/document_owner.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "plan/document_kind.h"
#include "plan/worded_owner.h"

namespace plansok::plan {
namespace {

class OwnerFinder {
 public:
  OwnerFinder(std::span<const PageLine> pages, const Vocabulary& vocabulary)
      : pages_(pages), vocabulary_(vocabulary) {}

  std::vector<Named> Find(const std::optional<Title>& title, std::string_view kind) const {
    if (title) {
      std::vector<Named> owners = OwnersIn(title->text);
      if (!owners.empty()) return owners;
      if (const std::optional<Named> owner = BesideTitle(*title)) return {*owner};
    }
    for (std::string_view label :
         {"Beslutad av", "Antagen av", "Fastställd av", "Beslutande", "Beslutsinstans"}) {
      if (const std::optional<Named> decided = Labelled(label)) return {*decided};
    }
    const bool city_wide = title && IsCityWide(title->text);
    if (const auto owner = UnknownOwner(title); owner && !city_wide) return {*owner};
    if (title && (city_wide || !IsCommitteesKind(kind))) return CouncilOnly();
    return MostNamed();
  }

 private:
  // A committee on a line of its own just above or below the title.
  std::optional<Named> BesideTitle(const Title& title) const {
    constexpr std::size_t kBeside = 3;
    for (std::size_t distance = 1; distance <= kBeside && title.score > 0; ++distance) {
      for (std::size_t i : {title.first - distance, title.last + distance}) {
        if (i >= pages_.size()) continue;  // also where the subtraction wrapped around
        if (std::optional<Named> owner = vocabulary_.Owner(pages_[i].text)) return owner;
      }
    }
    return std::nullopt;
  }

  // One that no vocabulary knows, named by the title or on a line of the cover.
  std::optional<Named> UnknownOwner(const std::optional<Title>& title) const {
    if (title) {
      if (std::optional<Named> owner = WordedOwner(title->text)) return owner;
    }
    for (std::size_t i = 0; i < std::min(kCoverLines, pages_.size()); ++i) {
      if (std::optional<Named> owner = WordedOwner(pages_[i].text)) return owner;
    }
    return std::nullopt;
  }

  std::vector<Named> OwnersIn(std::string_view text) const {
    std::vector<Named> owners = vocabulary_.CommitteesIn(text);
    if (owners.empty()) owners = vocabulary_.AdministratorsIn(text);
    return owners.empty() ? vocabulary_.CompaniesIn(text) : owners;
  }

  std::vector<Named> CouncilOnly() const {
    const std::optional<Named> council = vocabulary_.Committee("Kommunfullmäktige");
    return council ? std::vector<Named>{*council} : std::vector<Named>{};
  }

  // The committee after a label of the box of facts, there or on the next line ("Beslutad av:
  // Kommunfullmäktige"). In running text ("budget som är beslutad av kommunfullmäktige") the label is no
  // label.
  std::optional<Named> Labelled(std::string_view label) const {
    for (std::size_t i = 0; i < std::min(kFrontLines, pages_.size()); ++i) {
      const std::size_t at = pages_[i].text.find(label);
      if (at == std::string::npos) continue;
      const std::string after = pages_[i].text.substr(at + label.size());
      if (at > 0 && !after.starts_with(':')) continue;
      const std::vector<Named> named =
          vocabulary_.CommitteesIn(i + 1 < pages_.size() ? after + '\n' + pages_[i + 1].text : after);
      if (!named.empty()) return named.front();
    }
    return std::nullopt;
  }

  // Without a title the committee is the one the first pages speak of, lines of its own before running text.
  // The council and the executive are named everywhere, so only other committees count.
  std::vector<Named> MostNamed() const {
    constexpr int kOwnLine = 5;
    std::map<std::string, std::pair<int, Named>> votes;
    for (const PageLine& line : pages_) {
      const bool own_line = vocabulary_.Committee(line.text).has_value();
      const std::vector<Named> named = OwnersIn(line.text);
      for (const Named& committee : named) {
        auto& vote = votes[committee.id];
        // A line that lists many committees is about none of them.
        vote.first += own_line ? kOwnLine : (named.size() == 1 ? 2 : 0);
        vote.second = committee;
      }
    }
    votes.erase("kommunfullmaktige");
    votes.erase("kommunstyrelsen");
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second.first; });
    if (most == votes.end() || most->second.first < kOwnLine) return {};
    return {most->second.second};
  }

  std::span<const PageLine> pages_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<Named> DocumentOwners(const std::optional<Title>& title, std::string_view kind,
                                  std::span<const PageLine> pages, const Vocabulary& vocabulary) {
  return OwnerFinder(pages, vocabulary).Find(title, kind);
}

}  // namespace plansok::plan
