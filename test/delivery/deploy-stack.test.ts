import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { deployStack } from "../../delivery/deploy-stack";
import { nameOf, readRecord, thisMachine, tookLock } from "../../delivery/locks/run-record";
import { endRecovery, markLacking, mayLackObjects } from "../../delivery/recovery/import-file";
import type { WatchedOutcome } from "../../delivery/run-watched";
import { sample } from "../fixtures/zones";
import { type FakeAnswer, fakeAws } from "./fake-aws";

const network = stacksOf(sample).find(({ id }) => id === "network") as StackSpec;
const nothing: FakeAnswer = { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
const lock = { ID: "1", Operation: "OperationTypeApply", Who: "ci@runner-7", Created: "2026-11-20T10:00:00Z" };

/**
 * Deploys the network stack to an S3 that answers so, by an apply that is not cdktf's and fails.
 * @param before what is done in the stack's directory before
 * @param apply what is done there by the apply itself
 */
async function failing(
  stop: AbortSignal | undefined,
  answer: FakeAnswer = nothing,
  before: (directory: string) => void = () => undefined,
  apply: (directory: string) => WatchedOutcome = () => ({ ok: false, errors: ["interrupted"] }),
) {
  const aws = await fakeAws(() => answer);
  const outDirectory = mkdtempSync(join(tmpdir(), "landfall-stack-"));
  const directory = join(outDirectory, "stacks", "network");
  mkdirSync(directory, { recursive: true });
  before(directory);
  let applied = 0;
  const result = await deployStack(
    {
      zoneDirectory: outDirectory,
      outDirectory,
      credentialsFor: () => Promise.resolve(aws.environment),
      terraformEnv: {},
      stop,
    },
    sample,
    network,
    () => undefined,
    () => {
      applied += 1;
      return Promise.resolve(apply(directory));
    },
  );
  aws.close();
  return { result, directory, applied };
}

describe("a stack that is not deployed to its end", () => {
  test("is looked through by the next run when it was interrupted, not when Terraform ended by itself", async () => {
    expect(mayLackObjects((await failing(AbortSignal.abort())).directory)).toBe(true);
    expect(mayLackObjects((await failing(undefined)).directory)).toBe(false);
  });

  test("is looked through when Terraform could not write its state, until it has gone through", async () => {
    const { directory } = await failing(undefined);
    writeFileSync(join(directory, "errored.tfstate"), "{}");
    expect(mayLackObjects(directory)).toBe(true);
    endRecovery(directory);
    expect(existsSync(join(directory, "errored.tfstate"))).toBe(false);
  });

  test("is not applied from a saved plan when an interrupted run may have left something", async () => {
    const { result, applied, directory } = await failing(undefined, nothing, markLacking);
    expect(result).toMatchObject({ status: "failed", errors: [expect.stringContaining("`landfall deploy network`")] });
    expect([applied, mayLackObjects(directory)]).toEqual([0, true]);
  });

  test("keeps the mark of an interrupted run when a saved plan goes through", async () => {
    const { applied, directory } = await failing(undefined, nothing, undefined, (stack) => {
      markLacking(stack);
      return { ok: true, counts: { added: 1, changed: 0, destroyed: 0 } };
    });
    expect([applied, mayLackObjects(directory)]).toEqual([1, true]);
  });

  test("is on record while Terraform runs, so that the lock it leaves when it is killed is known", async () => {
    const who = nameOf(thisMachine());
    let isKnown: boolean | undefined;
    await failing(undefined, nothing, undefined, (stack) => {
      const record = readRecord(stack);
      isKnown = record && tookLock(record, { id: "1", operation: "apply", who, created: new Date(), etag: undefined });
      return { ok: false, errors: [] };
    });
    expect(isKnown).toBe(true);
  });

  test("is not started while its state is locked, a saved plan least of all", async () => {
    const { result, applied } = await failing(undefined, { body: JSON.stringify(lock) });
    expect(result).toMatchObject({
      status: "failed",
      errors: [expect.stringContaining("the state of network is locked by ci@runner-7 at 2026-11-20 10:00:00 UTC")],
    });
    expect(applied).toBe(0);
  });
});
