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

/** Whether the whole text matches, from the first character to the last; case-sensitive. */
export function matchesGlob(glob: Glob, text: string): boolean {
  return glob.includes(wildcard.anyInSegment) ? matchesFrom(glob, 0, text, 0) : matchesGreedily(glob, text);
}

/** With one kind of star, only the last one met can be worth trying again. */
function matchesGreedily(glob: Glob, text: string): boolean {
  let at = 0;
  let token = 0;
  let starToken = -1;
  let starAt = 0;
  while (at < text.length) {
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
function matchesFrom(glob: Glob, firstToken: number, text: string, from: number): boolean {
  let states = new Set<number>();
  const add = (to: Set<number>, token: number): void => {
    to.add(token);
    if (glob[token] === wildcard.any || glob[token] === wildcard.anyInSegment) add(to, token + 1);
  };
  add(states, firstToken);
  for (let at = from; at < text.length && states.size > 0; at++) {
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
