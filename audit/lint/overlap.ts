/**
 * Whether some ARN matches both of two patterns (`*` any text, `?` one character); a policy variable stands for any text. The first five parts
 * are compared one by one (IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource ARNs"), unless a pattern has fewer.
 */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.length !== 6 || b.length !== 6) return textsOverlap(withoutVariables(one), withoutVariables(other));
  return a.every((part, index) => textsOverlap(part, b[index] ?? ""));
}

/** `arn:partition:service:region:account:resource`, whose last part may hold colons. */
function partsOf(pattern: string): readonly string[] {
  const parts = withoutVariables(pattern).split(":");
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

function textsOverlap(a: string, b: string): boolean {
  // Row i, column j: whether the rests from i and from j have a text in common; filled from the ends.
  let below: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j--) {
      row[j] = rests(a[i], b[j], {
        skipOne: below[j] ?? false,
        skipOther: row[j + 1] ?? false,
        both: below[j + 1] ?? false,
      });
    }
    below = row;
  }
  return below[0] ?? false;
}

interface Next {
  readonly skipOne: boolean;
  readonly skipOther: boolean;
  readonly both: boolean;
}

function rests(a: string | undefined, b: string | undefined, next: Next): boolean {
  if (a === undefined && b === undefined) return true;
  // A star ends here, or takes the other's next character.
  if (a === "*") return next.skipOne || (b !== undefined && next.skipOther);
  if (b === "*") return next.skipOther || (a !== undefined && next.skipOne);
  if (a === undefined || b === undefined) return false;
  return (a === b || a === "?" || b === "?") && next.both;
}

function withoutVariables(pattern: string): string {
  return pattern.replace(/\$\{[^}]*\}/g, "*");
}
