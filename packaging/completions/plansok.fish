# Completion of plansok for fish. Belongs in /usr/share/fish/vendor_completions.d/plansok.fish.
# plansok itself knows what may come next: see "plansok __complete".

function __plansok_candidates
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete $words[2..-1] 2>/dev/null
end

complete -c plansok -f -a '(__plansok_candidates)'
