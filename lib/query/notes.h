/// What is said to the person about how the line was read. All wordings, in Swedish, in one place.
#ifndef PLANSOK_QUERY_NOTES_H_
#define PLANSOK_QUERY_NOTES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plansok::query {

/// Different notes, in the order they were made, at most kMaxNotes.
class Notes {
 public:
  void Add(std::string note);
  /// Whether no more are taken.
  bool full() const;
  std::vector<std::string> Take() { return std::move(notes_); }

 private:
  std::vector<std::string> notes_;
};

/// What was typed, as a note quotes it: of a long text the beginning.
std::string Shown(std::string_view typed);

inline constexpr std::string_view kNoteLineTooLong = "Raden är mycket lång: bara början av den söks.";
inline constexpr std::string_view kNoteTooManyWords = "Raden har många ord: bara de första {} söks.";
inline constexpr std::string_view kNoteUnreadable = "Tecken som inte går att läsa är utelämnade.";
inline constexpr std::string_view kNoteOpenQuote = "Citattecknet är inte avslutat och läses som text.";
inline constexpr std::string_view kNoteEmptyQuotes = "Citattecken utan ord emellan är utelämnade.";
inline constexpr std::string_view kNoteQuoteInWord = "Citattecken inne i ett ord läses som text.";
inline constexpr std::string_view kNoteOpenParenthesis = "Parentesen är inte avslutad och läses som text.";
inline constexpr std::string_view kNoteCloseParenthesis =
    "En parentes avslutas utan att ha börjat och läses som text.";
inline constexpr std::string_view kNoteTooDeep = "Parenteser inuti fler än {} andra läses som text.";
inline constexpr std::string_view kNoteStar = "* fungerar bara sist i ett ord (ord*) och läses här som text.";
inline constexpr std::string_view kNoteOperator = "{} behöver ett ord på båda sidor och läses som text.";
inline constexpr std::string_view kNoteNot = "{} behöver ett ord efter sig och läses som text.";
inline constexpr std::string_view kNoteNearOperands = "{} gäller bara mellan enstaka ord och är utelämnat.";
inline constexpr std::string_view kNoteNearDistance = "Avståndet i {} är ändrat till {}.";
inline constexpr std::string_view kNoteNearMixed =
    "Olika avstånd mellan ord i följd: det längsta, {}, gäller.";
inline constexpr std::string_view kNoteNoValue = "{}: saknar värde direkt efter kolon och läses som text.";
inline constexpr std::string_view kNoteNoSuchField = "Det finns inget fält ”{}”: det läses som text.{}";
inline constexpr std::string_view kNoteMoreLacked = "Styckena saknar {} ord till av dem som söktes.";
inline constexpr std::string_view kNoteNoYear =
    "”{}” är inget årtal (år:2024 eller år:2023..2025) och läses som text.";
inline constexpr std::string_view kNoteReversedYears =
    "Åren i ”{}” står i omvänd ordning och läses som {}–{}.";
inline constexpr std::string_view kNoteNothingToSearch = "Frågan har inget ord att söka på.";
inline constexpr std::string_view kNoteNoSuchValue = "Ingen plan har {} ”{}”.{}";
inline constexpr std::string_view kNoteDidYouMean = " Menade du {}?";
inline constexpr std::string_view kNoteCommonestOnly = "{} ord börjar på ”{}”: de {} vanligaste söktes.";
inline constexpr std::string_view kNoteTooManyPrefixes = "”{}*” är utelämnat: raden har för många ordbörjor.";
inline constexpr std::string_view kNoteAbsent = "”{}” finns inte i någon plan.";
inline constexpr std::string_view kNoteNoneHas = "Inget av styckena har ”{}”.";

/// What would be found, were one thing less asked for: one of the beginnings below, and how many.
inline constexpr std::string_view kNoteWouldFind = "{}: {} {}.";
inline constexpr std::string_view kWithoutFilter = "Utan filtret på {}";
inline constexpr std::string_view kWithout = "Utan ”{}”";
inline constexpr std::string_view kWithoutNot = "Med ”{}”";
inline constexpr std::string_view kPhraseApart = "Orden i ”{}” var för sig";
inline constexpr std::string_view kNearApart = "Orden i ”{}” på valfritt avstånd";

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_NOTES_H_
