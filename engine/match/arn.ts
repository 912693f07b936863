import { colon, type Glob, matchesGlob, wildcard } from "./glob";

/** `arn:partition:service:region:account:resource`; the resource may contain colons itself. */
const components = 6;

/**
 * Whether a value is an ARN the pattern describes: each of the six components is compared on its own, so that a `*` never crosses from one into the
 * next (IAM User Guide, "IAM JSON policy elements: Condition operators", ARN condition operators). A lone `*` describes every ARN; any other pattern
 * of fewer components describes none.
 * @returns a test of one value
 */
export function arnMatcher(glob: Glob): (value: string) => boolean {
  const wanted = splitGlob(glob);
  const everyArn = glob.length === 1 && glob[0] === wildcard.any;
  if (!everyArn && wanted.length !== components) return () => false;
  return (value) => {
    let from = 0;
    for (let index = 0; index < components - 1; index++) {
      const to = value.indexOf(":", from);
      if (to < 0) return false;
      const part = wanted[index];
      if (!everyArn && part && !matchesGlob(part, value, from, to)) return false;
      from = to + 1;
    }
    const last = wanted[components - 1];
    return everyArn || last === undefined || matchesGlob(last, value, from);
  };
}

function splitGlob(glob: Glob): readonly Glob[] {
  const parts: number[][] = [[]];
  for (const token of glob) {
    if (token === colon && parts.length < components) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
