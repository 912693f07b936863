import { producerOf } from "./id-producers";
import type { LandingZone } from "./model";
import { didYouMean, listed } from "./problem/nearest";
import { type StackSpec, stacksOf } from "./stacks";
import { UserError } from "./user-error";

/**
 * The services of some accounts and every stack without which theirs cannot be synthesised: those that make an id they need, and the buses that
 * their events go to. Routes between networks are not among them.
 *
 * @param names accounts with a service
 * @returns ids in deployment order
 * @throws UserError naming each that is no account with a service, and the nearest that is
 */
export function stacksForServices(zone: LandingZone, names: readonly string[]): readonly string[] {
  const specs = stacksOf(zone);
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const wanted = servicesOf(zone, names).map(({ id }) => id);
  const needed = new Set<string>();
  for (const queue = [...wanted]; queue.length > 0;) {
    const spec = byId.get(queue.pop() ?? "");
    if (spec === undefined || needed.has(spec.id)) continue;
    needed.add(spec.id);
    const producers = spec.needs.flatMap((key) => producerOf(key) ?? []);
    queue.push(...producers, ...spec.after.filter((id) => byId.get(id)?.kind === "events"));
  }
  return specs.map(({ id }) => id).filter((id) => needed.has(id));
}

/**
 * The stacks of the services of some accounts; of all accounts when none is named.
 * @throws UserError as above
 */
export function servicesOf(zone: LandingZone, names: readonly string[]): readonly StackSpec[] {
  const services = stacksOf(zone).filter(({ kind }) => kind === "service");
  const accounts = services.map(({ account }) => account.name);
  const unknown = names.filter((name) => !accounts.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      `no account with a service is called ${unknown.map((name) => name + didYouMean(name, accounts)).join(", nor ")}`,
      `There are ${listed(accounts)}.`,
    );
  }
  return services.filter(({ account }) => names.length === 0 || names.includes(account.name));
}
