import { CannotTell } from "../cannot-tell";
import { type Bits, intersection, isEmpty, share } from "./bits";
import type { Node } from "./problem";

/** The cells each variable can still have. */
export type Alive = readonly Bits[];

/** Choices a search may make before it gives up. */
const mostChoices = 200_000;

/**
 * Cells for every variable such that the formula holds for whichever is picked of each.
 * Constraints are propagated until nothing changes; then a part of an open alternative is tried, and after that its opposite.
 * @returns undefined when there are none
 * @throws CannotTell after too many choices
 */
export function search(root: Node, alive: Alive): Alive | undefined {
  let choices = 0;
  const solve = (nodes: readonly Node[], from: Alive): Alive | undefined => {
    const settled = propagate(nodes, from);
    if (settled === undefined) return undefined;
    const [open, ...rest] = settled.open;
    if (open === undefined) return settled.alive;
    if (++choices > mostChoices) throw new CannotTell("it has too many alternatives");
    const [first, ...others] = open.of;
    if (first === undefined) return undefined;
    const tried = solve([...settled.open, first], settled.alive);
    if (tried !== undefined) return tried;
    const otherwise: readonly Node[] = [...rest, { is: "any", of: others }];
    if (first.is !== "one of") return solve(otherwise, settled.alive);
    const left = settled.alive.map((bits, variable) =>
      variable === first.variable ? without(bits, first.bits) : bits,
    );
    return solve(otherwise, left);
  };
  return solve([root], alive);
}

type Alternative = Extract<Node, { readonly is: "any" }>;

/** Narrows the variables by what must hold; what is left open are the alternatives that could hold in more than one way. */
function propagate(
  nodes: readonly Node[],
  from: Alive,
): { readonly alive: Alive; readonly open: readonly Alternative[] } | undefined {
  const alive = [...from];
  let queue = [...nodes];
  for (;;) {
    let changed = false;
    const open: Alternative[] = [];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (node.is === "all") queue.push(...node.of);
      else if (node.is === "one of") {
        const before = alive[node.variable];
        if (before === undefined) return undefined;
        const how = share(node.bits, before);
        if (how === "none") return undefined;
        if (how === "part") {
          alive[node.variable] = intersection(before, node.bits);
          changed = true;
        }
      } else {
        const left = possible(node, alive);
        if (left === true) continue;
        const [only] = left;
        if (only === undefined) return undefined;
        if (left.length === 1) queue.push(only);
        else open.push({ is: "any", of: left });
      }
    }
    if (!changed) return { alive, open: open.sort((one, other) => one.of.length - other.of.length) };
    queue = open;
  }
}

/** The alternatives that can still hold; true when one holds already. */
function possible(node: Alternative, alive: Alive): readonly Node[] | true {
  const left: Node[] = [];
  for (const part of node.of) {
    const truth = truthOfNode(part, alive);
    if (truth === true) return true;
    if (truth === undefined) left.push(part);
  }
  return left;
}

/** Whether a node holds for all alive cells, or for none; undefined: neither is known. */
function truthOfNode(node: Node, alive: Alive): boolean | undefined {
  if (node.is === "one of") {
    const bits = alive[node.variable];
    const how = bits === undefined ? "none" : share(node.bits, bits);
    return how === "all" ? true : how === "none" ? false : undefined;
  }
  const decisive = node.is === "any";
  let undecided = false;
  for (const part of node.of) {
    const truth = truthOfNode(part, alive);
    if (truth === decisive) return decisive;
    undecided ||= truth === undefined;
  }
  return undecided ? undefined : !decisive;
}

function without(bits: Bits, gone: Bits): Bits {
  const left = bits.map((word, index) => word & ~(gone[index] ?? 0));
  return isEmpty(left) ? new Uint32Array(bits.length) : left;
}
