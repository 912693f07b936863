import { describe, expect, test } from "@jest/globals";
import { Command } from "commander";
import { commandNames, commandsFor, loadCommand } from "../../cli/commands";

describe("commands are loaded when they are needed", () => {
  test.each(commandNames)("%s is in the file of its name, under its name", (name) => {
    const program = new Command();
    loadCommand(name)(program, () => undefined);
    expect(program.commands.map((command) => command.name())).toEqual([name]);
  });

  test.each<[string, readonly string[], number]>([
    ["a command line needs its command alone", ["deploy", "--help"], 1],
    ["the help of the program needs all", ["--help"], commandNames.length],
    ["so does help of a command asked the other way", ["help", "deploy"], commandNames.length],
    ["so does a name there is none of, for the nearest", ["deplyo"], commandNames.length],
    ["so does no argument", [], commandNames.length],
    ["so does a script that completes all", ["completion", "bash"], commandNames.length],
    ["but not a script that asks for names", ["completion", "--names", "accounts"], 1],
  ])("%s", (_says, args, count) => {
    expect(commandsFor(args)).toHaveLength(count);
  });
});
