import type { Command } from "commander";
import type { Tool } from "./prerequisites";

/** Exit codes of every command. A bug exits with 1 too, after its stack trace. */
export const exitCodes = { success: 0, failed: 1, userError: 2, interrupted: 130 } as const;

/** One command of the program: what commander and the help show of it, and what it does. */
export interface LandfallCommand<Options> {
  readonly name: string;
  /** Positional arguments as commander writes them, such as `[stacks...]`. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Programs that must be installed. */
  readonly tools: readonly Tool[];
  /** Adds the options. */
  readonly configure: (command: Command) => void;
  /** @returns the exit code */
  readonly run: (positionals: readonly string[], options: Options) => Promise<number>;
}

/** Adds a command to the program. */
export type Registration = (
  program: Command,
  launch: (tools: readonly Tool[], run: () => Promise<number>) => void,
) => void;

/** Keeps each command's own type of options, while the list of commands knows none of them. */
export function registration<Options extends object>(definition: LandfallCommand<Options>): Registration {
  return (program, launch) => {
    const command = program.command(`${definition.name} ${definition.usage}`.trim()).description(definition.summary);
    definition.configure(command);
    command.addHelpText("after", `\nExamples:\n${definition.examples.map((line) => `  ${line}`).join("\n")}`);
    command.action(() => {
      const positionals = command.processedArgs.flat().filter((value): value is string => typeof value === "string");
      launch(definition.tools, () => definition.run(positionals, command.opts<Options>()));
    });
  };
}
