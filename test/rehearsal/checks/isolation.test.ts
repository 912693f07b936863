import { describe, expect, test } from "@jest/globals";
import { checkIsolation } from "../../../rehearsal/checks/isolation";
import type { RecordedCall } from "../../../rehearsal/gateway/record";
import { withIds } from "../../fixtures/ids";
import { sample } from "../../fixtures/zones";

const zone = withIds(sample);
const account = (name: string) => zone.accounts.filter((candidate) => candidate.name === name);
const id = (name: string): string => zone.ids.get(`account/${name}`);

function call(by: string, resourceOf: string, role = "landfall-service"): RecordedCall {
  return {
    time: "2026-01-01T00:00:00.000Z",
    account: id(by),
    principal: `arn:aws:sts::${id(by)}:assumed-role/${role}/session`,
    service: "s3",
    operation: "PutObject",
    resourceAccount: id(resourceOf),
    status: 200,
    milliseconds: 1,
    backend: "ministack",
  };
}

describe("the isolation check", () => {
  test("passes when the service role called its own account alone", async () => {
    const { ok } = await checkIsolation(zone, account("orders-dev"), [call("orders-dev", "orders-dev")]);
    expect(ok).toBe(true);
  });

  test("fails when it touched a bucket of another account", async () => {
    const calls = [call("orders-dev", "orders-dev"), call("orders-dev", "management")];
    const { ok, detail } = await checkIsolation(zone, account("orders-dev"), calls);
    expect(ok).toBe(false);
    expect(detail).toContain(`called s3:PutObject of ${id("management")}`);
  });

  test("fails when no call was made by the service role, for then something else deployed the service", async () => {
    const calls = [call("orders-dev", "orders-dev", "landfall-platform")];
    const { ok, detail } = await checkIsolation(zone, account("orders-dev"), calls);
    expect(ok).toBe(false);
    expect(detail).toBe(`no call by landfall-service in ${id("orders-dev")}`);
  });
});
