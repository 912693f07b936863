import { describe, expect, test } from "@jest/globals";
import { readZoneFrom } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import type { DeclaredZone } from "../../../delivery/adopt/declare-zone";
import { planAdoption } from "../../../delivery/adopt/plan-adoption";
import { estate, scp, settings } from "./estate";

type Parts = Parameters<typeof estate>[0];

const plan = (parts: Parts, roles = new Map<string, string>()): DeclaredZone =>
  planAdoption(estate(parts), { ...settings, roles });

function zoneOf({ files }: DeclaredZone): LandingZone {
  const result = readZoneFrom(files);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.zone;
}

const reasons = ({ left }: DeclaredZone): readonly string[] =>
  left.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`);

describe("who holds the roles", () => {
  const accounts = ["Logging@Core", "Central Logs@Core", "Audit@Core", "Networking@Core"];
  const units = ["Core"];
  const holders = (roles?: ReadonlyMap<string, string>, governance = {}) =>
    Object.fromEntries(
      plan({ units, accounts, governance }, new Map(roles)).holders.map((holder) => [
        holder.role,
        holder.how === "new" ? "new" : `${holder.account.live.name} ${holder.how}`,
      ]),
    );

  test("is guessed by usual names", () => {
    expect(holders()).toEqual({
      "log-archive": "Logging by its name",
      "security-tooling": "Audit by its name",
      network: "Networking by its name",
    });
  });

  test("is whoever administers already, before any name", () => {
    const delegations = [{ accountId: "100000000002", servicePrincipals: ["config.amazonaws.com"] }];
    expect(holders(new Map(), { delegations })["security-tooling"]).toBe("Central Logs by delegation");
  });

  test("is told apart from who administers detection now", () => {
    const delegations = [
      { accountId: "100000000001", servicePrincipals: ["guardduty.amazonaws.com"] },
      { accountId: "100000000003", servicePrincipals: ["config.amazonaws.com", "securityhub.amazonaws.com"] },
    ];
    const planned = plan({ units, accounts, governance: { delegations } });
    expect(planned.holders.find(({ role }) => role === "security-tooling")).toMatchObject({
      how: "by delegation",
      account: { name: "audit" },
    });
    expect(planned.conflicts).toEqual([expect.stringContaining("Logging administers guardduty.amazonaws.com")]);
  });

  test.each(["Central Logs", "central-logs", "a2@acme.example", "100000000002"])("is who is chosen by %s", (typed) => {
    expect(holders(new Map([["log-archive", typed]]))["log-archive"]).toBe("Central Logs chosen");
  });

  test("is nobody unknown", () => {
    expect(() => holders(new Map([["log-archive", "Central Log"]]))).toThrow("did you mean Central Logs?");
    expect(() => holders(new Map([["log-archiv", "Central Logs"]]))).toThrow("did you mean log-archive?");
  });

  test("is a new account where nobody is called so, with an email nobody has", () => {
    const zone = zoneOf(plan({ units: ["Core", "Security"], accounts: ["Shop@Core"] }));
    expect(zone.foundation.network).toMatchObject({
      name: "network",
      email: "aws+network@acme.example",
      organizationalUnit: "Core",
    });
    expect(zone.accounts.map(({ name }) => name)).toEqual([
      "boss",
      "log-archive",
      "network",
      "security-tooling",
      "shop",
    ]);
  });
});

describe("identities", () => {
  test("are made from names, and no two stacks are called the same", () => {
    const accounts = [
      "Prod!@A",
      "prod@A",
      "org@A",
      "Org-Account@A",
      "42@A",
      "Unicode & Co (very long name indeed, really)@A",
    ];
    const zone = plan({ units: ["A"], accounts });
    expect(zone.accounts.map(({ name }) => name).slice(1)).toEqual([
      "prod",
      "prod-2",
      "org",
      "org-account-2",
      "account-42",
      "unicode-co-very-long-name-indeed",
    ]);
    zoneOf(zone);
  });

  test("of closed accounts stay as tombstones, in whatever unit", () => {
    const zone = zoneOf(plan({ units: ["A"], accounts: ["Gone@root!CLOSED", "Going@A!PENDING_CLOSURE"] }));
    expect(zone.closedAccounts.map(({ displayName }) => displayName)).toEqual(["Going", "Gone"]);
  });
});

describe("Control Tower", () => {
  const governed: Parts = {
    units: ["Apps", "Apps/Governed", "Apps/Governed/Below", "Apps/Mine"],
    accounts: ["One@Apps/Governed", "Two@Apps/Governed/Below", "Three@Apps/Mine"],
    policies: {
      "aws-guardrails-a": { targets: ["ou-Apps/Governed", "ou-Apps/Governed/Below"] },
      Everywhere: { targets: ["ou-Apps", "ou-Apps/Governed"] },
      Theirs: { targets: ["ou-Apps/Governed", "100000000001"] },
    },
    governance: { stackSets: ["AWSControlTowerBP-BASELINE-ROLES", "ours"] },
  };

  test("keeps its units with all below them, its accounts, policies and StackSets", () => {
    const planned = plan(governed);
    expect(zoneOf(planned).foreign).toMatchObject({
      organizationalUnits: ["Apps/Governed"],
      accounts: { "100000000001": { name: "One" }, "100000000002": { name: "Two" } },
      stackSets: ["AWSControlTowerBP-BASELINE-ROLES"],
    });
    const imports = planned.files.get("imports.json") ?? "";
    expect(imports).toContain("Apps_Mine");
    expect(imports).not.toMatch(/Governed|10000000000[12]|p-00000000|p-00000002/);
  });

  test("keeps the attachments of others' policies to what is its own", () => {
    const planned = plan(governed);
    expect(zoneOf(planned).guardrails.map(({ name, attachTo }) => [name, attachTo])).toEqual([
      ["everywhere", ["Apps"]],
    ]);
    expect(reasons(planned)).toContain("policy Theirs: it is attached to nothing the zone declares");
  });

  test("lends no account to a role", () => {
    expect(() => plan(governed, new Map([["network", "One"]]))).toThrow("no account that can be adopted is called One");
  });
});

describe("what a zone cannot hold", () => {
  test("is declared foreign, with the reason, and the rest is adopted", () => {
    const old = scp.replace("2012-10-17", "2008-10-17");
    const planned = plan({ policies: { Old: { content: old }, New: {}, Tags: { type: "TAG_POLICY", content: "{}" } } });
    expect(zoneOf(planned).guardrails.map(({ name }) => name)).toEqual(["new"]);
    expect(Object.values(zoneOf(planned).foreign.policies).map(({ name }) => name)).toEqual(["Old", "Tags"]);
    expect(reasons(planned).join("\n")).toContain(
      'policy Old: a zone cannot hold it (LF1708 Version is 2008-10-17; it must be "2012-10-17" (AWS: ',
    );
  });

  test("is an account with a name that AWS no longer takes", () => {
    expect(reasons(plan({ units: ["A"], accounts: ["R<D@A"] }))).toEqual([
      expect.stringContaining("account R<D: a zone cannot hold it (LF1225"),
    ]);
  });

  test("is an organisation without policies", () => {
    expect(() => plan({ governance: { featureSet: "CONSOLIDATED_BILLING" } })).toThrow("consolidated billing");
  });
});

describe("what governs the organisation", () => {
  test("stays: services, policy types and tags beyond Landfall's own, single accounts, names and descriptions", () => {
    const zone = zoneOf(
      plan({
        units: ["A"],
        accounts: ["Shop@A", "Root Dweller@root"],
        policies: { "Name: of it": { description: "Why", targets: ["100000000001"] }, "deny-everything": {} },
        governance: {
          trustedServices: ["backup.amazonaws.com", "ram.amazonaws.com"],
          policyTypes: ["BACKUP_POLICY", "S3_POLICY", "SERVICE_CONTROL_POLICY"],
          tagKeys: ["CostCenter", "landfall:owner"],
        },
      }),
    );
    expect(zone.organization).toMatchObject({
      trustedServices: ["backup.amazonaws.com"],
      policyTypes: ["BACKUP_POLICY", "S3_POLICY"],
      accountsAtRoot: ["root-dweller"],
    });
    expect(zone.foreign.tagKeys).toEqual(["CostCenter"]);
    expect(zone.guardrails).toMatchObject([
      { name: "name-of-it", accounts: ["shop"], policyName: "Name: of it", description: "Why" },
      { name: "deny-everything-2", policyName: "deny-everything" },
    ]);
  });
});
