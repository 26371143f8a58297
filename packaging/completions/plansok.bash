# Completion of plansok for bash. Belongs in /usr/share/bash-completion/completions/plansok.

_plansok() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local global='--server --timeout --json --help'
  local filters='--committee --goal --goal-family --area --year --kind --origin --body --plan'
  local words='' command='' word skip=''

  # The command is the first word that is neither a flag nor a flag's value.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [ -n "$skip" ]; then skip=''; continue; fi
    case $word in
      --server | --timeout | :) skip=1 ;; # bash parts HOST:PORT at the colon
      -*) ;;
      *) command=$word; break ;;
    esac
  done

  case $previous in
    --facet) words='committee goal goal_family area year kind origin body plan' ;;
    --kind) words='mål inriktning uppdrag omhändertagande indikator program text' ;;
    --origin) words='kommunfullmäktige nämnden' ;;
    --order) words='relevance plan' ;;
    --server | --timeout | --limit | --context | --committee | --goal | --goal-family | --area | --year | --body | --plan)
      return ;;
    *)
      case $command in
        '') words="search show plans export status --version $global" ;;
        search) words="--limit --facet --order --exact $filters $global" ;;
        show) words="--context $global" ;;
        export) words="--jsonl $filters $global" ;;
        plans | status) words=$global ;;
      esac ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _plansok plansok
