import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { quotas } from "../quotas";
import { problemAt } from "../source/source";

/** A service's name in DNS is one that DNS can carry. */
export function checkServices({ zone, accounts }: Draft): readonly Problem[] {
  const suffix = zone?.file.dns?.serviceSuffix;
  if (suffix === undefined) return [];
  return accounts.flatMap(({ source, account: { name, service } }): Problem[] => {
    const domain = `${name ?? ""}.${suffix}`;
    if (name === undefined || !service || domain.length <= quotas.domainName) return [];
    const message = `the service's domain would have ${domain.length} characters; DNS allows ${quotas.domainName}`;
    return [problemAt(source, ["name"], "LF1412", message)];
  });
}
