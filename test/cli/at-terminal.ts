import { execFile } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(__dirname, "../..");

/**
 * Gives a program a terminal of its own and answers what it asks: each answer is typed when the text before it has appeared.
 * Prints what the terminal showed, and ends as the program does.
 */
const script = `
import json, os, pty, sys
command, answers = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
shown, at = "", 0
while True:
    try:
        chunk = os.read(terminal, 4096)
    except OSError:
        break
    if not chunk:
        break
    shown += chunk.decode()
    while answers and answers[0][0] in shown[at:]:
        asked, answer = answers.pop(0)
        at = shown.index(asked, at) + len(asked)
        os.write(terminal, answer.encode())
sys.stdout.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

export interface TerminalRun {
  readonly code: number;
  /** What the terminal showed, without colours. */
  readonly shown: string;
}

/** @param answers what to wait for on the terminal, and the keys to type then */
export function landfallAtTerminal(
  args: readonly string[],
  answers: readonly (readonly [asked: string, keys: string])[],
): Promise<TerminalRun> {
  const command = [process.execPath, "landfall.mjs", ...args];
  return new Promise((done) => {
    execFile("python3", ["-c", script, JSON.stringify([command, answers])], { cwd: root }, (error, stdout) => {
      const shown = stdout.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "").replaceAll("\r\n", "\n");
      done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : 1, shown });
    });
  });
}
