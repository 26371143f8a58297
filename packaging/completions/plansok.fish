# Completion of plansok for fish. Belongs in /usr/share/fish/vendor_completions.d/plansok.fish.

complete -c plansok -f
complete -c plansok -l server -x -d 'The server to ask (HOST:PORT)'
complete -c plansok -l timeout -x -d 'Longest wait for an answer, in seconds'
complete -c plansok -l json -d 'Print the answer as JSON'
complete -c plansok -l help -d 'Print help and exit'

set -l commands search show plans export status
set -l first "not __fish_seen_subcommand_from $commands"
complete -c plansok -n $first -l version -d 'Print the version and exit'
complete -c plansok -n $first -a search -d 'Find paragraphs'
complete -c plansok -n $first -a show -d 'Show one paragraph in whole, or a plan'
complete -c plansok -n $first -a plans -d 'List the plans'
complete -c plansok -n $first -a export -d 'Print all matching paragraphs'
complete -c plansok -n $first -a status -d 'Say what the server has'

set -l search '__fish_seen_subcommand_from search'
complete -c plansok -n $search -l limit -x -d 'How many to show; 0: counts only'
complete -c plansok -n $search -l facet -x -a 'committee goal goal_family area year kind origin body plan' -d 'Count by this field'
complete -c plansok -n $search -l order -x -a 'relevance plan' -d 'Order of hits'
complete -c plansok -n $search -l exact -d 'Search the words as typed'

complete -c plansok -n '__fish_seen_subcommand_from show' -l context -x -d 'Show N paragraphs before and after, too'
complete -c plansok -n '__fish_seen_subcommand_from export' -l jsonl -d 'One JSON object a line'

set -l filtered '__fish_seen_subcommand_from search export'
complete -c plansok -n $filtered -l committee -x -d 'Only this committee'
complete -c plansok -n $filtered -l goal -x -d 'Only this goal'
complete -c plansok -n $filtered -l goal-family -x -d 'Only goals of this family'
complete -c plansok -n $filtered -l area -x -d 'Only this area'
complete -c plansok -n $filtered -l year -x -d 'Only plans for this year, or these (A..B)'
complete -c plansok -n $filtered -l kind -x -a 'mål inriktning uppdrag omhändertagande indikator program text' -d 'Only this kind'
complete -c plansok -n $filtered -l origin -x -a 'kommunfullmäktige nämnden' -d 'Only assignments from here'
complete -c plansok -n $filtered -l body -x -d 'Only assignments to or with this body'
complete -c plansok -n $filtered -l plan -x -d 'Only this plan'
