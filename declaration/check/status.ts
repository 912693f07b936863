import type { Draft } from "../draft/draft";
import { suspendedUnit } from "../names";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** Only workload accounts leave, and a suspended one has a unit to go to. */
export function checkStatus({ zone, accounts }: Draft): readonly Problem[] {
  const units = zone?.file.organizationalUnits;
  return accounts.flatMap(({ source, account: { status, role } }): Problem[] => {
    if (status === undefined || status === "active") return [];
    const at = (code: Problem["code"], message: string): Problem => problemAt(source, ["status"], code, message);
    if (role !== undefined && rolesOf(role).some((each) => each !== "workload")) {
      return [at("LF1416", `an account with a role of the landing zone stays active; found ${status}`)];
    }
    if (status === "suspended" && units && !Object.hasOwn(units, suspendedUnit)) {
      const message = `a suspended account goes to the organizational unit ${suspendedUnit}; declare it under organizationalUnits`;
      return [at("LF1417", message)];
    }
    return [];
  });
}
