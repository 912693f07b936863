import { describe, expect, test } from "@jest/globals";
import { decideStatus } from "../../../delivery/status/decide";
import type { Observation } from "../../../delivery/status/observation";
import type { Finding, FindingKind } from "../../../delivery/status/report";
import type { LandingZone } from "../../../declaration/model";
import { sample } from "../../fixtures/zones";
import { deployed, state, withAccount, withCreation, withLive, withoutOrdersDev, withStack } from "./observed";

const closedName = { name: "old", displayName: "old", email: "aws+old@acme.example" };
const withClosed: LandingZone = { ...sample, closedAccounts: [closedName] };
const oldAccount = { id: "999999999999", ...closedName, status: "ACTIVE", parentId: "r", unitPath: "suspended" };
const addOld = (observation: Observation): Observation =>
  withLive(observation, (live) => ({ ...live, accounts: [...live.accounts, oldAccount] }));

interface Case {
  readonly title: string;
  readonly observation: Observation;
  readonly found: readonly Partial<Finding>[];
}

const finding = (kind: FindingKind, about: string, message: RegExp, remedy?: RegExp): Partial<Finding> => ({
  kind,
  about,
  severity: "finding",
  message: expect.stringMatching(message) as unknown as string,
  ...(remedy ? { remedy: expect.stringMatching(remedy) as unknown as string } : {}),
});

const cases: readonly Case[] = [
  { title: "a zone that is wholly there", observation: deployed(), found: [] },
  { title: "a zone before its organisation", observation: { ...deployed(), live: undefined }, found: [] },
  {
    title: "a request that became no account, with its reason and what to do",
    observation: withCreation(withoutOrdersDev(), { failureReason: "EMAIL_ALREADY_EXISTS" }),
    found: [
      finding("request-failed", "orders-dev", /2026-11-20T11:50:00.000Z: EMAIL_ALREADY_EXISTS/, /another `email`/),
    ],
  },
  {
    title: "no failed request when a later one succeeded",
    observation: withCreation(withCreation(withoutOrdersDev(), { failureReason: "INTERNAL_FAILURE" }), {
      state: "SUCCEEDED",
      requestedAt: new Date("2026-11-20T11:55:00Z"),
    }),
    found: [],
  },
  {
    title: "a request that takes more than an hour",
    observation: withCreation(withoutOrdersDev(), {
      state: "IN_PROGRESS",
      requestedAt: new Date("2026-11-20T10:59:00Z"),
    }),
    found: [finding("request-slow", "orders-dev", /still being created \(car-1\)/, /Support/)],
  },
  {
    title: "no request that was made a minute ago",
    observation: withCreation(withoutOrdersDev(), { state: "IN_PROGRESS" }),
    found: [],
  },
  {
    title: "an account that the zone does not declare",
    observation: addOld(deployed()),
    found: [finding("account-not-declared", "old", /999999999999 .* in suspended is not declared/, /adopt/)],
  },
  {
    title: "no account that is declared foreign",
    observation: addOld(
      deployed({ ...sample, foreign: { ...sample.foreign, accounts: { "999999999999": { name: "old", email: "" } } } }),
    ),
    found: [],
  },
  {
    title: "no account in a unit that is declared foreign",
    observation: addOld(deployed({ ...sample, foreign: { ...sample.foreign, organizationalUnits: ["suspended"] } })),
    found: [],
  },
  {
    title: "an account that is declared closed and still runs",
    observation: addOld(deployed(withClosed)),
    found: [finding("account-still-open", "old", /ACTIVE in suspended/, /landfall offboard old/)],
  },
  {
    title: "a declared account that AWS has closed",
    observation: withAccount(deployed(), "orders-dev", (account) => ({ ...account, status: "CLOSED" })),
    found: [finding("account-not-active", "orders-dev", /AWS says CLOSED/, /landfall offboard orders-dev --close/)],
  },
  {
    title: "a declared account to which AWS restricted access",
    observation: withAccount(deployed(), "orders-dev", (account) => ({ ...account, status: "SUSPENDED" })),
    found: [finding("account-not-active", "orders-dev", /AWS restricted access/, /AWS Support/)],
  },
  {
    title: "an account that was moved by hand",
    observation: withAccount(deployed(), "orders-dev", (account) => ({ ...account, unitPath: "workloads/prod" })),
    found: [
      finding(
        "account-moved",
        "orders-dev",
        /is in workloads\/prod; the zone declares workloads\/nonprod/,
        /landfall move orders-dev --ou workloads\/prod/,
      ),
    ],
  },
  {
    title: "another display name",
    observation: withAccount(deployed(), "orders-dev", (account) => ({ ...account, name: "Orders" })),
    found: [finding("account-renamed", "orders-dev", /"Orders"; the zone declares "orders-dev"/)],
  },
  {
    title: "another email",
    observation: withAccount(deployed(), "orders-dev", (account) => ({ ...account, email: "x@acme.example" })),
    found: [finding("account-email", "orders-dev", /is x@acme.example; the zone declares/)],
  },
  {
    title: "an email that differs in its case alone: none",
    observation: withAccount(deployed(), "orders-dev", (account) => ({
      ...account,
      email: account.email.toUpperCase(),
    })),
    found: [],
  },
  {
    title: "a locked id that AWS knows otherwise",
    observation: withAccount(deployed(), "orders-dev", (account) => ({ ...account, id: "888888888888" })),
    found: [finding("id-differs", "account/orders-dev", /AWS says 888888888888/, /landfall sync/)],
  },
  {
    title: "a locked account that is not in the organisation",
    observation: withAccount(deployed(), "orders-dev", () => undefined),
    found: [finding("id-differs", "account/orders-dev", /AWS has none/)],
  },
  {
    title: "credentials of another organisation",
    observation: withLive(deployed(), (live) => ({ ...live, id: "o-other" })),
    found: [finding("id-differs", "organization", /AWS says o-other/)],
  },
  {
    title: "a state of a stack the zone no longer has",
    observation: { ...deployed(), leftovers: [{ key: "platform/retired.tfstate", resources: 7 }] },
    found: [finding("state-left-over", "retired", /retired.tfstate has 7 resources/)],
  },
  {
    title: "a resource that was created half-way",
    observation: withStack(deployed(), "orders-dev", {
      state: state(["aws_vpc.spoke"], { tainted: ["aws_vpc.spoke"] }),
    }),
    found: [finding("resource-tainted", "orders-dev", /aws_vpc.spoke/, /landfall deploy orders-dev/)],
  },
  {
    title: "states that cannot be read, once a reason",
    observation: withStack(withStack(deployed(), "logs", { state: undefined, unreadable: "AccessDenied" }), "network", {
      state: undefined,
      unreadable: "AccessDenied",
    }),
    found: [finding("state-unreadable", "logs, network", /AccessDenied/)],
  },
];

const suspendedOrders: LandingZone = {
  ...sample,
  accounts: sample.accounts.map((account) =>
    account.name === "orders-dev" ? { ...account, status: "suspended", organizationalUnit: "suspended" } : account,
  ),
};

describe("findings", () => {
  test.each(cases)("$title", ({ observation, found }) => {
    expect(decideStatus(observation).findings).toEqual(found.map((one) => expect.objectContaining(one)));
  });

  test.each(["PENDING_CLOSURE", "CLOSED"])("a closed account that AWS shows as %s is none", (status) => {
    const observation = withLive(deployed(withClosed), (live) => ({
      ...live,
      accounts: [...live.accounts, { ...oldAccount, status }],
    }));
    expect(decideStatus(observation).findings).toEqual([]);
  });

  test("what an unfinished offboarding leaves is offboarding's to go on with", () => {
    const leftovers = [{ key: "platform/orders-dev.tfstate", resources: 38 }];
    const placed = withAccount(deployed(suspendedOrders), "orders-dev", (live) => ({ ...live, unitPath: "suspended" }));
    expect(decideStatus({ ...placed, leftovers }).findings).toMatchObject([
      { kind: "state-left-over", about: "orders-dev", remedy: "`landfall offboard orders-dev` drains it." },
    ]);
  });

  test("a failed request nobody declares any more is a note", () => {
    const observation = withCreation(deployed(), { accountName: "dropped", failureReason: "INTERNAL_FAILURE" });
    expect(decideStatus(observation).findings).toMatchObject([{ kind: "request-failed", severity: "note" }]);
  });

  test("asked about one account, the others' findings are left out", () => {
    const moved = withAccount(deployed(), "orders-dev", (account) => ({ ...account, unitPath: "root" }));
    const both = withAccount(moved, "payments-dev", (account) => ({ ...account, unitPath: "root" }));
    expect(decideStatus(both, "payments-dev").findings.map(({ about }) => about)).toEqual(["payments-dev"]);
  });
});
