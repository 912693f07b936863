import { afterEach, describe, expect, test } from "@jest/globals";
import { refuseClosedByHand } from "../../../delivery/account-tasks/closed-by-hand";
import { stateOf } from "../../../live/account-state";
import { listAccounts } from "../../../live/list-accounts";
import { findAccount } from "../../../delivery/offboard/live-account";
import { sample } from "../../fixtures/zones";
import { type FakeOrganizations, fakeOrganizations } from "../../live/fake-organizations";

const accountId = sample.ids.get("account/orders-dev");
let fake: FakeOrganizations | undefined;
afterEach(() => fake?.close());

/** An organisation in which orders-dev is as AWS says, or is not. */
async function callerWhere(Account: { State?: string; Status?: string } | undefined) {
  fake = await fakeOrganizations((operation) => {
    if (Account === undefined) return { __type: "AccountNotFoundException" };
    if (operation === "ListAccounts") return { Accounts: [{ Id: accountId, Name: "orders-dev", ...Account }] };
    return operation === "DescribeAccount" ? { Account: { Id: accountId, ...Account } } : { Parents: [{ Id: "ou-1" }] };
  });
  return { region: "eu-west-1", environment: fake.environment };
}

const leaving = (declared: "active" | "suspended" | "closed") => ({ name: "orders-dev", accountId, declared });

describe("an account on its way out", () => {
  test.each([
    [{ State: "ACTIVE" }, false],
    [{ State: "PENDING_CLOSURE", Status: "PENDING_CLOSURE" }, true],
    [{ State: "CLOSED", Status: "SUSPENDED" }, true],
    [{ Status: "SUSPENDED" }, true],
    [{ Status: "ACTIVE" }, false],
  ])("of which AWS says %j is closed: %s", async (said, isClosed) => {
    expect(await findAccount(await callerWhere(said), leaving("suspended"))).toEqual({ isClosed, parentId: "ou-1" });
  });

  test("is not retired while AWS restricts access to it, which is not closed", async () => {
    const found = findAccount(await callerWhere({ State: "SUSPENDED", Status: "SUSPENDED" }), leaving("active"));
    await expect(found).rejects.toThrow(`AWS has suspended the account ${accountId} (orders-dev)`);
    await expect(found).rejects.toMatchObject({ remedy: expect.stringContaining("Contact AWS Support") });
  });

  test.each(["active", "suspended"] as const)(
    "that left the organisation is not taken for closed: %s",
    async (said) => {
      const found = findAccount(await callerWhere(undefined), leaving(said));
      await expect(found).rejects.toThrow(`the organisation has no account ${accountId} (orders-dev)`);
    },
  );

  test("that AWS forgot is closed when its file says so", async () => {
    expect(await findAccount(await callerWhere(undefined), leaving("closed"))).toEqual({
      isClosed: true,
      parentId: undefined,
    });
  });
});

describe("a deployment of org", () => {
  const refusal = async (said: { State?: string; Status?: string }) => {
    const live = await listAccounts(await callerWhere(said));
    fake?.close();
    return () => refuseClosedByHand(sample, live);
  };

  test("tells an account that was closed from one that AWS suspended", async () => {
    expect(await refusal({ State: "ACTIVE" })).not.toThrow();
    expect(await refusal({ Status: "SUSPENDED" })).toThrow("are closed in AWS: orders-dev");
    const restricted = await refusal({ State: "SUSPENDED" });
    expect(restricted).toThrow("were suspended by AWS itself: orders-dev");
    expect(restricted).toThrow(expect.objectContaining({ remedy: expect.not.stringContaining("offboard") }));
  });
});

test("the older member's SUSPENDED is a closed account, the newer one's is not", () => {
  expect([stateOf({ Status: "SUSPENDED" }), stateOf({ State: "SUSPENDED", Status: "SUSPENDED" }), stateOf({})]).toEqual(
    ["CLOSED", "SUSPENDED", ""],
  );
});
