import { resolve } from "node:path";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { builders } from "../../../main";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";

/** Every network feature there is, after its first deployment. */
export const everything = withIds(loadZone(resolve(__dirname, "../../zones/everything")));

const kinds = ["network", "network-region", "routing", "routing-region", "account", "region", "dns"];

/** `STACK TYPE.NAME` → attributes as text, of every stack in which the network is. */
export function networkResources(zone: LandingZone): ReadonlyMap<string, string> {
  const locked = withIds(zone);
  const found = new Map<string, string>();
  for (const spec of stacksOf(locked)) {
    if (!kinds.includes(spec.kind) || (spec.kind === "account" && spec.account.network === undefined)) continue;
    const json: { resource?: Record<string, Record<string, unknown>> } = JSON.parse(
      terraformJson(locked, spec, builders[spec.kind]),
    );
    for (const [type, named] of Object.entries(json.resource ?? {}))
      for (const [name, attributes] of Object.entries(named))
        found.set(`${spec.id} ${type}.${name}`, JSON.stringify(attributes));
  }
  return found;
}

export interface Difference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

/** What one zone's networks have that another's have not. */
export function difference(on: ReadonlyMap<string, string>, off: ReadonlyMap<string, string>): Difference {
  return {
    removed: [...on.keys()].filter((address) => !off.has(address)).sort(),
    added: [...off.keys()].filter((address) => !on.has(address)).sort(),
    changed: [...on]
      .flatMap(([address, text]) => (off.has(address) && off.get(address) !== text ? [address] : []))
      .sort(),
  };
}
