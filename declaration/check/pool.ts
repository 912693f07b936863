import type { AddressRange } from "../address-range";
import { contains, formatRange, hasHostBits, networkOf, parseRange } from "../address-range";
import type { Draft } from "../draft/draft";
import { listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** Ranges that the internet does not route: RFC 1918, and RFC 6598's shared address space. */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** The pool's range; `undefined` when it is not a usable one. */
export function poolOf({ zone }: Draft): AddressRange | undefined {
  const pool = zone?.file.network && parseRange(zone.file.network.pool);
  return pool && !hasHostBits(pool) ? pool : undefined;
}

/** The pool is a network address in private space. */
export function checkPool({ zone }: Draft): readonly Problem[] {
  const text = zone?.file.network?.pool;
  const pool = text === undefined ? undefined : parseRange(text);
  if (!zone || !pool) return [];
  const at = (code: Problem["code"], message: string): Problem =>
    problemAt(zone.source, ["network", "pool"], code, message);
  if (hasHostBits(pool)) {
    return [at("LF1505", `${text} is not a network address; did you mean ${formatRange(networkOf(pool))}?`)];
  }
  const isPrivate = privateRanges.map(parseRange).some((range) => range !== undefined && contains(range, pool));
  return isPrivate ? [] : [at("LF1506", `${text} is not private; take a range within ${listed(privateRanges)}`)];
}
