import { describe, expect, test } from "@jest/globals";
import { idsFrom } from "../../../declaration/ids";
import type { LandingZone } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import type { Check, Outcome, PreflightContext } from "../../../delivery/preflight/check";
import { credentials } from "../../../delivery/preflight/checks/credentials";
import { delegation } from "../../../delivery/preflight/checks/delegation";
import { emails } from "../../../delivery/preflight/checks/emails";
import { organization } from "../../../delivery/preflight/checks/organization";
import { tools } from "../../../delivery/preflight/checks/tools";
import { sample } from "../../fixtures/zones";
import { account, context, liveAccount, organizationId, tree } from "./context";

interface Case {
  readonly title: string;
  readonly check: Check;
  readonly with: Partial<PreflightContext>;
  readonly outcomes: readonly (readonly [Outcome["status"], RegExp])[];
}

const fresh: LandingZone = { ...sample, ids: idsFrom({}) };
const ordersDev = sample.accounts.find(({ name }) => name === "orders-dev")?.email ?? "";
const summary = { id: organizationId, managementAccountId: account, allFeatures: true };

const cases: readonly Case[] = [
  { title: "tools that will do", check: tools, with: {}, outcomes: [["ok", /Node.js/]] },
  {
    title: "a Terraform that is too old",
    check: tools,
    with: { checkTools: () => Promise.reject(new UserError("Terraform 1.11 or newer is needed", "Install it.")) },
    outcomes: [["finding", /1.11 or newer/]],
  },
  { title: "an administrator of the management account", check: credentials, with: {}, outcomes: [["ok", /admin/]] },
  {
    title: "no credentials",
    check: credentials,
    with: { identity: () => Promise.reject(new UserError("AWS does not know who you are", "Sign in.")) },
    outcomes: [["finding", /does not know who you are/]],
  },
  {
    title: "credentials of another account, and a root user",
    check: credentials,
    with: { identity: () => Promise.resolve({ account: "1", arn: "arn:aws:iam::1:root" }) },
    outcomes: [
      ["finding", new RegExp(`of account 1; the management account is ${account}`)],
      ["finding", /root user/],
    ],
  },
  { title: "an organisation with all features", check: organization, with: {}, outcomes: [["ok", /all features/]] },
  {
    title: "no organisation",
    check: organization,
    with: { organization: () => Promise.resolve(undefined) },
    outcomes: [["ok", /landfall deploy/]],
  },
  {
    title: "an organisation for bills alone",
    check: organization,
    with: { organization: () => Promise.resolve({ ...summary, allFeatures: false }) },
    outcomes: [["finding", /consolidates bills/]],
  },
  {
    title: "another organisation than the zone's",
    check: organization,
    with: { organization: () => Promise.resolve({ ...summary, id: "o-other" }) },
    outcomes: [["finding", /o-other; the zone was deployed to/]],
  },
  {
    title: "an organisation the zone knows nothing of",
    check: organization,
    with: { zone: fresh },
    outcomes: [["finding", /knows nothing of it/]],
  },
  {
    title: "an organisation whose import is declared",
    check: organization,
    with: { zone: { ...fresh, imports: { org: { "aws_organizations_organization.organization": "o-1" } } } },
    outcomes: [["ok", /import is declared/]],
  },
  { title: "emails nobody has", check: emails, with: { zone: fresh }, outcomes: [["ok", /^13 to be made/]] },
  {
    title: "an email of an account in the organisation",
    check: emails,
    with: { zone: fresh, live: () => Promise.resolve(tree([liveAccount(ordersDev.toUpperCase())])) },
    outcomes: [["finding", /of orders-dev is the email of account 777777777777/]],
  },
  {
    title: "an email of a closed account",
    check: emails,
    with: { zone: fresh, live: () => Promise.resolve(tree([liveAccount(ordersDev, { status: "CLOSED" })])) },
    outcomes: [["finding", /CLOSED/]],
  },
  {
    title: "services whose domain somebody must delegate",
    check: delegation,
    with: {},
    outcomes: [["by-hand", /acme/]],
  },
  {
    title: "no services",
    check: delegation,
    with: { zone: { ...sample, accounts: sample.accounts.filter(({ service }) => service === undefined) } },
    outcomes: [["ok", /no account declares a service/]],
  },
];

describe("preflight", () => {
  test.each(cases)("$title", async ({ check, with: change, outcomes }) => {
    const found = await check.look(context(change));
    expect(found.map(({ status, detail }) => [status, detail])).toEqual(
      outcomes.map(([status, detail]) => [status, expect.stringMatching(detail)]),
    );
  });
});
