import { describe, expect, test } from "@jest/globals";
import { drawnSince } from "../../../atlas/map/drawn-map";
import { asMarkdown } from "../../../atlas/map/markdown/markdown";
import { zoneMap } from "../../../atlas/map/model/build";
import type { LandingZone } from "../../../declaration/model";
import { serviceNamed } from "../../../workloads/services";
import { sample, zoneOf } from "./zones";

const since = (before: LandingZone, after: LandingZone) =>
  drawnSince("main", zoneMap(before, serviceNamed), zoneMap(after, serviceNamed));

/** orders-dev moves, audit goes, team-000 comes, and prod no longer talks to shared. */
const after: LandingZone = {
  ...sample,
  network: {
    ...sample.network,
    domains: sample.network.domains.map((domain) => ({
      ...domain,
      talksTo: domain.talksTo.filter((name) => `${domain.name} ${name}` !== "prod shared" && name !== "prod"),
    })),
  },
  accounts: zoneOf(sample.accounts.length + 1)
    .accounts.filter(({ name }) => name !== "audit")
    .map((account) => (account.name === "orders-dev" ? { ...account, organizationalUnit: "sandbox" } : account)),
};

describe("the map of a change", () => {
  const { changes, map } = since(sample, after);
  const kindOf = (id: string): string | undefined => changes.get(id)?.kind;

  test("says what is added, removed and moved", () => {
    const [added] = after.accounts.filter(({ name }) => name.startsWith("team-"));
    expect(kindOf(`account ${added?.name ?? ""}`)).toBe("added");
    expect(kindOf("account audit")).toBe("removed");
    expect(changes.get("account orders-dev")).toMatchObject({
      kind: "moved",
      words: "unit workloads/nonprod → sandbox",
    });
    expect(kindOf("reach prod → shared")).toBe("removed");
    expect(kindOf("reach nonprod → shared")).toBeUndefined();
  });

  test("keeps what is removed in the picture", () => {
    expect(map.accounts.map(({ name }) => name)).toContain("audit");
    expect(map.network.reaches).toContainEqual({ from: "prod", to: "shared", inspected: false });
  });

  test("of nothing is nothing", () => {
    expect([...since(sample, sample).changes]).toEqual([]);
  });

  test("is told first in Markdown, and words of the zone are text there", () => {
    const text = asMarkdown(since(sample, after));
    expect(text).toContain("| moved | account orders-dev | unit workloads/nonprod → sandbox |");
    expect(text).toMatch(/```mermaid\nflowchart TB\n/);
    const hostile = { ...sample, organization: { ...sample.organization, name: "<img> | `x`" } };
    expect(asMarkdown(since(hostile, hostile))).toContain("## Map of &#60;img&#62; &#124; &#96;x&#96;");
  });

  test("of 300 accounts names in Markdown the accounts that change, and counts the others", () => {
    const [one, other] = [zoneOf(300), zoneOf(301)];
    const text = asMarkdown(since(one, other));
    expect(text.length).toBeLessThan(50_000);
    expect(text).toContain("(added)");
    expect(text).toMatch(/"\d+ accounts"/);
  });
});
