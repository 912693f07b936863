import { expect, test } from "@jest/globals";
import { deepFreeze } from "../../../declaration/deep-freeze";
import type { Account, LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { compareTrees } from "../../../delivery/fingerprint/compare";
import { wavesOf } from "../../../delivery/waves/waves";
import { withIds } from "../../fixtures/ids";
import { sample } from "../../fixtures/zones";

/** The sample with a thousand more accounts, each with a network and a service on no event bus, all of them deployed. */
function thousand(): LandingZone {
  const template = sample.accounts.find(({ name }) => name === "orders-dev");
  if (template === undefined) throw new Error("the sample has no account orders-dev");
  const service = template.service && { ...template.service, eventBus: undefined };
  const alone = { ...template, service };
  const more = Array.from({ length: 1000 }, (_, at): Account => ({ ...alone, name: `team-${at}` }));
  return withIds({ ...sample, accounts: [...sample.accounts, ...more] });
}

/** The zone as another tree has it: read apart, so that the two have no object in common. */
function readApart({ ids, ...data }: LandingZone): LandingZone {
  return deepFreeze({ ...structuredClone(data), ids });
}

/** As much code as there is behind a stack of the sample. */
function readCode(): () => Readonly<Record<string, string>> {
  const sources = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`file-${at}.ts`, String(at).repeat(32)]));
  return () => sources;
}

/** Milliseconds of processor time, the least of three: what else the machine does is not counted. */
function milliseconds(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test("waves of a change in a zone of 1,000 accounts and more than 2,000 stacks take less than a second", () => {
  const before = thousand();
  const after = readApart({
    ...before,
    accounts: before.accounts.map((account) =>
      account.name === "team-500" ? { ...account, owner: "another-team" } : account,
    ),
  });
  const [then, now] = [
    { zone: before, code: readCode() },
    { zone: after, code: readCode() },
  ];
  const changes = (): ReturnType<typeof compareTrees> => compareTrees(then, now);
  const waves = (ids: readonly string[]): ReturnType<typeof wavesOf> => wavesOf(after, ids);
  const every = stacksOf(after).map(({ id }) => id);

  const changed = changes().changed.map(({ spec }) => spec.id);
  expect(waves(changed)).toEqual([["org"], ["team-500"], ["team-500-orders"]]);
  expect(every.length).toBeGreaterThan(2000);
  expect(waves(every).flat()).toHaveLength(every.length);

  const ofChange = milliseconds(() => void waves(changes().changed.map(({ spec }) => spec.id)));
  const ofAll = milliseconds(() => void waves(every));
  console.log(
    `${every.length} stacks: waves of one change in ${ofChange.toFixed()} ms, of all in ${ofAll.toFixed()} ms`,
  );
  expect(ofChange).toBeLessThan(1000);
  expect(ofAll).toBeLessThan(1000);
}, 180_000);
