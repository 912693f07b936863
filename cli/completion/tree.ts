import type { Argument, Command, Option } from "commander";

/** Names that only the zone and the project know. */
export const nameKinds = ["stacks", "accounts", "units", "services"] as const;
export type NameKind = (typeof nameKinds)[number];

/** What may stand in a place: names of the zone, paths, some words, or text that nobody can guess. */
export type Values = NameKind | "directories" | "files" | "text" | readonly string[];

export interface CompletedOption {
  /** With its dashes. */
  readonly flags: readonly string[];
  readonly description: string;
  /** `undefined` for a flag without a value. */
  readonly values: Values | undefined;
  readonly variadic: boolean;
}

export interface CompletedArgument {
  readonly values: Values;
  readonly variadic: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly arguments: readonly CompletedArgument[];
}

/** Values by the placeholder that the help shows, such as `<stacks...>`; options by their own name first. */
const valuesByName: Readonly<Record<string, Values>> = {
  "--ou": "units",
  "--service": "services",
  stacks: "stacks",
  stack: "stacks",
  account: "accounts",
  accounts: "accounts",
  from: "accounts",
  to: "accounts",
  directory: "directories",
  plans: "directories",
  file: "files",
};

/** Every command of the program with what its words may be, as commander's help lists them; hidden ones are left out. */
export function treeOf(program: Command): readonly CompletedCommand[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => ({
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(completedOption),
    arguments: command.registeredArguments.map(completedArgument),
  }));
}

function completedOption(option: Option): CompletedOption {
  const takesValue = option.required || option.optional;
  const placeholder = /[<[]([^\]>.]+)/.exec(option.flags)?.[1] ?? "";
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    values: takesValue
      ? (option.argChoices ?? valuesByName[option.long ?? ""] ?? valuesByName[placeholder] ?? "text")
      : undefined,
    variadic: option.variadic,
  };
}

function completedArgument(argument: Argument): CompletedArgument {
  return {
    values: argument.argChoices ?? valuesByName[argument.name()] ?? "text",
    variadic: argument.variadic,
  };
}
