import { canonical } from "../../declaration/slice/canonical";
import type { Slice } from "../../declaration/slice/slice-of";
import type { Sources } from "./code";
import { digest } from "./digest";

/** What a stack is made of, as SHA-256 digests in hexadecimal: equal fingerprints, equal stacks. */
export interface Fingerprint {
  /** Its slice of the declaration. */
  readonly zone: string;
  /** The ids of `ids.lock.json` that it reads. */
  readonly ids: string;
  readonly code: string;
}

export function fingerprintOf({ zone: { ids, ...zone }, spec }: Slice, sources: Sources): Fingerprint {
  return {
    zone: digest(JSON.stringify([zone, spec])),
    ids: digest(JSON.stringify(ids.entries())),
    code: codeDigest(sources),
  };
}

/** Stacks of a kind share their sources, of which there are hundreds. */
const codeDigests = new WeakMap<Sources, string>();

function codeDigest(sources: Sources): string {
  const known = codeDigests.get(sources) ?? digest(JSON.stringify(canonical(sources)));
  codeDigests.set(sources, known);
  return known;
}
