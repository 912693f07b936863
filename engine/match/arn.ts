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
  return (value) => {
    const actual = splitArn(value);
    if (actual === undefined) return false;
    if (everyArn) return true;
    if (wanted.length !== components) return false;
    return wanted.every((part, index) => matchesGlob(part, actual[index] ?? ""));
  };
}

function splitArn(value: string): readonly string[] | undefined {
  const parts = value.split(":");
  if (parts.length < components) return undefined;
  return [...parts.slice(0, components - 1), parts.slice(components - 1).join(":")];
}

function splitGlob(glob: Glob): readonly Glob[] {
  const parts: number[][] = [[]];
  for (const token of glob) {
    if (token === colon && parts.length < components) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
