import type { Patterns, PolicyVersion } from "../policy/policy";
import type { Context } from "./context";
import { colon, type Glob, globOf, matchesGlob, wildcard } from "./glob";
import { parseTemplate, type Resolved, resolve } from "./template";

/**
 * Whether a Resource or NotResource element applies to a resource. Resources are compared with regard to case. A pattern with a variable that has
 * no value matches nothing, so that a NotResource with it applies to every resource it does not name otherwise (IAM User Guide, "IAM policy
 * elements: Variables and tags").
 * @param resource ARN, or `*` for an action without a resource, which only patterns made of wildcards match
 */
export function matchesResource(test: Patterns, resource: string, context: Context, version: PolicyVersion): boolean {
  return (
    test.patterns.some((pattern) => {
      const resolved = resolve(parseTemplate(pattern, version), context);
      return resolved !== undefined && matchesGlob(resourceGlob(resolved), resource);
    }) !== test.negated
  );
}

/**
 * A `*` at the end of an ARN segment matches across colons; every other `*` and `?` stays within its segment (IAM User Guide, "IAM JSON policy
 * elements: Resource", using wildcards in resource ARNs).
 */
export function resourceGlob(resolved: Resolved): Glob {
  const glob = globOf(resolved);
  return glob.map((token, index) => {
    const following = glob[index + 1];
    if (token === wildcard.one) return wildcard.oneInSegment;
    if (token !== wildcard.any) return token;
    return following === undefined || following === colon ? wildcard.any : wildcard.anyInSegment;
  });
}
