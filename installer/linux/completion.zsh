#compdef fragments
# zsh completes by the functions that bash has.

autoload -U +X bashcompinit && bashcompinit
(( $+functions[compopt] )) || compopt() { : } # bash's, which zsh lacks
source ${${(%):-%x}:A:h}/../../bash-completion/completions/fragments
_bash_complete -o default -F _complete_fragments
