import { performance } from "node:perf_hooks";
import { describe, expect, it, test } from "@jest/globals";
import { random } from "../generate/random";
import { soakFactor } from "../../soak-factor";
import { declaredNetwork, expectedMatrix } from "./expectation";
import { differences, matrixOf } from "./matrix";
import { randomZone } from "./random-zone";
import { birch, type Declared, edited, sample, synthesised } from "./product";

const seed = 20_261_003;
const zones = 200 * soakFactor;

function disagreement(declared: Declared, withNetworks: boolean): readonly string[] {
  const { stacks, ids } = synthesised(declared, withNetworks);
  const started = performance.now();
  const expected = expectedMatrix(declaredNetwork(declared.zone, declared.accounts));
  const found = differences(expected, matrixOf(stacks, ids));
  walked += performance.now() - started;
  return found;
}
let walked = 0;

function split(declared: Declared): Declared {
  return { ...declared, zone: edited(declared.zone, ["network", "routingStacks"], "per-domain") };
}

function withNat(declared: Declared, mode: string): Declared {
  return { ...declared, zone: edited(declared.zone, ["network", "egress", "natGateways"], mode) };
}

describe("who reaches whom by the synthesised Terraform", () => {
  test.each([
    ["the sample zone", sample],
    ["birch", birch],
    ["the sample zone with a NAT gateway", withNat(sample, "single")],
    ["birch with a NAT gateway a zone", withNat(birch, "per-zone")],
    ["the sample zone with a stack for each route table", split(sample)],
  ])("is what the YAML says, in %s", (_name, declared) => {
    expect(disagreement(declared, false)).toEqual([]);
  });

  it(
    "is what the YAML says, in 200 random zones or more",
    () => {
      const from = random(seed);
      const started = performance.now();
      const figures = { yes: 0, no: 0, internet: 0 };
      walked = 0;
      for (let count = 0; count < zones; count++) {
        const drawn = randomZone(from);
        const declared = count % 2 === 0 ? drawn : split(drawn);
        const found = disagreement(declared, true);
        if (found.length > 0) throw new Error(JSON.stringify({ count, declared, found }, undefined, 1));
        const { reaches } = expectedMatrix(declaredNetwork(declared.zone, declared.accounts));
        for (const [name, row] of Object.entries(reaches).filter(([each]) => each.startsWith("attachment/"))) {
          for (const [to, cell] of Object.entries(row).filter(([each]) => each !== name)) {
            if (to === "internet" && cell === "yes") figures.internet++;
            else if (to.startsWith("attachment/")) figures[cell === "yes" ? "yes" : "no"]++;
          }
        }
      }
      const all = (performance.now() - started) / 1000;
      console.log(
        `${zones} random zones in ${all.toFixed(1)} s, ${(walked / 1000).toFixed(1)} s of it walked: ` +
          `${figures.yes} pairs of spokes reach each other, ${figures.no} do not, ${figures.internet} spokes reach the internet`,
      );
      expect(figures.yes).toBeGreaterThan(zones);
      expect(figures.no).toBeGreaterThan(zones);
      expect(figures.internet).toBeGreaterThan(zones / 4);
    },
    400_000 * soakFactor,
  );
});
