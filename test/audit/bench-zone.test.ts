import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { rmSync } from "node:fs";
import { groupsOf } from "../../audit/zone/groups";
import { writeBigZone } from "../../bench/audit/big-zone";
import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";

const accounts = 1000;
let directory: string;
let zone: LandingZone;

beforeAll(() => {
  directory = writeBigZone(accounts);
  zone = withPlaceholderIds(loadZone(directory));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("the zone that the bench audits has the paths of a large organisation", () => {
  const bound = groupsOf(zone).filter(({ isManagement }) => !isManagement);
  expect(bound.flatMap((group) => group.accounts).length).toBeGreaterThanOrEqual(accounts);
  expect(bound.length).toBeGreaterThanOrEqual(200);
  const statements = bound.map(({ bounds }) =>
    [...bounds.scp, ...bounds.rcp]
      .flatMap(({ policies }) => policies)
      .reduce((count, { policy }) => count + policy.statements.length, 0),
  );
  expect(Math.max(...statements)).toBeGreaterThanOrEqual(60);
});

test("and policies of their own on every fifth of its accounts", () => {
  const own = new Set(zone.guardrails.flatMap(({ accounts: names = [] }) => names));
  const added = zone.accounts.filter(({ name }) => name.startsWith("team-"));
  expect(added).toHaveLength(accounts);
  expect(added.filter(({ name }) => own.has(name))).toHaveLength(accounts / 5);
});
