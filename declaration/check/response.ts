import type { Draft } from "../draft/draft";
import { organizationalUnitsOf } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** The runbook moves accounts to a unit there is, in which none of the landing zone's own accounts is. */
export function checkResponse({ zone, accounts }: Draft): readonly Problem[] {
  const response = zone?.file.security?.response;
  const tree = zone?.file.organizationalUnits;
  if (!zone || !response || !tree || response.quarantineUnit === undefined) return [];
  const { quarantineUnit } = response;
  const units = organizationalUnitsOf(tree).map(({ path }) => path);
  if (!units.includes(quarantineUnit)) {
    const remedy = didYouMean(quarantineUnit, units) || `; declared: ${listed(units)}`;
    const message = `the organizational unit ${quarantineUnit} is not declared${remedy}`;
    return [problemAt(zone.source, ["security", "response", "quarantineUnit"], "LF1765", message)];
  }
  return accounts.flatMap(({ source, account }): Problem[] => {
    const { role, organizationalUnit: unit } = account;
    const isFoundation = role !== undefined && rolesOf(role).some((each) => each !== "workload");
    if (!isFoundation || unit === undefined) return [];
    if (unit !== quarantineUnit && !unit.startsWith(`${quarantineUnit}/`)) return [];
    const message = `${unit} is where accounts are quarantined; put the landing zone's own account elsewhere`;
    return [problemAt(source, ["organizationalUnit"], "LF1769", message)];
  });
}
