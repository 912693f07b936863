import type { Draft } from "../draft/draft";
import { organizationalUnitsOf, rootPath } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { furtherRegions } from "../regions";
import { declaredRoutingStacks } from "../routing/routing-stacks";
import { problemAt } from "../source/source";
import { accountStackId, platformStacks, regionStackId, securityRegionStackId } from "../stacks";

/** Every approval names a stack or an organizational unit there is, in a pipeline that can ask for it. */
export function checkApprovals({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  const github = zone?.file.deployment?.github;
  if (!zone || !github) return [];
  const { source } = zone;
  const at = (path: readonly PropertyKey[], code: Problem["code"], message: string): Problem =>
    problemAt(source, ["deployment", "github", "approval", ...path], code, message);
  if (github.approval.length > 0 && github.repository === undefined) {
    return [at([], "LF1752", "nobody would ask for these approvals; name the zone's repository beside them")];
  }
  const tree = zone.file.organizationalUnits;
  if (!tree || !accountsComplete) return [];
  const units = [rootPath, ...organizationalUnitsOf(tree).map(({ path }) => path)];
  const { regions } = zone.file;
  const elsewhere = regions ? furtherRegions({ regions }) : [];
  const stacks = accounts.flatMap(({ account: { name, service } }) => {
    if (name === undefined) return [];
    const own = [accountStackId(name), ...elsewhere.map((region) => regionStackId(name, region))];
    return service ? [...own, `${name}-${service.name}`] : own;
  });
  const ofRegions = elsewhere.map(securityRegionStackId);
  const names = [...platformStacks, ...ofRegions, ...declaredRoutingStacks(zone.file.network), ...stacks, ...units];
  return github.approval.flatMap((entry, index): Problem[] => {
    if (names.includes(entry)) return [];
    const remedy = didYouMean(entry, names) || `; units: ${listed(units)}`;
    return [at([index], "LF1751", `${entry} is neither a stack nor an organizational unit of the zone${remedy}`)];
  });
}
