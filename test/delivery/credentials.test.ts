import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import { ambientCredentials } from "../../delivery/credentials";
import { withIds } from "../fixtures/ids";
import { type FakeSts, fakeSts } from "./fake-sts";

const fresh = loadZone(join(__dirname, "../../zone"));
const zone = withIds(fresh);
const management = zone.ids.get("account/management");
const orders = zone.ids.get("account/orders-dev");

function stack(id: string, of: LandingZone = zone): StackSpec {
  const found = stacksOf(of).find((spec) => spec.id === id);
  if (!found) throw new Error(`the sample has no stack ${id}`);
  return found;
}

let sts: FakeSts | undefined;
afterEach(() => sts?.close());

async function callerIs(arn: string): Promise<FakeSts> {
  sts = await fakeSts(arn);
  return sts;
}

function roles({ calls }: FakeSts): (string | undefined)[] {
  return calls.filter(({ action }) => action !== "GetCallerIdentity").map(({ role }) => role);
}

describe("credentials of a stack's deploy identity", () => {
  test("are a session of the role in the management account", async () => {
    const fake = await callerIs(`arn:aws:iam::${management}:user/admin`);
    const credentials = await ambientCredentials(fake.environment)(stack("network"), zone);
    expect(roles(fake)).toEqual([`arn:aws:iam::${management}:role/landfall-platform`]);
    expect(credentials).toEqual({
      AWS_ACCESS_KEY_ID: `${management}landfall-platform`,
      AWS_SECRET_ACCESS_KEY: "s",
      AWS_SESSION_TOKEN: "t",
    });
  });

  test("take the caller's account for management while org has not recorded it", async () => {
    const fake = await callerIs("arn:aws:iam::111122223333:user/admin");
    await ambientCredentials(fake.environment)(stack("org", fresh), fresh);
    expect(roles(fake)).toEqual(["arn:aws:iam::111122223333:role/landfall-org"]);
  });

  test("are the caller's own when it is in the role already", async () => {
    const fake = await callerIs(`arn:aws:sts::${management}:assumed-role/landfall-org/ci`);
    expect(await ambientCredentials(fake.environment)(stack("org"), zone)).toEqual({
      AWS_ACCESS_KEY_ID: "operator",
      AWS_SECRET_ACCESS_KEY: "secret",
    });
    expect(roles(fake)).toEqual([]);
  });

  test("reach a service's account through the platform role of management and of that account", async () => {
    const fake = await callerIs(`arn:aws:iam::${management}:user/admin`);
    await ambientCredentials(fake.environment)(stack("orders-dev-orders"), zone);
    expect(roles(fake)).toEqual([
      `arn:aws:iam::${management}:role/landfall-platform`,
      `arn:aws:iam::${orders}:role/landfall-platform`,
      `arn:aws:iam::${orders}:role/landfall-service`,
    ]);
    expect(fake.calls.map(({ accessKey }) => accessKey)).toEqual([
      "operator",
      "operator",
      `${management}landfall-platform`,
      `${orders}landfall-platform`,
    ]);
  });

  test("of a service in its pipeline are one web identity session, without any other credentials", async () => {
    const fake = await callerIs("arn:aws:iam::999999999999:user/nobody");
    const file = join(mkdtempSync(join(tmpdir(), "landfall-token-")), "token");
    writeFileSync(file, "header.claims.signature\n");
    const { AWS_ENDPOINT_URL } = fake.environment;
    const source = ambientCredentials({ AWS_ENDPOINT_URL, AWS_WEB_IDENTITY_TOKEN_FILE: file });
    await source(stack("orders-dev-orders"), zone);
    expect(fake.calls).toEqual([
      {
        action: "AssumeRoleWithWebIdentity",
        role: `arn:aws:iam::${orders}:role/landfall-service`,
        accessKey: undefined,
      },
    ]);
  });

  test("that AWS refuses are the user's to put right, and the message names the role", async () => {
    sts = await fakeSts(`arn:aws:iam::${management}:user/admin`, () => true);
    const failure = ambientCredentials(sts.environment)(stack("network"), zone);
    await expect(failure).rejects.toThrow(UserError);
    await expect(failure).rejects.toThrow(
      `the role arn:aws:iam::${management}:role/landfall-platform cannot be assumed: no trust`,
    );
  });
});
