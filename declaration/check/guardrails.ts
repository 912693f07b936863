import type { Draft } from "../draft/draft";
import { catalogueGuardrails, isCatalogueGuardrail } from "../guardrail-names";
import { nodesAbove, organizationalUnitsOf, rootPath } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** Guardrails that exist, on nodes that exist, with what a guardrail of their kind can be told, and none that stops the landing zone. */
export function checkGuardrails({ zone, policies, brokenPolicies, accounts }: Draft): readonly Problem[] {
  const guardrails = zone?.file.guardrails;
  if (!zone || !guardrails) return [];
  const own = [...policies.map(({ name }) => name), ...brokenPolicies];
  const names = [...catalogueGuardrails, ...own];
  const tree = zone.file.organizationalUnits;
  const nodes = tree && [rootPath, ...organizationalUnitsOf(tree).map(({ path }) => path)];
  const problems: Problem[] = [];
  for (const [name, { attachTo, exempt, kind, claims }] of Object.entries(guardrails)) {
    const at = (path: readonly PropertyKey[], code: Problem["code"], message: string, where?: "key"): Problem =>
      problemAt(zone.source, ["guardrails", name, ...path], code, message, where);
    if (!names.includes(name)) {
      const remedy = didYouMean(name, names) || `; the catalogue has ${listed(catalogueGuardrails)}`;
      const message = `the guardrail ${name} is neither in the catalogue nor a file policies/${name}.json${remedy}`;
      problems.push(at([], "LF1701", message, "key"));
    }
    if (own.includes(name) && isCatalogueGuardrail(name)) {
      problems.push(at([], "LF1704", `the catalogue has a guardrail ${name}; rename policies/${name}.json`, "key"));
    }
    if (own.includes(name) && exempt.roles.length > 0) {
      const message = `policies/${name}.json says itself whom it lets through: write it in a Condition there, on aws:PrincipalArn`;
      problems.push(at(["exempt"], "LF1717", message, "key"));
    }
    for (const [key, isGiven] of [
      ["kind", kind !== undefined],
      ["claims", claims.length > 0],
    ] as const) {
      if (!isGiven || !isCatalogueGuardrail(name) || own.includes(name)) continue;
      problems.push(at([key], "LF1718", `the catalogue knows the ${key} of ${name}; delete ${key}`, "key"));
    }
    for (const [index, node] of attachTo.entries()) {
      if (nodes && !nodes.includes(node)) {
        const remedy = didYouMean(node, nodes) || `; declared: ${listed(nodes)}`;
        problems.push(at(["attachTo", index], "LF1702", `there is no organizational unit ${node}${remedy}`));
      }
      const stopped = name === "deny-everything" ? foundationBelow(accounts, node) : [];
      if (stopped.length > 0) {
        const message = `${name} at ${node} would stop the landing zone itself: ${listed(stopped)}`;
        problems.push(at(["attachTo", index], "LF1711", message));
      }
    }
  }
  return problems;
}

/** Accounts with a role of the landing zone that policies at the node bind; the management account is bound by none. */
function foundationBelow(accounts: Draft["accounts"], node: string): readonly string[] {
  return accounts.flatMap(({ account: { name, role, organizationalUnit } }) => {
    if (name === undefined || role === undefined || organizationalUnit === undefined) return [];
    const roles = rolesOf(role);
    const isFoundation = !roles.includes("workload") && !roles.includes("management");
    return isFoundation && nodesAbove(organizationalUnit).includes(node) ? [name] : [];
  });
}
