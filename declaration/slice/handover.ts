import { idsFrom } from "../ids";
import type { LandingZone } from "../model";
import { programVersion } from "../program-version";
import { stacksOf } from "../stacks";
import { UserError } from "../user-error";
import { describeWaiting, waitingFor } from "../waiting";
import { type Slice, sliceOf } from "./slice-of";

/**
 * What the people of the landing zone hand over to a service in a repository of its own: the slice that its stack is built from, which says of
 * the zone no more than the service's stack holds. A slice has no format that outlives a release, so that one release writes and reads it.
 */
interface Handover {
  readonly landfall: string;
  readonly zone: Omit<LandingZone, "ids">;
  readonly ids: Readonly<Record<string, string>>;
  readonly spec: Slice["spec"];
}

/**
 * The file's text for the service of an account.
 * @throws UserError for an account that is not there, has no service or is not deployed yet
 */
export function handoverOf(zone: LandingZone, accountName: string): string {
  const spec = stacksOf(zone).find(({ kind, account }) => kind === "service" && account.name === accountName);
  if (spec === undefined) {
    const having = zone.accounts.filter(({ service }) => service !== undefined).map(({ name }) => name);
    throw new UserError(
      `the zone has no service in an account ${accountName}`,
      `Accounts with a service are ${having.join(", ") || "none"}.`,
    );
  }
  if (waitingFor(zone, spec).length > 0)
    throw new UserError(
      describeWaiting(zone, spec),
      "`landfall deploy` makes what it waits for; `landfall sync` reads it anew.",
    );
  const slice = sliceOf(zone, spec);
  const { ids, ...rest } = slice.zone;
  const handover: Handover = {
    landfall: programVersion(),
    zone: rest,
    ids: Object.fromEntries(ids.entries()),
    spec: slice.spec,
  };
  return `${JSON.stringify(handover, undefined, 2)}\n`;
}

/**
 * The slice in a file's text.
 * @param file how messages call it
 * @throws UserError for a text that is no handover, or another release's
 */
export function sliceIn(text: string, file: string): Slice {
  const handover = parsed(text, file);
  if (handover.landfall !== programVersion()) {
    throw new UserError(
      `${file} was written by Landfall ${handover.landfall}, and this is ${programVersion()}`,
      "Ask for a new one from `landfall handover` of this release, or install the other release.",
    );
  }
  return { zone: { ...handover.zone, ids: idsFrom(handover.ids) }, spec: handover.spec };
}

function parsed(text: string, file: string): Handover {
  const value = read(text);
  const has = (key: keyof Handover): boolean => typeof value === "object" && value !== null && key in value;
  if (has("landfall") && has("zone") && has("ids") && has("spec")) return value as Handover;
  throw new UserError(`${file} is nothing that landfall handover wrote`, "Ask the people of the landing zone for it.");
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
