import { resolve } from "node:path";
import { Testing, type TerraformStack } from "cdktf";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { stacksOf, type StackSpec } from "../../../declaration/stacks";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";

/** A project of two services that exchange events, on a bus for live accounts and one for test accounts. */
export const shop = resolve(__dirname, "../../fixtures/shop");

/** Runs something as in the project's directory: services and events are found from there. */
export function inShop<T>(work: () => T): T {
  const before = process.cwd();
  process.chdir(shop);
  try {
    return work();
  } finally {
    process.chdir(before);
  }
}

/** Its zone after the first deployment. */
export function shopZone(): LandingZone {
  return inShop(() => withIds(loadZone("zone")));
}

/** The Terraform JSON of a stack of which `build` is given the slice of the zone alone. */
export function stackText(
  zone: LandingZone,
  id: string,
  build: (stack: TerraformStack, zone: LandingZone, spec: StackSpec) => void,
  context: Readonly<Record<string, unknown>> = {},
): string {
  const spec = stacksOf(zone).find((each) => each.id === id);
  if (!spec) throw new Error(`no stack ${id}`);
  const slice = sliceOf(zone, spec);
  const inItsProject: typeof build = (...made) => inShop(() => build(...made));
  return terraformJson(slice.zone, slice.spec, inItsProject, Testing.app({ context }));
}
