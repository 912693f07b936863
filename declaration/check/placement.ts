import type { Draft } from "../draft/draft";
import { organizationalUnitsOf, rootPath } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** Every account in a declared organizational unit; at the root the management account, and those the zone says may be there. */
export function checkPlacement({ zone, accounts }: Draft): readonly Problem[] {
  const tree = zone?.file.organizationalUnits;
  const atRoot = zone?.file.organization?.accountsAtRoot ?? [];
  const paths = tree && organizationalUnitsOf(tree).map(({ path }) => path);
  return accounts.flatMap(({ source, account }): Problem[] => {
    const { organizationalUnit: unit, role, status } = account;
    if (unit === undefined || role === undefined || status === "closed") return [];
    const at = (code: "LF1403" | "LF1404" | "LF1405", message: string): Problem[] => [
      problemAt(source, ["organizationalUnit"], code, message),
    ];
    const isManagement = rolesOf(role).includes("management");
    if (isManagement && unit !== rootPath) {
      return at("LF1404", `the management account stays at root, where AWS puts it; found ${unit}`);
    }
    if (!isManagement && unit === rootPath && !atRoot.includes(account.name ?? "")) {
      return at("LF1405", `only the management account is at root; put this one in one of ${listed(paths ?? [])}`);
    }
    if (unit === rootPath || !paths || paths.includes(unit)) return [];
    const remedy = didYouMean(unit, paths) || `; declared: ${listed(paths)}`;
    return at("LF1403", `the organizational unit ${unit} is not declared${remedy}`);
  });
}
