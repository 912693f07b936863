import { readPolicy } from "../../engine/policy/read-policy";
import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";
import { faultMessage } from "./policies";

/** Managed policies of a permission set, AWS's and the accounts' own together ("IAM Identity Center quotas", IAM Identity Center User Guide). */
const managedPolicies = 20;
/** Bytes of an inline policy without white space (the same page). */
const inlineBytes = 32_768;

/** Permission sets that Identity Center takes. */
export function checkPermissionSets({ zone }: Draft): readonly Problem[] {
  const sets = zone?.file.identity?.permissionSets;
  if (!zone || !sets) return [];
  return Object.entries(sets).flatMap(([name, set]): Problem[] => {
    const at = ["identity", "permissionSets", name];
    const problems: Problem[] = [];
    const count = set.managedPolicies.length + set.customerManagedPolicies.length;
    if (count > managedPolicies) {
      const message = `the permission set ${name} has ${count} managed policies; AWS allows ${managedPolicies}, its own and the accounts' together`;
      problems.push(problemAt(zone.source, at, "LF1736", message, "key"));
    }
    if (set.inlinePolicy === undefined) return problems;
    const text = JSON.stringify(set.inlinePolicy);
    const place = [...at, "inlinePolicy"];
    const result = readPolicy(text, "identity-policy");
    const faults = "policy" in result ? [] : result.faults;
    problems.push(...faults.map((fault) => problemAt(zone.source, place, "LF1737", faultMessage(fault), "key")));
    const size = Buffer.byteLength(text);
    if (size > inlineBytes) {
      const message = `the inline policy has ${size} bytes without white space; AWS allows ${inlineBytes}`;
      problems.push(problemAt(zone.source, place, "LF1737", message, "key"));
    }
    return problems;
  });
}
