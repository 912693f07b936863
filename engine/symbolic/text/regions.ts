import { colon, wildcard } from "../../match/glob";
import type { TextPattern } from "./text-pattern";

/** Patterns of which a text may match any. */
export type Union = readonly TextPattern[];

const end = -5;

/** The patterns laid out one after the other: a position is a place in one of them. */
interface Layout {
  readonly tokens: readonly number[];
  readonly union: readonly number[];
  readonly ignoreCase: readonly boolean[];
  readonly starts: readonly number[];
}

/** Positions that can be next, sorted; of a union that matches whatever follows, its number as `-1 - union` alone. */
type State = readonly number[];

interface Reached {
  readonly state: State;
  readonly text: string;
}

/**
 * One shortest text for every way in which texts can match some of the unions and not the others, found by a breadth-first walk over the product
 * of the patterns' automata: complete, since every text has the fate of one whose characters occur in a pattern or are one other.
 * @param within the text matches this union
 * @param budget states that are looked at, at most
 * @returns undefined when the budget did not suffice
 */
export function regions(unions: readonly Union[], within: Union, budget: number): readonly string[] | undefined {
  const layout = layoutOf([...unions, within]);
  const inside = unions.length;
  const found = new Map<string, string>();
  const first = settle(layout, layout.starts);
  const seen = new Set([keyOf(first)]);
  const queue: Reached[] = [{ state: first, text: "" }];
  for (let next = 0; next < queue.length; next++) {
    if (next >= budget) return undefined;
    const reached = queue[next];
    if (reached === undefined) break;
    const accepted = acceptedBy(layout, reached.state);
    const isInside = accepted.has(inside);
    if (isInside) {
      const signature = [...accepted].sort((one, other) => one - other).join(" ");
      if (!found.has(signature)) found.set(signature, reached.text);
    }
    for (const unit of unitsThatMatter(layout, reached.state)) {
      const state = step(layout, reached.state, unit);
      if (!state.some((position) => position === -1 - inside || layout.union[position] === inside)) continue;
      const key = keyOf(state);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ state, text: reached.text + String.fromCharCode(unit) });
    }
  }
  return [...found.values()];
}

function layoutOf(unions: readonly Union[]): Layout {
  const tokens: number[] = [];
  const union: number[] = [];
  const ignoreCase: boolean[] = [];
  const starts: number[] = [];
  unions.forEach((patterns, index) => {
    for (const pattern of patterns) {
      starts.push(tokens.length);
      tokens.push(...pattern.tokens, end);
      union.push(...pattern.tokens.map(() => index), index);
      ignoreCase.push(...pattern.tokens.map(() => pattern.ignoreCase), pattern.ignoreCase);
    }
  });
  return { tokens, union, ignoreCase, starts };
}

function isStar(token: number | undefined): boolean {
  return token === wildcard.any || token === wildcard.anyInSegment;
}

/** Adds what an empty star leads to, and reduces a union that has a `*` for all the rest to its number. */
function settle(layout: Layout, positions: readonly number[]): State {
  const all = new Set<number>();
  const won = new Set<number>();
  for (let position of positions) {
    if (position < 0) won.add(-1 - position);
    for (; position >= 0; position++) {
      all.add(position);
      const token = layout.tokens[position];
      if (token === wildcard.any && layout.tokens[position + 1] === end) won.add(layout.union[position] ?? 0);
      if (!isStar(token)) break;
    }
  }
  const open = [...all].filter((position) => !won.has(layout.union[position] ?? 0));
  return [...open, ...[...won].map((union) => -1 - union)].sort((one, other) => one - other);
}

function keyOf(state: State): string {
  return String.fromCharCode(...state.map((position) => position + 0x1000));
}

function acceptedBy(layout: Layout, state: State): ReadonlySet<number> {
  const accepted = new Set<number>();
  for (const position of state) {
    if (position < 0) accepted.add(-1 - position);
    else if (layout.tokens[position] === end) accepted.add(layout.union[position] ?? 0);
  }
  return accepted;
}

function step(layout: Layout, state: State, unit: number): State {
  const next: number[] = [];
  for (const position of state) {
    if (position < 0) next.push(position);
    else {
      const token = layout.tokens[position] ?? end;
      if (token === wildcard.any || (token === wildcard.anyInSegment && unit !== colon)) next.push(position);
      else if (matchesUnit(token, unit, layout.ignoreCase[position] === true)) next.push(position + 1);
    }
  }
  return settle(layout, next);
}

function matchesUnit(token: number, unit: number, ignoreCase: boolean): boolean {
  if (token >= 0) return token === unit || (ignoreCase && token === lower(unit));
  return token === wildcard.one || (token === wildcard.oneInSegment && unit !== colon);
}

function lower(unit: number): number {
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

const others = "x0abcdefghijklmnopqrstuvwyz123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ/.".split("");

/** The characters that the patterns tell apart here, and one that they do not. */
function unitsThatMatter(layout: Layout, state: State): readonly number[] {
  const units = new Set<number>();
  for (const position of state) {
    const token = position < 0 ? end : layout.tokens[position];
    if (token === undefined || token === end) continue;
    if (token >= 0) {
      units.add(token);
      if (layout.ignoreCase[position] === true) units.add(String.fromCharCode(token).toUpperCase().charCodeAt(0));
    } else if (token === wildcard.anyInSegment || token === wildcard.oneInSegment) units.add(colon);
  }
  const other = others.find((each) => !units.has(each.charCodeAt(0)))?.charCodeAt(0) ?? 0x10000 - 1;
  return [...units, other];
}
