import type { CompletedCommand, CompletedOption, Values } from "./tree";

/** The completion for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, description, options, arguments: all }) => {
    const when = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c landfall -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...options.map(
        (option) => `complete -c landfall ${when} ${optionWords(option)} -d ${quoted(option.description)}`,
      ),
      ...all.flatMap(({ values }) => (values === "text" ? [] : [`complete -c landfall ${when} ${valueWords(values)}`])),
    ];
  });
  return `# fish completion for landfall:  landfall completion fish > ~/.config/fish/completions/landfall.fish
function __landfall_names
    set -l words (commandline -opc)
    set -l at (contains -i -- --zone $words)
    if test -n "$at"
        landfall completion --names $argv[1] --zone $words[(math $at + 1)] 2>/dev/null
    else
        landfall completion --names $argv[1] 2>/dev/null
    end
end
complete -c landfall -f
${lines.join("\n")}
`;
}

function optionWords({ flags, values }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...(values === undefined ? [] : ["-r", valueWords(values)])].join(" ").trim();
}

function valueWords(values: Values): string {
  switch (values) {
    case "directories":
      return "-a '(__fish_complete_directories)'";
    case "files":
      return "-F";
    case "text":
      return "";
    case "stacks":
    case "accounts":
    case "units":
    case "services":
      return `-a '(__landfall_names ${values})'`;
    default:
      return `-a '${values.join(" ")}'`;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
