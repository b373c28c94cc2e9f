#compdef fragments
# zsh completes by the functions that bash has.

autoload -U +X bashcompinit && bashcompinit
source /usr/share/bash-completion/completions/fragments
_bash_complete -o default -F _complete_fragments
