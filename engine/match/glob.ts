import type { Resolved } from "./template";

/** Code units; negative numbers are wildcards. */
export type Glob = readonly number[];

export const wildcard = {
  /** `*`: any text. */
  any: -1,
  /** `?`: one character. */
  one: -2,
  /** `*` that stops at a colon. */
  anyInSegment: -3,
  /** `?` that is no colon. */
  oneInSegment: -4,
} as const;

const star = "*".charCodeAt(0);
const question = "?".charCodeAt(0);
export const colon = ":".charCodeAt(0);

/** Reads `*` and `?` in the text parts as wildcards. */
export function globOf(resolved: Resolved): Glob {
  const glob: number[] = [];
  for (const { is, text } of resolved) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (is === "text" && unit === star) {
        if (glob.at(-1) !== wildcard.any) glob.push(wildcard.any);
      } else if (is === "text" && unit === question) glob.push(wildcard.one);
      else glob.push(unit);
    }
  }
  return glob;
}

/** Whether the whole text, or the part of it from `from` to before `to`, matches; case-sensitive. */
export function matchesGlob(glob: Glob, text: string, from = 0, to = text.length): boolean {
  return glob.includes(wildcard.anyInSegment)
    ? matchesByStates(glob, text, from, to)
    : matchesGreedily(glob, text, from, to);
}

/** With one kind of star, only the last one met can be worth trying again. */
function matchesGreedily(glob: Glob, text: string, from: number, to: number): boolean {
  let at = from;
  let token = 0;
  let starToken = -1;
  let starAt = 0;
  while (at < to) {
    const wanted = glob[token];
    if (wanted === wildcard.any) {
      starToken = token++;
      starAt = at;
    } else if (wanted !== undefined && matchesUnit(wanted, text.charCodeAt(at))) {
      token++;
      at++;
    } else if (starToken >= 0) {
      token = starToken + 1;
      at = ++starAt;
    } else return false;
  }
  while (glob[token] === wildcard.any) token++;
  return token === glob.length;
}

function matchesUnit(wanted: number, unit: number): boolean {
  if (wanted >= 0) return wanted === unit;
  return wanted === wildcard.one || (wanted === wildcard.oneInSegment && unit !== colon);
}

/** Which tokens can be next after each character, as a set: linear in text times pattern, with both kinds of star. */
function matchesByStates(glob: Glob, text: string, from: number, to: number): boolean {
  let states = new Set<number>();
  const add = (to: Set<number>, token: number): void => {
    to.add(token);
    if (glob[token] === wildcard.any || glob[token] === wildcard.anyInSegment) add(to, token + 1);
  };
  add(states, 0);
  for (let at = from; at < to && states.size > 0; at++) {
    const unit = text.charCodeAt(at);
    const next = new Set<number>();
    for (const token of states) {
      const wanted = glob[token];
      if (wanted === undefined) continue;
      if (wanted === wildcard.any || (wanted === wildcard.anyInSegment && unit !== colon)) add(next, token);
      else if (matchesUnit(wanted, unit)) add(next, token + 1);
    }
    states = next;
  }
  return states.has(glob.length);
}

/** The same as `matchesGlob`, prepared for many texts: patterns with no wildcard, or one star alone at an end, need no walk. */
export function globMatcher(glob: Glob): (text: string) => boolean {
  const plain = glob.filter((token) => token >= 0);
  const literal = plain.map((unit) => String.fromCharCode(unit)).join("");
  if (plain.length === glob.length) return (text) => text === literal;
  if (plain.length === glob.length - 1) {
    if (glob.at(-1) === wildcard.any) return (text) => text.startsWith(literal);
    if (glob[0] === wildcard.any) return (text) => text.endsWith(literal);
  }
  return (text) => matchesGlob(glob, text);
}
