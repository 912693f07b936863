import type { Draft } from "../draft/draft";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { quotas } from "../quotas";
import { problemAt } from "../source/source";

/** Services that exist, under a name that DNS can carry. */
export function checkServices({ zone, accounts, services }: Draft): readonly Problem[] {
  const suffix = zone?.file.dns?.serviceSuffix;
  return accounts.flatMap(({ source, account: { name, service } }): Problem[] => {
    if (!service) return [];
    const problems: Problem[] = [];
    if (services && !services.names.includes(service.name)) {
      const remedy = didYouMean(service.name, services.names) || `; there are ${listed(services.names)}`;
      const message = `there is no service ${service.name} in ${services.directory}${remedy}`;
      problems.push(problemAt(source, ["service", "name"], "LF1415", message));
    }
    const length = name === undefined || suffix === undefined ? 0 : `${name}.${suffix}`.length;
    if (length > quotas.domainName) {
      const message = `the service's domain would have ${length} characters; DNS allows ${quotas.domainName}`;
      problems.push(problemAt(source, ["name"], "LF1412", message));
    }
    return problems;
  });
}
