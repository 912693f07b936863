import { performance } from "node:perf_hooks";
import { expect, it } from "@jest/globals";
import { planNetwork } from "../../../network/plan/network-plan";
import { reachability } from "../../../network/reachability/reachability";
import { soakFactor } from "../../soak-factor";
import { random } from "../../oracle/generate/random";
import { type Member, membersOf } from "../../oracle/network/members";
import { synthesised } from "../../oracle/network/product";
import { withRandomHub } from "../../oracle/network/random-hub";
import { randomZone } from "../../oracle/network/random-zone";
import { reachable } from "../../oracle/network/reachable";
import { readWorld, type World } from "../../oracle/network/world/world";

const seed = 20_261_011;
const zones = 25 * soakFactor;
const port = 443;

/** Whether each host of the one opens a connection to each of the other, by the Terraform; undefined when only some do. */
function byTerraform(world: World, from: Member, to: Member): boolean | undefined {
  const answers = from.hosts.flatMap((source) =>
    to.hosts.map((destination) => reachable(world, source, destination, port, "tcp").ok),
  );
  if (answers.every((ok) => !ok)) return false;
  return answers.every((ok) => ok) ? true : undefined;
}

/** What `landfall reach` calls a member; undefined of a VPC that holds no hosts. */
function nameOf({ name }: Member): string | undefined {
  if (name === "internet") return name;
  const [, own] = /^(?:hub-)?attachment\/(.*)$/.exec(name) ?? [];
  return own === "inspection" ? undefined : own;
}

it(
  "who reaches whom by `landfall reach` is who does by the synthesised Terraform, and by the declaration, in random zones with all a hub has",
  () => {
    const from = random(seed);
    const started = performance.now();
    const seen = { yes: 0, no: 0, inspected: 0, split: 0, premises: 0 };
    for (let count = 0; count < zones; count++) {
      const declared = withRandomHub(randomZone(from), from);
      const { stacks, ids, zone } = synthesised(declared, true);
      const world = readWorld(stacks, ids);
      const plan = planNetwork(zone);
      const members = membersOf(world).filter((member) => nameOf(member) !== undefined);
      const domainOf = new Map(plan.networks.map(({ name, domain }) => [name, domain]));
      const lists = (one: string, other: string): boolean =>
        zone.network.domains.find(({ name }) => name === one)?.talksTo.includes(other) === true;
      expect(world.faults).toEqual([]);
      if (zone.network.routingStacks === "per-domain") seen.split++;
      for (const source of members.filter(({ name }) => name !== "internet"))
        for (const target of members.filter((other) => other !== source)) {
          const [a = "", b = ""] = [nameOf(source), nameOf(target)];
          const told = reachability(zone, { from: a, to: b, protocol: "tcp", port }, plan).reachable;
          const found = byTerraform(world, source, target);
          if (told !== found) throw new Error(JSON.stringify({ count, a, b, told, found, declared }, undefined, 1));
          if (b !== "internet") {
            const [one = "", other = ""] = [domainOf.get(a), domainOf.get(b)];
            expect([a, b, told]).toEqual([a, b, lists(one, other) && lists(other, one)]);
          }
          seen[told ? "yes" : "no"]++;
          if (told && zone.network.inspection?.betweenDomains) seen.inspected++;
          if (told && /office|cage/.test(`${a} ${b}`)) seen.premises++;
        }
    }
    console.log(`${zones} zones in ${((performance.now() - started) / 1000).toFixed(1)} s: ${JSON.stringify(seen)}`);
    for (const [what, times] of Object.entries(seen)) expect([what, times > zones / 5]).toEqual([what, true]);
  },
  200_000 * soakFactor,
);
