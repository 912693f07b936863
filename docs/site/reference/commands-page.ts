import { Command, type Argument, type Option } from "commander";
import { commandNames, loadCommand } from "../../../cli/commands";
import { code, prose, table } from "./table";

/** docs/reference/commands.md: every command as the program itself registers it. */
export function commandsPage(): string {
  const program = new Command("landfall");
  for (const name of commandNames) loadCommand(name)(program, () => undefined);
  const commands = program.commands.filter((command) => commandNames.some((name) => name === command.name()));
  return [
    "# Commands",
    "",
    `The ${String(commands.length)} commands of \`landfall\`, from the table the program runs. They exit 0 (clean), 1 (findings, or something failed), 2 (unusable input) or 130 (interrupted).`,
    "",
    table(
      ["command", "what it does"],
      commands.map((command) => [`[${command.name()}](#${command.name()})`, prose(command.description())]),
    ),
    "",
    ...commands.flatMap(section),
  ].join("\n");
}

function section(command: Command): readonly string[] {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== "--help");
  const values = command.registeredArguments.map(argumentRow).filter(([, what]) => what !== "");
  return [
    `## ${command.name()}`,
    "",
    `\`landfall ${command.name()} ${command.usage()}\``.replace(" `", "`"),
    "",
    `${sentence(command.description())}`,
    "",
    ...(values.length === 0 ? [] : [table(["argument", "what it is"], values), ""]),
    ...(options.length === 0 ? [] : [table(["option", "what it does", "default"], options.map(optionRow)), ""]),
    "```console",
    ...examplesOf(command),
    "```",
    "",
  ];
}

const sentence = (text: string): string => prose(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);

function argumentRow(argument: Argument): readonly [string, string] {
  const choices = argument.argChoices?.map(code).join(", ") ?? "";
  return [code(argument.name()), prose([argument.description, choices].filter(Boolean).join(": "))];
}

function optionRow({
  flags,
  description,
  argChoices,
  defaultValue,
  defaultValueDescription,
  envVar,
}: Option): string[] {
  const choices = argChoices === undefined ? [] : [`one of ${argChoices.map(code).join(", ")}`];
  const standard =
    defaultValueDescription ?? (defaultValue === undefined || defaultValue === false ? "" : code(String(defaultValue)));
  const from = envVar === undefined ? "" : `the environment's ${code(envVar)}`;
  return [code(flags), [prose(description), ...choices].join("; "), [from, standard].filter(Boolean).join(", else ")];
}

/** The lines below `Examples:` of the command's help. */
function examplesOf(command: Command): readonly string[] {
  let shown = "";
  command.configureOutput({ writeOut: (text) => (shown += text), writeErr: () => undefined });
  command.outputHelp();
  const [, examples = ""] = shown.split(/^Examples:\n/m);
  return examples
    .trimEnd()
    .split("\n")
    .map((line) => `$ ${line.trim()}`);
}
