import type { Draft } from "../draft/draft";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** Central event buses are in the shared-services account, and accounts join those that are declared. */
export function checkEvents({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  if (!zone?.file.events && accounts.every(({ account }) => account.service?.eventBus === undefined)) return [];
  const buses = Object.keys(zone?.file.events?.buses ?? {});
  const allKnown = accountsComplete && accounts.every(({ account }) => account.role !== undefined);
  const hasCenter = accounts.some(
    ({ account: { role } }) => role !== undefined && rolesOf(role).includes("shared-services"),
  );
  const homeless =
    zone && allKnown && buses.length > 0 && !hasCenter
      ? [
          problemAt(
            zone.source,
            ["events", "buses"],
            "LF1418",
            "event buses are in the account of the role shared-services, which no account has",
            "key",
          ),
        ]
      : [];
  const unknown = accounts.flatMap(({ source, account: { service } }): readonly Problem[] => {
    const bus = service?.eventBus;
    if (bus === undefined || !zone?.file.events || buses.includes(bus)) return [];
    const message = `the zone declares no event bus ${bus}${didYouMean(bus, buses) || `; there are ${listed(buses)}`}`;
    return [problemAt(source, ["service", "eventBus"], "LF1419", message)];
  });
  return [...homeless, ...unknown];
}
