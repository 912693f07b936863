import type { CompletedCommand, Values } from "./tree";

/** The completion for bash, from 3.2 on: two tables made from the commands, and a function that walks the words. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const options = commands.flatMap(({ name, options: all }) =>
    all.flatMap(({ flags, values, variadic }) =>
      values === undefined
        ? []
        : [
            `    ${flags.map((flag) => `"${name} ${flag}"`).join("|")}) kind=${word(values)} many=${variadic ? 1 : ""} ;;`,
          ],
    ),
  );
  const positions = commands.flatMap(({ name, arguments: all }) =>
    all.map(({ values, variadic }, at) => `    "${name} "${variadic ? "*" : at}) kind=${word(values)} ;;`),
  );
  const flags = commands.map(
    ({ name, options: all }) => `    ${name}) kind=${word(all.flatMap((option) => option.flags))} ;;`,
  );
  return `# bash completion for landfall:  source <(landfall completion bash)
_landfall_option() {
  case "$1 $2" in
${options.join("\n")}
    *) kind= many= ;;
  esac
}
_landfall_argument() {
  case "$1 $2" in
${positions.join("\n")}
    *) kind=text ;;
  esac
}
_landfall_options() {
  case "$1" in
${flags.join("\n")}
    *) kind='--help --version' ;;
  esac
}
_landfall() {
  local current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} kind= many= option= position=0 at word
  local zone=()
  COMPREPLY=()
  for ((at = 2; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    if [[ $word == -* ]]; then
      option=$word
      _landfall_option "$command" "$option"
    elif [[ $kind ]]; then
      [[ $option == --zone ]] && zone=(--zone "$word")
      [[ $many ]] || kind=
    else
      position=$((position + 1))
    fi
  done
  if [[ $COMP_CWORD == 1 && $current != -* ]]; then
    kind=${word(commands.map(({ name }) => name))}
  elif [[ $current == -* ]]; then
    _landfall_options "$command"
  elif [[ -z $kind ]]; then
    _landfall_argument "$command" "$position"
  fi
  local words=$kind IFS=$' \\n'
  case $kind in
    text) return ;;
    directories) compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$current")); return ;;
    files) compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$current")); return ;;
    stacks|accounts|units|services) words=$("$1" completion --names "$kind" "\${zone[@]}" 2>/dev/null) ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _landfall landfall
`;
}

function word(values: Values): string {
  return typeof values === "string" ? values : `'${values.join(" ")}'`;
}
