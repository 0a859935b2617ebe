# SPDX-License-Identifier: Apache-2.0
# dciauth-conform.fish - completion for fish: the program says what may stand here, and fish what files there are.

function __dciauth_conform_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    if string match -qr '^["\']' -- $word
        set word (string sub -s 2 -- $word)
    else
        set word (string unescape -- $word)
    end
    for line in ($words[1] complete -- $words[2..-1] "$word" 2>/dev/null)
        switch $line
            case ':file *'
                set -l keep (string replace ':file ' '' -- $line)
                for name in (__fish_complete_path (string sub -s (math (string length -- $keep) + 1) -- "$word"))
                    echo -- $keep$name
                end
            case ':folder *'
                set -l keep (string replace ':folder ' '' -- $line)
                for name in (__fish_complete_directories (string sub -s (math (string length -- $keep) + 1) -- "$word") '')
                    echo -- $keep$name
                end
            case '*'
                echo -- $line
        end
    end
end

complete -c dciauth-conform -f -a '(__dciauth_conform_complete)'
