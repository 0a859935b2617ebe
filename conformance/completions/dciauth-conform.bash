# SPDX-License-Identifier: Apache-2.0
# dciauth-conform.bash - completion for bash: the program says what may stand here, and bash what files there are.

_dciauth_conform() {
  local line word strip="" breaks words
  # The words up to the cursor, which bash would cut at `:` and `=`.
  read -a words <<<"${COMP_LINE:0:COMP_POINT}"
  [[ ${COMP_LINE:COMP_POINT-1:1} == [[:blank:]] ]] && words+=("")
  word=${words[-1]}
  case $word in
  [\"\']*) words[-1]=${word:1} ;; # in quotes bash does not cut
  *)
    # Bash puts what we say in the place of what stands behind its last cut.
    breaks=${COMP_WORDBREAKS//[^:=]/}
    [[ -n $breaks ]] && strip=${word%"${word##*[$breaks]}"}
    ;;
  esac

  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
    :file\ *) _dciauth_conform_files -f "${line#:file }" ;;
    :folder\ *) _dciauth_conform_files -d "${line#:folder }" ;;
    *)
      line=${line%%$'\t'*}
      COMPREPLY+=("${line#"$strip"}")
      ;;
    esac
  done < <("${1/#\~\//$HOME/}" complete -- "${words[@]:1}" 2>/dev/null)
  [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[/:=] ]] && compopt -o nospace
}

# _dciauth_conform_files KIND KEEP adds the names that the word may become behind KEEP.
_dciauth_conform_files() {
  local name found=${words[-1]#"$2"} keep=${2#"$strip"}
  compopt -o filenames
  while IFS= read -r name; do
    COMPREPLY+=("$keep$name")
  done < <(compgen "$1" -- "$found")
}

complete -F _dciauth_conform dciauth-conform
