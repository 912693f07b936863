import { afterEach, describe, expect, test } from "@jest/globals";
import { stacksOf } from "../../declaration/stacks";
import { readOnlyCredentials, readOnlyOverride } from "../../delivery/read-only-credentials";
import { sample } from "../fixtures/zones";
import { type FakeSts, fakeSts } from "./fake-sts";

const management = sample.ids.get("account/management");
const orders = sample.ids.get("account/orders-dev");
const of = (id: string) => {
  const spec = stacksOf(sample).find((each) => each.id === id);
  if (!spec) throw new Error(`the sample has no stack ${id}`);
  return spec;
};

let sts: FakeSts | undefined;
afterEach(() => sts?.close());

describe("credentials that read", () => {
  test("are one session of landfall-plan for all stacks of the platform, and go on to a service's account", async () => {
    sts = await fakeSts(`arn:aws:iam::${management}:user/admin`);
    const source = readOnlyCredentials(sts.environment);
    for (const id of ["org", "network", "orders-dev", "orders-dev-orders"]) await source(of(id), sample);
    expect(sts.calls.flatMap(({ role }) => role ?? [])).toEqual([
      `arn:aws:iam::${management}:role/landfall-plan`,
      `arn:aws:iam::${management}:role/landfall-plan`,
      `arn:aws:iam::${orders}:role/landfall-plan`,
    ]);
  });

  test("have a platform stack's provider go on to the role that reads, too", () => {
    expect(JSON.stringify(readOnlyOverride(sample, of("orders-dev")))).toContain(
      `arn:aws:iam::${orders}:role/landfall-plan`,
    );
    expect(readOnlyOverride(sample, of("org"))).toBeUndefined();
    expect(readOnlyOverride(sample, of("orders-dev-orders"))).toBeUndefined();
  });
});
