import type { Draft } from "../draft/draft";
import { organizationalUnitsOf, rootPath } from "../organizational-units";
import type { Problem } from "../problem/problem";
import { quotas } from "../quotas";
import { problemAt } from "../source/source";

/** Depth, names that AWS takes for the same, and the one name that means the root. */
export function checkOrganizationalUnits({ zone }: Draft): readonly Problem[] {
  if (!zone?.file.organizationalUnits) return [];
  const { source } = zone;
  const problems: Problem[] = [];
  const firstOf = new Map<string, string>();
  for (const { path, name, parent, depth } of organizationalUnitsOf(zone.file.organizationalUnits)) {
    const place = ["organizationalUnits", ...path.split("/")];
    const key = `${parent}/${name}`.toLowerCase();
    const twin = firstOf.get(key);
    if (twin === undefined) firstOf.set(key, name);
    else
      problems.push(problemAt(source, place, "LF1307", `${name} differs from its sibling ${twin} only in case`, "key"));
    if (depth === quotas.organizationalUnitDepth + 1) {
      const message = `${path} is ${depth} levels deep; AWS allows ${quotas.organizationalUnitDepth} below the root`;
      problems.push(problemAt(source, place, "LF1306", message, "key"));
    }
    if (path.toLowerCase() === rootPath) {
      const message = `no organizational unit may be called ${name}; ${rootPath} stands for the organisation's root`;
      problems.push(problemAt(source, place, "LF1308", message, "key"));
    }
  }
  return problems;
}
