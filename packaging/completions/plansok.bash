# Completion of plansok for bash. Belongs in /usr/share/bash-completion/completions/plansok.
# plansok itself knows what may come next: see "plansok __complete".

_plansok() {
  local words=() word glue='' typed candidate
  # bash parts words at : and =, plansok does not.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    case $word in
      : | =) glue=1 ;;
      *) if [ -z "$glue" ]; then words+=("$word"); continue; fi; glue='' ;;
    esac
    if [ "${#words[@]}" -gt 0 ]; then words[-1]+=$word; else words+=("$word"); fi
  done
  COMPREPLY=()
  typed=${words[-1]}
  while IFS=$'\t' read -r candidate _; do
    COMPREPLY+=("${candidate#"${typed%"${typed##*[:=]}"}"}") # only what bash takes for the word
  done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -F _plansok plansok
