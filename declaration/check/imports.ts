import type { Draft } from "../draft/draft";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { declaredRoutingStacks } from "../routing/routing-stacks";
import { problemAt } from "../source/source";
import { accountStackId, platformStacks } from "../stacks";

/** Imports go into stacks of the platform, of accounts and of services. */
export function checkImports({ zone, imports, accounts, accountsComplete }: Draft): readonly Problem[] {
  if (!imports || !accountsComplete) return [];
  const own = accounts.flatMap(({ account: { name, service } }) =>
    name === undefined ? [] : [accountStackId(name), ...(service ? [`${name}-${service.name}`] : [])],
  );
  const stacks = [...platformStacks, ...declaredRoutingStacks(zone?.file.network), ...own];
  return Object.keys(imports.entries)
    .filter((stack) => !stacks.includes(stack))
    .map((stack) => {
      const remedy = didYouMean(stack, stacks) || `; there are ${listed(stacks)}`;
      return problemAt(imports.source, ["imports", stack], "LF1804", `there is no stack ${stack}${remedy}`, "key");
    });
}
