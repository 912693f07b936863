import { mkdtempSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type StackSpec, stacksOf } from "../../../declaration/stacks";
import { assertMayFree, heldLock } from "../../../delivery/locks/held-lock";
import { onRecord } from "../../../delivery/locks/run-record";
import { lockText, readLock, removeLock } from "../../../delivery/locks/state-lock";
import { sample } from "../../fixtures/zones";
import { fakeAws } from "../fake-aws";

const network = stacksOf(sample).find(({ id }) => id === "network") as StackSpec;
const me = `${userInfo().username}@${hostname()}`;
const region = sample.regions.home;
const noSuchKey = { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };

/** An S3 where the network stack's state is locked by somebody. */
async function locked(who: string, body?: string, created = "2026-11-20T10:00:00.5Z") {
  const lock = { ID: "42", Operation: "OperationTypeApply", Who: who, Created: created, Info: "" };
  const aws = await fakeAws(({ method, url }) => {
    if (method === "DELETE") return { status: 204 };
    return url.includes(`${network.state.key}.tflock`) ? { body: body ?? JSON.stringify(lock) } : noSuchKey;
  });
  return aws;
}

describe("the lock on a stack's state", () => {
  test("is shown with who took it, when and what for", async () => {
    const aws = await locked("ci@runner-7");
    const lock = await readLock(network, region, aws.environment);
    aws.close();
    const threeHoursLater = Date.parse("2026-11-20T13:30:00Z");
    expect(lock && lockText(lock, threeHoursLater)).toBe("ci@runner-7 at 2026-11-20 10:00:00 UTC, 3 h ago (apply)");
  });

  test("of another machine is kept, and the remedy named", async () => {
    const aws = await locked("ci@runner-7");
    const held = await heldLock(sample, network, aws.environment);
    aws.close();
    expect(held?.owner.is).toBe("elsewhere");
    const refused = (): void => held && assertMayFree("network", held, "gone");
    expect(refused).toThrow("the state of network is locked by ci@runner-7 at 2026-11-20 10:00:00 UTC");
    expect(refused).toThrow(expect.objectContaining({ remedy: expect.stringContaining("landfall unlock network") }));
    expect(() => held && assertMayFree("network", held, "anybody")).not.toThrow();
    expect(aws.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("of a run on record here that is no more may be removed", async () => {
    const directory = join(mkdtempSync(join(tmpdir(), "landfall-held-")), "stacks", "network");
    const created = await onRecord(directory, () => Promise.resolve(new Date().toISOString()));
    const aws = await locked(me, undefined, created);
    const held = await heldLock(sample, network, aws.environment, directory);
    expect(held?.owner.is).toBe("gone");
    expect(() => held && assertMayFree("network", held, "gone")).not.toThrow();
    if (held) await removeLock(network, held.lock, region, aws.environment);
    aws.close();
    expect(aws.requests.map(({ method }) => method)).toEqual(["GET", "DELETE"]);
  });

  test("of the same user and host is kept where no run is on record", async () => {
    const aws = await locked(me);
    const nothingThere = mkdtempSync(join(tmpdir(), "landfall-held-"));
    const held = [
      await heldLock(sample, network, aws.environment),
      await heldLock(sample, network, aws.environment, nothingThere),
    ];
    aws.close();
    expect(held.map((one) => one?.owner.is)).toEqual(["elsewhere", "elsewhere"]);
  });

  test("is none where nobody holds it, and an error where something else lies there", async () => {
    const [free, odd] = [await fakeAws(() => noSuchKey), await locked("", "<html>")];
    expect(await readLock(network, region, free.environment)).toBeUndefined();
    await expect(readLock(network, region, odd.environment)).rejects.toThrow("is not a Terraform state lock");
    free.close();
    odd.close();
  });
});
