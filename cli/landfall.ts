import { Command } from "commander";
import { exitCodes } from "./command";
import { commandsFor, loadCommand } from "./commands";
import { checkTools, type Tool } from "./prerequisites";
import { programVersion } from "../declaration/program-version";
import { reportError } from "./report-error";

/** Runs the program with the arguments after its name. @returns the exit code */
export async function landfall(args: readonly string[]): Promise<number> {
  let task: { tools: readonly Tool[]; run: () => Promise<number> } | undefined;
  const program = new Command("landfall")
    .description("A multi-account AWS landing zone: rehearse it locally, deploy it, keep it.")
    .version(programVersion())
    .showHelpAfterError("(landfall --help shows what there is)")
    .configureHelp({ sortSubcommands: false })
    .exitOverride();
  for (const name of commandsFor(args)) loadCommand(name)(program, (tools, run) => (task = { tools, run }));
  for (const command of program.commands) {
    command.exitOverride().copyInheritedSettings(program);
    command.showHelpAfterError(`(landfall ${command.name()} --help shows what it takes)`);
  }
  try {
    program.parse(args, { from: "user" });
    if (!task) return exitCodes.success;
    await checkTools(task.tools);
    return await task.run();
  } catch (error) {
    const exit = commanderExit(error);
    return exit ?? reportError(error);
  }
}

/** commander has printed help or what is wrong with the arguments already. */
function commanderExit(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("exitCode" in error) || error.name !== "CommanderError") return undefined;
  return error.exitCode === 0 ? exitCodes.success : exitCodes.userError;
}
