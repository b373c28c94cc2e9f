#compdef fragments
# Uses the bash completion.

autoload -U +X bashcompinit && bashcompinit
(( $+functions[compopt] )) || compopt() { : } # exists only in bash
source ${${(%):-%x}:A:h}/../../bash-completion/completions/fragments
_bash_complete -o default -F _complete_fragments
