import { type ZoneCost, zoneCost } from "../../../atlas/cost/zone-cost";
import type { ZoneStack } from "../../synth/synthesise-zones";

interface Tagged {
  readonly provider: { readonly aws: readonly { readonly default_tags: readonly { readonly tags: object }[] }[] };
}

/** The account that a stack says it is in. */
function accountOf(json: string): string {
  const { provider }: Tagged = JSON.parse(json);
  return String(Reflect.get(provider.aws[0]?.default_tags[0]?.tags ?? {}, "landfall:account"));
}

/** What one of the test zones costs. @param all the stacks of all of them, which take long to synthesise */
export function costOfTestZone(name: string, all: readonly ZoneStack[]): ZoneCost {
  const stacks = all
    .filter(({ zone }) => zone === name)
    .map(({ id, kind, json }) => ({ stack: id, kind, json, account: accountOf(json) }));
  return zoneCost(stacks, [...new Set(stacks.map(({ account }) => account))]);
}
