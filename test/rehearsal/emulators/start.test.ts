import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Emulators, startEmulators } from "../../../rehearsal/emulators/start-emulators";

/** In Python's place: ministack answers at once; moto hangs so many times first, or ends. Each start adds its process id to a file. */
const standIn = (hangs: number, ends: boolean): string => `#!${process.execPath}
const { appendFileSync, readFileSync } = require("node:fs");
const [, , program, socket] = process.argv;
const starts = process.env.HOME + "/starts";
appendFileSync(starts, process.pid + "\\n");
const count = readFileSync(starts, "utf8").trim().split("\\n").length;
if (program.endsWith("moto_server.py")) {
  if (${ends}) process.exit(3);
  if (count <= ${hangs}) for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}
require("node:http").createServer((_, answer) => answer.end("ok")).listen(socket);
`;

describe("an emulator", () => {
  let runDirectory: string;
  let emulators: Emulators | undefined;
  beforeEach(() => void (runDirectory = mkdtempSync(join(tmpdir(), "landfall-start-"))));
  afterEach(async () => {
    await emulators?.close();
    emulators = undefined;
    rmSync(runDirectory, { recursive: true, force: true });
  });

  const start = async (program: string, startTimeoutMilliseconds = 3_000): Promise<Emulators> => {
    const python = join(runDirectory, "python");
    writeFileSync(python, program);
    chmodSync(python, 0o755);
    emulators = await startEmulators({
      environment: { python, botocoreData: "" },
      runDirectory,
      gateway: { port: 1, endpointUrl: "http://127.0.0.1:1" },
      region: "eu-west-1",
      startTimeoutMilliseconds,
    });
    return emulators;
  };
  const starts = (name: string): readonly number[] =>
    readFileSync(join(runDirectory, `${name}-files`, "starts"), "utf8")
      .trim()
      .split("\n")
      .map(Number);

  test("that does not answer in time is killed and started once again", async () => {
    const { moto, ministack } = await start(standIn(1, false));
    const [first = 0, ...others] = starts("moto");
    expect(others).toEqual([moto.processId]);
    expect(starts("ministack").at(-1)).toBe(ministack.processId);
    expect(() => process.kill(first, 0)).toThrow("ESRCH");
    expect(existsSync(moto.socketPath)).toBe(true);
  });

  test("that does not answer the second time either is an error, and nothing is left running", async () => {
    await expect(start(standIn(2, false), 1_500)).rejects.toThrow("moto did not start (no answer in 4.5 s)");
    expect(starts("moto")).toHaveLength(2);
    for (const pid of [...starts("moto"), ...starts("ministack")]) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("that ended is not started again", async () => {
    await expect(start(standIn(0, true))).rejects.toThrow("moto did not start (exit 3)");
    expect(starts("moto")).toHaveLength(1);
  });
});
