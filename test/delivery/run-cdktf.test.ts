import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { childEnvironment } from "../../delivery/child-environment";
import { descendantsOf, processTable } from "../../delivery/process-table";
import { type CdktfRun, runCdktf } from "../../delivery/run-cdktf";
import type { StackProgress } from "../../delivery/terraform-output";
import { synthesiseProbe } from "./terraform-data-app";

const environment = childEnvironment(process.env, { TF_CLI_CONFIG_FILE: "", CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" }, {});

function runOf(outDirectory: string, changes: Partial<CdktfRun> = {}): CdktfRun {
  const logFile = join(outDirectory, "probe.log");
  return {
    stack: "probe",
    outDirectory,
    logFile,
    environment,
    onProgress: () => undefined,
    ...changes,
  };
}

/** Resolves when the stack's command runs, that is in the middle of Terraform's apply. */
async function fileAppears(file: string): Promise<void> {
  while (!existsSync(file)) await new Promise((resume) => setTimeout(resume, 50));
}

async function terraformBelowUs(): Promise<readonly string[]> {
  return descendantsOf(process.pid, await processTable())
    .map(({ name }) => name)
    .filter((name) => /terraform|sleep/.test(name));
}

describe("the real cdktf deploy of one stack", () => {
  test("reports its progress and counts, and keeps the log", async () => {
    const { outDirectory } = synthesiseProbe("true");
    const seen: StackProgress[] = [];
    const outcome = await runCdktf(runOf(outDirectory, { onProgress: (progress) => seen.push(progress) }));
    expect(outcome).toEqual({ ok: true, counts: { added: 2, changed: 0, destroyed: 0 } });
    expect(seen.map(({ phase }) => phase)).toEqual(expect.arrayContaining(["initialising", "applying", "applied"]));
    expect(readFileSync(join(outDirectory, "probe.log"), "utf8")).toContain("Apply complete!");
  }, 180_000);

  test("returns Terraform's own error lines when it fails", async () => {
    const { outDirectory } = synthesiseProbe(
      "echo a plain complaint that is long enough to be wrapped at eighty columns; exit 3",
    );
    const outcome = await runCdktf(runOf(outDirectory));
    expect(outcome).toMatchObject({
      ok: false,
      errors: [expect.stringContaining("Error: local-exec provisioner error")],
    });
  }, 180_000);

  test("interrupted in the middle of an apply, saves the state, frees its lock and leaves nothing running", async () => {
    const { outDirectory, state } = synthesiseProbe(`touch "$STARTED"; sleep 120`);
    const started = join(outDirectory, "started");
    const stop = new AbortController();
    const run = runCdktf(runOf(outDirectory, { environment: { ...environment, STARTED: started }, stop: stop.signal }));
    await fileAppears(started);
    const interrupted = Date.now();
    stop.abort();
    expect(await run).toEqual({ ok: false, errors: ["interrupted"] });
    expect(Date.now() - interrupted).toBeLessThan(50_000);
    expect(await terraformBelowUs()).toEqual([]);
    expect(readFileSync(state, "utf8")).toContain('"name": "before"');
    expect(existsSync(join(state, "..", ".terraform.tfstate.lock.info"))).toBe(false);
  }, 180_000);

  test("kills what ignores the interrupt when its patience ends", async () => {
    const { outDirectory } = synthesiseProbe(`touch "$STARTED"; trap "" INT TERM; sleep 120`);
    const started = join(outDirectory, "started");
    const stop = new AbortController();
    const patience = { interrupt: 300, terminate: 300 };
    const settings = { environment: { ...environment, STARTED: started }, stop: stop.signal, patience };
    const run = runCdktf(runOf(outDirectory, settings));
    await fileAppears(started);
    stop.abort();
    expect(await run).toMatchObject({ ok: false });
    expect(await terraformBelowUs()).toEqual([]);
  }, 180_000);
});
