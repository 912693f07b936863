import { type Member, membersOf } from "./members";
import { type Answer, type Endpoint, reachable } from "./reachable";
import type { LockedIds, Stacks } from "./terraform";
import { aclEdges } from "./world/acls";
import { readWorld, type World } from "./world/world";

/** Every host does, none does from or to any subnet, or something between. */
export type Cell = "yes" | "no" | "part";

/** Who reaches whom. */
export interface Matrix {
  /** Member → member it opens connections to → whether it gets answers. A member itself is left out. */
  readonly reaches: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  /** The same for a packet alone, whatever becomes of the answer: what one way lets through is no separation. */
  readonly arrives: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  /** Members whose default security group lets anything in or out. */
  readonly openDefaultGroups: readonly string[];
  /** What AWS would refuse to make. */
  readonly faults: readonly string[];
}

/** What makes a matrix of a zone's stacks: this oracle, or whatever it is compared with. */
export type Reachability = (stacks: Stacks, ids: LockedIds) => Matrix;

/** The matrix of a zone's stacks by AWS's documented semantics. */
export const matrixOf: Reachability = (stacks, ids) => matrixOfWorld(readWorld(stacks, ids));

export function matrixOfWorld(world: World): Matrix {
  const members = membersOf(world);
  const ports = portsOf(world);
  const reaches: Record<string, Record<string, Cell>> = {};
  const arrives: Record<string, Record<string, Cell>> = {};
  for (const from of members) {
    const rowReaches: Record<string, Cell> = (reaches[from.name] = {});
    const rowArrives: Record<string, Cell> = (arrives[from.name] = {});
    for (const to of members.filter((other) => other !== from)) {
      const [meant, beside] = answers(world, from, to, ports);
      rowReaches[to.name] = cellOf(meant, beside, ({ ok }) => ok);
      rowArrives[to.name] = cellOf(meant, beside, ({ arrives: isThere }) => isThere);
    }
  }
  const open = members.filter(({ defaultGroup }) => {
    const group = world.groups.get(defaultGroup ?? "");
    return group !== undefined && group.ingress.length + group.egress.length > 0;
  });
  return { reaches, arrives, openDefaultGroups: open.map(({ name }) => name), faults: world.faults };
}

/** A port on either side of each at which a network ACL begins to say something else. */
function portsOf(world: World): readonly number[] {
  const edges = [...world.acls.values()].flatMap(aclEdges).filter((port) => port > 0 && port <= 65_535);
  return [...new Set([443, ...edges])];
}

function answers(
  world: World,
  from: Member,
  to: Member,
  ports: readonly number[],
): readonly [readonly Answer[], readonly Answer[]] {
  const ask = (sources: readonly Endpoint[], destinations: readonly Endpoint[]): readonly Answer[] =>
    sources.flatMap((source) =>
      destinations.flatMap((destination) => ports.map((port) => reachable(world, source, destination, port, "tcp"))),
    );
  const meant = ask(from.hosts, to.hosts);
  // What is beside them matters where they do not all reach each other.
  if (meant.length > 0 && meant.every(({ ok }) => ok)) return [meant, []];
  return [meant, [...ask(from.hosts, to.others), ...ask(from.others, [...to.hosts, ...to.others])]];
}

function cellOf(meant: readonly Answer[], beside: readonly Answer[], does: (answer: Answer) => boolean): Cell {
  if (meant.length > 0 && meant.every(does)) return "yes";
  return [...meant, ...beside].some(does) ? "part" : "no";
}

/** Ways in which a matrix differs from another, a line each. */
export function differences(expected: Matrix, found: Matrix): readonly string[] {
  const cells = (which: "reaches" | "arrives"): readonly string[] =>
    Object.keys({ ...expected[which], ...found[which] }).flatMap((from) => {
      const row = expected[which][from] ?? {};
      const other = found[which][from] ?? {};
      return Object.keys({ ...row, ...other })
        .filter((to) => row[to] !== other[to])
        .map((to) => `${from} ${which} ${to}: ${row[to] ?? "unknown"} expected, ${other[to] ?? "unknown"} found`);
    });
  const extra = (what: string, one: readonly string[], other: readonly string[]): readonly string[] => [
    ...one.filter((each) => !other.includes(each)).map((each) => `${what} expected: ${each}`),
    ...other.filter((each) => !one.includes(each)).map((each) => `${what} found: ${each}`),
  ];
  return [
    ...cells("reaches"),
    ...cells("arrives"),
    ...extra("an open default group", expected.openDefaultGroups, found.openDefaultGroups),
    ...extra("a fault", expected.faults, found.faults),
  ];
}
