import { type AddressRange, contains, formatRange, lastOf, overlaps, parseRange, sizeOf } from "./address-range";

/** A range wanted, by the name of its VPC: the account's, the shared VPC's, or the hub VPC's. */
export interface AddressRequest {
  readonly name: string;
  readonly prefixLength: number;
}

export interface Allocation {
  /** Name → CIDR of every request that is satisfied, recorded ones included. */
  readonly ranges: ReadonlyMap<string, string>;
  /** Requests for which the pool has no room left. */
  readonly unsatisfied: readonly AddressRequest[];
}

/**
 * Gives each request that is not recorded the lowest free range of its size. A recorded name keeps its range whatever else
 * is asked for or left out, and recorded names nobody asks for stay reserved: nothing is ever renumbered.
 */
export function allocate(
  pool: AddressRange,
  requests: readonly AddressRequest[],
  recorded: ReadonlyMap<string, string>,
): Allocation {
  const taken = [...recorded.values()].map(parseRange).filter((range) => range !== undefined);
  taken.sort((a, b) => a.first - b.first);
  const ranges = new Map<string, string>();
  const unsatisfied: AddressRequest[] = [];
  for (const request of requests) {
    const known = recorded.get(request.name) ?? ranges.get(request.name);
    const free = known === undefined ? lowestFree(pool, request.prefixLength, taken) : undefined;
    if (known !== undefined) ranges.set(request.name, known);
    else if (free === undefined) unsatisfied.push(request);
    else {
      ranges.set(request.name, formatRange(free));
      insert(taken, free);
    }
  }
  return { ranges, unsatisfied };
}

/** What is recorded, and the parts of the pool that are other regions', under names that no network has. */
export function withReserved(
  recorded: ReadonlyMap<string, string>,
  regions: readonly { readonly name: string; readonly pool: string }[],
): ReadonlyMap<string, string> {
  return new Map([...recorded, ...regions.map(({ name, pool }) => [`/${name}`, pool] as const)]);
}

/** `taken` is in order of address. */
function lowestFree(
  pool: AddressRange,
  prefixLength: number,
  taken: readonly AddressRange[],
): AddressRange | undefined {
  const size = sizeOf(prefixLength);
  let candidate: AddressRange = { first: Math.ceil(pool.first / size) * size, prefixLength };
  for (const range of taken) {
    if (!overlaps(candidate, range)) continue;
    candidate = { first: Math.ceil((lastOf(range) + 1) / size) * size, prefixLength };
  }
  return contains(pool, candidate) ? candidate : undefined;
}

function insert(taken: AddressRange[], range: AddressRange): void {
  const at = taken.findIndex((other) => other.first > range.first);
  taken.splice(at === -1 ? taken.length : at, 0, range);
}
