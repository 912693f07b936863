import type { CompletedCommand, CompletedOption, Values } from "./tree";

/** The completion for zsh, by its own `_arguments`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, description }) => `    ${quoted(`${name}:${escaped(description)}`)}`);
  const cases = commands.map(({ name, options, arguments: all }) => {
    const specs = [
      ...options.flatMap(optionSpecs),
      ...all.map(({ values, variadic }, at) => `${variadic ? "*" : at + 1}:${spoken(values)}:${action(values)}`),
    ];
    return `    ${name}) _arguments ${specs.map(quoted).join(" ")} ;;`;
  });
  return `#compdef landfall
# zsh completion for landfall:  landfall completion zsh > a directory of $fpath, as _landfall
_landfall_names() {
  local -a names zone
  (( $words[(I)--zone] )) && zone=(--zone $words[$words[(I)--zone]+1])
  names=(\${(f)"$(landfall completion --names $1 $zone 2>/dev/null)"})
  compadd -a names
}
_landfall() {
  local -a commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join("\n")}
  esac
}
if [[ $funcstack[1] == _landfall ]]; then _landfall "$@"; else compdef _landfall landfall; fi
`;
}

function optionSpecs({ flags, description, values, variadic }: CompletedOption): readonly string[] {
  const repeated = variadic ? "*" : "";
  const value = values === undefined ? "" : `:${spoken(values)}:${action(values)}`;
  return flags.map((flag) => `${repeated}${flag}[${escaped(description)}]${value}`);
}

function spoken(values: Values): string {
  return typeof values === "string" ? values : "value";
}

function action(values: Values): string {
  switch (values) {
    case "directories":
      return "_files -/";
    case "files":
      return "_files";
    case "text":
      return " ";
    case "stacks":
    case "accounts":
    case "units":
    case "services":
      return `{_landfall_names ${values}}`;
    default:
      return `(${values.join(" ")})`;
  }
}

/** What `_arguments` and `_describe` would read as the end of a description. */
function escaped(description: string): string {
  return description.replace(/[[\]:\\]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
