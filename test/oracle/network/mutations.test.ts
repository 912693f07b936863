import { performance } from "node:perf_hooks";
import { afterAll, describe, expect, it } from "@jest/globals";
import { random } from "../generate/random";
import { soakFactor } from "../../soak-factor";
import { declaredNetwork, expectedMatrix } from "./expectation";
import { differences, matrixOf } from "./matrix";
import { draftOf } from "./mutations/draft";
import { filterMutations } from "./mutations/filters";
import { gatewayMutations } from "./mutations/gateway";
import { hubMutations } from "./mutations/hub";
import { type Base, bases, type Mutation, type Mutations } from "./mutations/mutation";
import { vpcMutations } from "./mutations/vpc";
import { type Declared, edited, sample, synthesised } from "./product";

const seed = 20_261_007;
/** Targets each mutation is tried on; `npm run soak` tries more. */
const draws = soakFactor === 1 ? 1 : 3;

const withNat: Declared = {
  ...sample,
  zone: edited(sample.zone, ["network", "egress", "natGateways"], "per-zone"),
};
const zones = { sample, "with NAT": withNat } as const;
const built = Object.fromEntries(
  bases.map((base) => {
    const { zone, accounts } = zones[base];
    return [base, { ...synthesised(zones[base], true), expected: expectedMatrix(declaredNetwork(zone, accounts)) }];
  }),
);

const all: Mutations = { ...hubMutations, ...gatewayMutations, ...vpcMutations, ...filterMutations };
const figures = { caught: 0, kinds: 0, milliseconds: 0 };

afterAll(() => {
  const { caught, kinds, milliseconds } = figures;
  const seconds = (milliseconds / 1000).toFixed(1);
  console.log(
    `${Object.keys(all).length} mutations, ${kinds} of them caught on a base or two, ${caught} times in all, in ${seconds} s`,
  );
});

/** What the walker finds wrong with the sample after a mutation, a list for each draw. */
function found(mutation: Mutation, base: Base): readonly (readonly string[])[] {
  const from = random(seed);
  const { stacks = {}, ids = {}, expected } = built[base] ?? {};
  if (expected === undefined) throw new Error(`no zone ${base}`);
  const started = performance.now();
  const lists = Array.from({ length: draws }, () => {
    const draft = draftOf(stacks, ids);
    mutation.does(draft, from);
    return differences(expected, matrixOf(draft.stacks, draft.ids));
  });
  figures.milliseconds += performance.now() - started;
  return lists;
}

describe.each(bases)("the matrix of the Terraform of the sample zone, %s", (base) => {
  it("is as expected while nothing is broken", () => {
    expect(found({ does: () => undefined }, base)).toEqual(Array.from({ length: draws }, () => []));
  });

  it.each(Object.entries(all).filter(([, { harmless }]) => harmless?.[base] === undefined))(
    "differs with %s",
    (_name, mutation) => {
      const lists = found(mutation, base);
      expect(lists.filter((list) => list.length === 0)).toEqual([]);
      figures.caught += draws;
    },
  );

  it.each(
    Object.entries(all).flatMap(([name, mutation]) => {
      const reason = mutation.harmless?.[base];
      return reason === undefined ? [] : [[name, reason, mutation] as const];
    }),
  )("is the same with %s: %s", (_name, _reason, mutation) => {
    expect(found(mutation, base).flat()).toEqual([]);
  });
});

it("at least thirty mutations are caught on the sample as it is", () => {
  const caught = Object.values(all).filter(({ harmless }) => harmless?.sample === undefined);
  figures.kinds = Object.values(all).filter(({ harmless }) =>
    bases.some((base) => harmless?.[base] === undefined),
  ).length;
  expect(caught.length).toBeGreaterThanOrEqual(30);
});
