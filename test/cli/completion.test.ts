import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { landfall } from "../../cli/landfall";

const root = resolve(__dirname, "../..");
const minimal = "test/zones/minimal";
const scratch = mkdtempSync(join(tmpdir(), "landfall-completion-"));
let script = "";

/** What the program prints. */
async function printed(...args: readonly string[]): Promise<string> {
  const texts: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line: string) => void texts.push(`${line}\n`));
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => texts.push(String(text)) > 0);
  try {
    expect(await landfall(args)).toBe(0);
  } finally {
    log.mockRestore();
    write.mockRestore();
  }
  return texts.join("");
}

/** What bash offers for the last of the words, with the completion loaded as a user loads it. */
function offered(...words: readonly string[]): string[] {
  const line = `source "${script}"
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _landfall landfall
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const path = `${join(scratch, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const environment = { ...process.env, PATH: path };
  const answer = execFileSync("bash", ["-c", line, "bash", "landfall", ...words], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  return answer.split("\n").filter(Boolean);
}

beforeAll(async () => {
  script = join(scratch, "landfall.bash");
  writeFileSync(script, await printed("completion", "bash"));
  mkdirSync(join(scratch, "bin"));
  const program = join(scratch, "bin", "landfall");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "landfall.mjs")}" "$@"\n`);
  chmodSync(program, 0o755);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("completion in bash", () => {
  test("offers the commands", () => {
    expect(offered("dep")).toEqual(["deploy"]);
    expect(offered("")).toEqual(expect.arrayContaining(["init", "validate", "onboard", "completion"]));
  });

  test("offers a command's options, and none that is hidden", () => {
    expect(offered("deploy", "--auto")).toEqual(["--auto-approve"]);
    expect(offered("completion", "--")).toEqual(["--help"]);
  });

  test("offers what an option may be", () => {
    expect(offered("waves", "--format", "git")).toEqual(expect.arrayContaining(["github"]));
    expect(offered("deploy", "--zone", "test/zo")).toEqual(["test/zones"]);
  });

  test("offers the stacks of the zone that the line names", () => {
    expect(offered("deploy", "--zone", minimal, "network", "sho")).toEqual(["shop", "shop-payments"]);
  }, 90_000);

  test("offers stacks after an option that takes several, and a directory before them where one comes first", () => {
    expect(offered("rehearse", "--zone", minimal, "--only", "org", "log")).toEqual(["logs"]);
    expect(offered("eject", "test/zo")).toEqual(["test/zones"]);
  }, 90_000);

  test("offers nothing for an option with text of one's own", () => {
    expect(offered("init", "--organization", "")).toEqual([]);
  });
});

describe("the names that shells ask for", () => {
  test.each([
    ["accounts", ["boss", "shop", "vault", "wires"]],
    ["units", ["apps", "core", "apps/live"]],
    ["services", ["fulfilment", "notifications", "orders", "payments", "reports"]],
  ])("are the zone's: %s", async (kind, names) => {
    const lines = (await printed("completion", "--names", kind, "--zone", join(root, minimal))).split("\n");
    expect(lines.filter(Boolean)).toEqual(names);
  });
});

describe("completion in other shells", () => {
  test.each(["zsh", "fish"])("%s is told of every command and asks for names of the zone", async (shell) => {
    const text = await printed("completion", shell);
    for (const command of ["init", "deploy", "onboard"]) expect(text).toContain(command);
    expect(text).toContain("_landfall_names stacks");
  });

  test("is refused for a shell there is none for", async () => {
    const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await landfall(["completion", "tcsh"])).toBe(2);
    expect(String(error.mock.calls[0]?.[0])).toContain("tcsh is none of bash, zsh, fish");
    error.mockRestore();
  });
});
