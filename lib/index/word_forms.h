/// The ways a typed word may be written in a text.
#ifndef PLANSOK_INDEX_WORD_FORMS_H_
#define PLANSOK_INDEX_WORD_FORMS_H_

#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace plansok::index {

/// Whether the word was typed without å ä ö.
bool IsBare(const text::Word& word);

/// Whether the word is a compound whose modifier is one, too: kompetensförsörjnings-plan.
bool HasCompoundModifier(const text::Word& word);

/// What a Swedish word may become before another: stad stads-, familj familje-, barn barna-, hälsa hälso-,
/// gata gatu-, medborgare medborgar-. Too many by far, so only such as make a word of the index count.
std::vector<std::string> ModifierForms(const std::string& word);

/// The ways to write a word without å ä ö with them; none where there would be too many to try.
std::vector<std::string> WithDiacritics(std::string_view bare);

/// Terms: the word as typed and, where its letters without diacritics make no word of their own, without them
/// too: so text that lost its dots is found, and mål is never mal.
std::vector<std::string> Surfaces(const text::Analyzer& analyzer, const text::Word& word);

/// The terms with positions that a word has, in any inflection.
std::vector<std::string> Places(const text::Analyzer& analyzer, const text::Word& word);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_WORD_FORMS_H_
