#include "index/suggestion_builder.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "index/spelling.h"
#include "text/code_points.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

/// Nobody wants one letter completed, and no word is longer.
constexpr std::size_t kMinLetters = 2;

bool IsWorthSuggesting(const std::string& surface) {
  const std::u32string letters = text::DecodeUtf8(surface);
  return letters.size() >= kMinLetters && letters.size() <= kMaxSpellingLength && IsSwedishLetters(letters);
}

bool IsSideBySide(const text::Word& left, const text::Word& right) { return right.begin == left.end + 1; }

/// `word` of Swedish letters, in capitals.
std::string Capitals(std::string_view word) {
  std::string capitals;
  for (const char32_t letter : text::DecodeUtf8(word)) {
    std::string utf8;
    text::AppendUtf8(letter, utf8);
    capitals += text::Capitalized(utf8);
  }
  return capitals;
}

/// The least frequency that leaves at most `most` of `frequencies`.
std::uint32_t LeastKept(std::vector<std::uint32_t> frequencies, std::size_t most) {
  if (frequencies.size() <= most) return 0;
  const auto cut = frequencies.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(frequencies.begin(), cut, frequencies.end(), std::greater<>());
  return *cut + 1;
}

}  // namespace

std::uint32_t SuggestionBuilder::FormNumber(const text::Word& word, std::string_view printed, bool damaged) {
  if (!IsWorthSuggesting(word->surface)) return kBreak;
  const auto next = static_cast<std::uint32_t>(forms_.size());
  const auto [known, added] = form_numbers_.try_emplace(word->surface, next);
  if (added) {
    const auto stem = stem_numbers_.try_emplace(word->stem, stem_numbers_.size()).first->second;
    forms_.push_back({.text = word->surface,
                      .stem = stem,
                      .last_paragraph = UINT32_MAX,
                      .stopword = word->stopword,
                      .upper = true});
  }
  Form& form = forms_[known->second];
  const auto paragraph = static_cast<std::uint32_t>(ends_.size());
  if (std::exchange(form.last_paragraph, paragraph) != paragraph) ++form.frequency;
  form.sound = form.sound || !damaged;
  form.lower = form.lower || printed == form.text;
  form.upper =
      form.upper && std::none_of(printed.begin(), printed.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return known->second;
}

void SuggestionBuilder::AddParagraph(const std::vector<text::Word>& words, std::string_view text,
                                     bool damaged) {
  if (tokens_.size() < kMaxTokens) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0 && !IsSideBySide(words[i - 1], words[i])) tokens_.push_back(kBreak);
      const std::string_view printed = text.substr(words[i].begin, words[i].end - words[i].begin);
      tokens_.push_back(FormNumber(words[i], printed, damaged));
    }
    tokens_.push_back(kBreak);
  }
  ends_.push_back(tokens_.size());
}

void SuggestionBuilder::ChooseForms(const text::Analyzer& analyzer) {
  std::vector<std::uint32_t> frequencies;
  for (Form& form : forms_) {
    form.kept = form.sound || (form.frequency > 1 && analyzer.Knows(form.text));
    if (form.kept) frequencies.push_back(form.frequency);
  }
  const std::uint32_t least = LeastKept(std::move(frequencies), kMaxForms);
  for (Form& form : forms_) form.kept = form.kept && form.frequency >= least;
}

std::vector<std::vector<std::uint32_t>> SuggestionBuilder::StemDocids() const {
  std::vector<std::vector<std::uint32_t>> docids(stem_numbers_.size());
  std::size_t token = 0;
  for (std::size_t paragraph = 0; paragraph < ends_.size(); ++paragraph) {
    const auto docid = static_cast<std::uint32_t>(paragraph + 1);
    for (; token < ends_[paragraph]; ++token) {
      if (!IsContent(tokens_[token])) continue;
      std::vector<std::uint32_t>& stem = docids[forms_[tokens_[token]].stem];
      if (stem.empty() || stem.back() != docid) stem.push_back(docid);
    }
  }
  return docids;
}

std::vector<std::vector<SuggestionBuilder::Place>> SuggestionBuilder::Beginnings() const {
  std::vector<std::vector<Place>> places(forms_.size());
  std::size_t token = 0;
  for (std::size_t paragraph = 0; paragraph < ends_.size(); ++paragraph) {
    for (; token < ends_[paragraph]; ++token) {
      if (IsContent(tokens_[token]) && forms_[tokens_[token]].frequency >= kMinPhraseFrequency) {
        places[tokens_[token]].push_back({token, static_cast<std::uint32_t>(paragraph + 1)});
      }
    }
  }
  return places;
}

/// Every place ends in a break, so the two words after it are within the tokens or a break before them is.
void SuggestionBuilder::AddPhrasesAt(std::uint32_t first, const std::vector<Place>& places,
                                     std::vector<Phrase>* phrases) const {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> found;  // second, third, docid
  for (const Place& place : places) {
    const std::uint32_t second = tokens_[place.position + 1];
    if (second == kBreak) continue;
    if (IsContent(second)) found.emplace_back(second, kBreak, place.docid);
    const std::uint32_t third = tokens_[place.position + 2];
    if (IsContent(third)) found.emplace_back(second, third, place.docid);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (auto begin = found.begin(); begin != found.end();) {
    const auto [second, third, docid] = *begin;
    const auto end = std::upper_bound(begin, found.end(), std::tuple(second, third, UINT32_MAX));
    if (end - begin >= kMinPhraseFrequency) {
      Phrase& phrase = phrases->emplace_back(Phrase{first, second, third, {}});
      for (auto at = begin; at != end; ++at) phrase.docids.push_back(std::get<2>(*at));
    }
    begin = end;
  }
}

/// Without the two words that never stand but in one phrase of three.
std::vector<SuggestionBuilder::Phrase> SuggestionBuilder::Phrases() const {
  std::vector<Phrase> phrases;
  const std::vector<std::vector<Place>> beginnings = Beginnings();
  for (std::uint32_t form = 0; form < forms_.size(); ++form) AddPhrasesAt(form, beginnings[form], &phrases);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> longest;  // by two words: of their phrases
  for (const Phrase& phrase : phrases) {
    if (phrase.third == kBreak) continue;
    for (const auto& pair :
         {std::pair(phrase.first, phrase.second), std::pair(phrase.second, phrase.third)}) {
      std::size_t& most = longest[pair];
      most = std::max(most, phrase.docids.size());
    }
  }
  std::erase_if(phrases, [&](const Phrase& phrase) {
    if (phrase.third != kBreak) return false;
    const auto within = longest.find({phrase.first, phrase.second});
    return within != longest.end() && within->second == phrase.docids.size();
  });
  std::vector<std::uint32_t> frequencies;
  for (const Phrase& phrase : phrases)
    frequencies.push_back(static_cast<std::uint32_t>(phrase.docids.size()));
  const std::uint32_t least = LeastKept(std::move(frequencies), kMaxPhrases);
  std::erase_if(phrases, [&](const Phrase& phrase) { return phrase.docids.size() < least; });
  return phrases;
}

/// As printed where it is never printed in small letters: Göteborg, SSPF.
std::string SuggestionBuilder::Display(std::uint32_t form) const {
  const Form& known = forms_[form];
  if (known.lower) return known.text;
  return known.upper ? Capitals(known.text) : text::Capitalized(known.text);
}

std::string SuggestionBuilder::Display(const Phrase& phrase) const {
  std::string display = Display(phrase.first) + ' ' + Display(phrase.second);
  if (phrase.third != kBreak) display += ' ' + Display(phrase.third);
  return display;
}

storage::SuggestionTable SuggestionBuilder::Finish(const text::Analyzer& analyzer) {
  struct Completion {
    std::string folded;
    std::string display;
    std::uint32_t entry = 0;
    std::uint32_t frequency = 0;
  };
  ChooseForms(analyzer);
  std::vector<std::vector<std::uint32_t>> entries = StemDocids();
  std::vector<Completion> completions;
  for (std::uint32_t form = 0; form < forms_.size(); ++form) {
    if (!IsContent(form)) continue;
    completions.push_back(
        {text::FoldWord(forms_[form].text), Display(form), forms_[form].stem, forms_[form].frequency});
  }
  for (Phrase& phrase : Phrases()) {
    std::string display = Display(phrase);
    const auto frequency = static_cast<std::uint32_t>(phrase.docids.size());
    completions.push_back(
        {text::FoldWord(display), display, static_cast<std::uint32_t>(entries.size()), frequency});
    entries.push_back(std::move(phrase.docids));
  }
  std::sort(completions.begin(), completions.end(), [](const Completion& a, const Completion& b) {
    return std::tie(a.folded, a.display) < std::tie(b.folded, b.display);
  });
  storage::SuggestionTable table;
  table.set_word_entries(static_cast<std::uint32_t>(stem_numbers_.size()));
  for (const Completion& completion : completions) {
    table.add_texts(completion.display);
    table.add_entries(completion.entry);
    table.add_frequencies(completion.frequency);
  }
  for (const std::vector<std::uint32_t>& docids : entries) {
    table.add_docid_counts(static_cast<std::uint32_t>(docids.size()));
    std::uint32_t before = 0;
    for (const std::uint32_t docid : docids) table.add_docid_steps(docid - std::exchange(before, docid));
  }
  return table;
}

}  // namespace plansok::index
