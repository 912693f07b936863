import { formatRange, parseRange, sizeOf } from "../address-range";
import { type AddressRequest, allocate, withReserved } from "../addresses";
import { addressRequests, regionalRequests } from "../address-requests";
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
  const regions = Object.entries(draft.zone?.file.network?.regions ?? {}).map(([name, hub]) => ({ name, ...hub }));
  const known = new Map(Object.entries(recorded));
  const { unsatisfied } = allocate(pool, fitting, withReserved(known, regions));
  problems.push(...regions.flatMap((region) => checkRegion(draft, region, known)));
  for (const request of unsatisfied) {
    const message =
      `the pool ${formatRange(pool)} has no room left for the ${sizeOf(request.prefixLength)} addresses of ${request.name}; ` +
      `ask for a longer prefix than /${request.prefixLength} or delete recorded ranges of accounts that are gone`;
    problems.push(at(draft, request, "LF1508", message));
  }
  return problems;
}

/** Spokes beyond the home region fit the region's part of the pool. */
function checkRegion(
  draft: Draft,
  { name, pool: text }: { readonly name: string; readonly pool: string },
  recorded: ReadonlyMap<string, string>,
): readonly Problem[] {
  const pool = parseRange(text);
  if (!pool) return [];
  const requests = regionalRequests(name, spokesOf(draft));
  return allocate(pool, requests, recorded).unsatisfied.map((request) =>
    at(
      draft,
      request,
      "LF1508",
      `the pool ${text} of ${name} has no room left for the ${sizeOf(request.prefixLength)} addresses of ${request.name}`,
    ),
  );
}

function spokesOf({ accounts }: Draft): readonly { name: string; prefixLength: number; regions: readonly string[] }[] {
  return accounts.flatMap(({ account: { name, network: spoke } }) =>
    name === undefined || spoke === undefined || spoke === "none" ? [] : [{ name, ...spoke }],
  );
}

function requestsOf(draft: Draft): readonly AddressRequest[] {
  const network = draft.zone?.file.network;
  if (!network) return [];
  const { egress, inspection, endpoints, sharedVpcs } = network;
  return addressRequests({
    hubVpcs: { egress, ...(inspection ? { inspection } : {}), ...(endpoints ? { endpoints } : {}) },
    sharedVpcs: Object.entries(sharedVpcs).map(([name, vpc]) => ({ name, ...vpc })),
    spokes: spokesOf(draft),
  });
}

function at({ zone, accounts }: Draft, { name }: AddressRequest, code: Problem["code"], message: string): Problem {
  const sharedVpcs = zone?.file.network?.sharedVpcs ?? {};
  const account = accounts.find((draft) => draft.account.name === name.replace(/\/.*$/s, ""));
  if (zone && Object.hasOwn(hubVpcs, name))
    return problemAt(zone.source, ["network", name, "prefixLength"], code, message);
  if (zone && Object.hasOwn(sharedVpcs, name))
    return problemAt(zone.source, ["network", "sharedVpcs", name, "prefixLength"], code, message);
  if (!account) throw new Error(`an address request of no file: ${name}`);
  return problemAt(account.source, ["network", "prefixLength"], code, message);
}
