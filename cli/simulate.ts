import { readFileSync } from "node:fs";
import { UserError } from "../declaration/user-error";
import { compileBounds } from "../engine/decide/compile";
import { exitCodes, registration } from "./command";
import { readCase } from "./simulate-case";

interface Options {
  readonly case: string;
  readonly json?: boolean;
}

export const simulate = registration<Options>({
  name: "simulate",
  usage: "",
  summary: "decide the requests of a file against the policies of a path, both given in the file",
  examples: [
    "landfall simulate --case case.json      # one decision a line, in the order of the requests",
    "landfall simulate --case case.json --json",
  ],
  tools: [],
  configure: (command) =>
    void command
      .requiredOption(
        "--case <file>",
        'JSON: {"path":[{"id":…,"policies":[POLICY,…]},…],"requests":[{"action":…,"resource":…,"principal":ARN,"context":{KEY:string|string[]}},…]}',
      )
      .option("--json", "print the decisions as one JSON list"),
  run: (_positionals, { case: file, json }) => {
    const found = readCase(textOf(file));
    if ("faults" in found) {
      for (const { line, column, message } of found.faults) console.error(`${file}:${line}:${column} ${message}`);
      const count = found.faults.length;
      console.error(`${count} ${count === 1 ? "fault" : "faults"}; nothing was decided.`);
      return Promise.resolve(exitCodes.userError);
    }
    const decide = compileBounds({ scp: found.path, rcp: [] });
    const verdicts = found.requests.map(decide);
    const lines = json ? [JSON.stringify(verdicts)] : verdicts.map((verdict) => JSON.stringify(verdict));
    process.stdout.write(lines.map((line) => `${line}\n`).join(""));
    return Promise.resolve(exitCodes.success);
  },
});

/** @throws UserError when the file cannot be read */
function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `${file} cannot be read: ${why}`,
      "Name a JSON file that can be read, or - for standard input.",
    );
  }
}
