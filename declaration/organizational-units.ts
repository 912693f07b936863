import type { OrganizationalUnit } from "./model";
import type { OrganizationalUnitTree } from "./schema/landing-zone";
import { rootPath } from "./root-path";
import { unitName } from "./unit-keys";

export { rootPath } from "./root-path";

/** The tree as a list: parents before children, then by path. */
export function organizationalUnitsOf(tree: OrganizationalUnitTree): readonly OrganizationalUnit[] {
  const units: OrganizationalUnit[] = [];
  let level = [{ parent: rootPath, tree }];
  for (let depth = 1; level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { parent, tree: children } of level) {
      for (const [key, below] of Object.entries(children)) {
        const path = parent === rootPath ? key : `${parent}/${key}`;
        units.push({ path, name: unitName(key), parent, depth });
        next.push({ parent: path, tree: below });
      }
    }
    level = next;
  }
  return units.sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1));
}

/** `root` and every unit above `path`, then `path` itself: the nodes whose guardrails bind an account there. */
export function nodesAbove(path: string): readonly string[] {
  if (path === rootPath) return [rootPath];
  const names = path.split("/");
  return [rootPath, ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
}
