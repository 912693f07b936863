import { jest } from "@jest/globals";
import { landfall } from "../../cli/landfall";

/** One run of the program in this process, with nobody at a terminal. */
export interface CapturedRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program and keeps what it prints. */
export async function captured(...args: readonly string[]): Promise<CapturedRun> {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(`${line}\n`)),
    jest.spyOn(console, "error").mockImplementation((line: string) => void err.push(`${line}\n`)),
    jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0),
  ];
  try {
    const code = await landfall(args);
    return { code, stdout: out.join(""), stderr: err.join("") };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
  }
}
