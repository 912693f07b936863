import type { IdKey } from "../ids";
import { producerOf } from "../id-producers";
import type { LandingZone } from "../model";
import type { Problem } from "../problem/problem";
import { leavingOf } from "../routing/leaving";
import { problemAt } from "../source/source";
import { accountStackId, stacksOf } from "../stacks";
import type { ZoneCheck } from "./check";

/**
 * What is taken out of the declaration is taken down in an order that leaves nothing behind: by the hub's routes first, then accounts, then
 * the hub. That order exists unless something new is wanted of the same stack before, as when a network gets another name.
 */
export const checkRemovals: ZoneCheck = (zone, { ids }) => {
  if (!ids) return [];
  const at = (key: string, code: Problem["code"], message: string): Problem =>
    problemAt(ids.source, ["ids", key], code, message, "key");
  const { ofHub, spokes } = leavingOf(zone);
  const named = new Set([...zone.accounts, ...zone.closedAccounts].map(({ name }) => name));
  const orphans = Object.keys(ids.entries).flatMap((key) => {
    const [, account] = /^attachment\/(.*)$/s.exec(key) ?? [];
    if (account === undefined || named.has(account)) return [];
    const message =
      `${account} is still attached to the hub, but no file declares it; restore accounts/${account}.yaml and run ` +
      `\`landfall offboard ${account}\`: routing lets go of its network, then the network goes, then the account`;
    return [at(key, "LF1529", message)];
  });
  const fromHub = ofHub.slice(0, 1).flatMap((key) => {
    const wanted = wantedOf(zone, "network");
    return wanted === undefined ? [] : [at(key, "LF1528", together(key, wanted.key, wanted.by, "network"))];
  });
  const fromSpokes = spokes.flatMap((account) => {
    const [stack, key] = [accountStackId(account), `attachment/${account}`];
    const wanted = wantedOf(zone, stack);
    return wanted?.by.startsWith("routing") ? [at(key, "LF1528", together(key, wanted.key, wanted.by, stack))] : [];
  });
  const declared = new Set(zone.network.regions.map(({ name }) => name));
  const hubs = Object.keys(ids.entries).flatMap((key) => {
    const [, region] = /^region-hub\/(.*)$/s.exec(key) ?? [];
    if (region === undefined || declared.has(region)) return [];
    const message =
      `the hub of ${region} exists, and nothing takes it down yet; restore network.regions.${region}, and take its spokes out of the ` +
      `accounts' network.regions to have them go`;
    return [at(key, "LF1536", message)];
  });
  return [...orphans, ...hubs, ...fromHub, ...fromSpokes];
};

/** An id that does not exist yet, that the stack is to make and another needs. */
function wantedOf(zone: LandingZone, producer: string): { readonly key: IdKey; readonly by: string } | undefined {
  for (const { id, needs } of stacksOf(zone)) {
    const key =
      id === producer ? undefined : needs.find((each) => !zone.ids.has(each) && producerOf(each) === producer);
    if (key !== undefined) return { key, by: id };
  }
  return undefined;
}

function together(gone: string, wanted: string, by: string, stack: string): string {
  return (
    `${gone} exists and is declared no more, while ${wanted} is new: ${stack} takes the one down once nothing uses it, so after ${by}, and ` +
    `makes the other before ${by}; keep the former, deploy the new, and remove the former in a deployment of its own`
  );
}
