import { formatRange, parseRange, sizeOf } from "../address-range";
import { type AddressRequest, allocate } from "../addresses";
import { addressRequests } from "../address-requests";
import type { Draft } from "../draft/draft";
import { hubVpcs } from "../names";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";
import { poolOf } from "./pool";

/** A VPC has a main and an attachment subnet in each zone, of at least this prefix ("Subnet sizing", Amazon VPC user guide). */
const subnetsPerZone = 2;
const smallestSubnet = 28;

/** Every network fits the pool, beside what is recorded, and has the size that is recorded for it. */
export function checkAddresses(draft: Draft): readonly Problem[] {
  const pool = poolOf(draft);
  const recorded = draft.addresses?.entries ?? {};
  const requests = requestsOf(draft);
  const zones = draft.zone?.file.network?.availabilityZones ?? 0;
  const problems: Problem[] = [];
  const fitting = requests.filter((request) => {
    const range = Object.hasOwn(recorded, request.name) ? parseRange(recorded[request.name] ?? "") : undefined;
    if (range && range.prefixLength !== request.prefixLength) {
      const message =
        `/${request.prefixLength} is asked for, but ${formatRange(range)} is recorded for ${request.name}, and a VPC's range ` +
        `cannot change; keep /${range.prefixLength}, or move to a new account`;
      problems.push(at(draft, request, "LF1512", message));
    }
    if (zones * subnetsPerZone * sizeOf(smallestSubnet) > sizeOf(request.prefixLength)) {
      problems.push(
        at(draft, request, "LF1514", `/${request.prefixLength} is too small for ${zones} availability zones`),
      );
    }
    if (!pool || request.prefixLength >= pool.prefixLength) return true;
    problems.push(
      at(draft, request, "LF1507", `/${request.prefixLength} is larger than the whole pool ${formatRange(pool)}`),
    );
    return false;
  });
  if (!pool) return problems;
  const { unsatisfied } = allocate(pool, fitting, new Map(Object.entries(recorded)));
  for (const request of unsatisfied) {
    const message =
      `the pool ${formatRange(pool)} has no room left for the ${sizeOf(request.prefixLength)} addresses of ${request.name}; ` +
      `ask for a longer prefix than /${request.prefixLength} or delete recorded ranges of accounts that are gone`;
    problems.push(at(draft, request, "LF1508", message));
  }
  return problems;
}

function requestsOf({ zone, accounts }: Draft): readonly AddressRequest[] {
  const network = zone?.file.network;
  if (!network) return [];
  const { egress, inspection, endpoints, sharedVpcs } = network;
  return addressRequests({
    hubVpcs: { egress, ...(inspection ? { inspection } : {}), ...(endpoints ? { endpoints } : {}) },
    sharedVpcs: Object.entries(sharedVpcs).map(([name, vpc]) => ({ name, ...vpc })),
    spokes: accounts.flatMap(({ account: { name, network: spoke } }) =>
      name === undefined || spoke === undefined || spoke === "none" ? [] : [{ name, ...spoke }],
    ),
  });
}

function at({ zone, accounts }: Draft, { name }: AddressRequest, code: Problem["code"], message: string): Problem {
  const sharedVpcs = zone?.file.network?.sharedVpcs ?? {};
  const account = accounts.find((draft) => draft.account.name === name);
  if (zone && Object.hasOwn(hubVpcs, name))
    return problemAt(zone.source, ["network", name, "prefixLength"], code, message);
  if (zone && Object.hasOwn(sharedVpcs, name))
    return problemAt(zone.source, ["network", "sharedVpcs", name, "prefixLength"], code, message);
  if (!account) throw new Error(`an address request of no file: ${name}`);
  return problemAt(account.source, ["network", "prefixLength"], code, message);
}
