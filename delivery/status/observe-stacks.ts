import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LandingZone } from "../../declaration/model";
import { accountStackId, type StackSpec, stacksOf } from "../../declaration/stacks";
import { waitingFor } from "../../declaration/waiting";
import type { Environment } from "../child-environment";
import type { CredentialsFor } from "../credentials";
import { each } from "../each";
import { listStates } from "../state/list-states";
import { readState, type StackState } from "../state/read-state";
import type { Caller } from "../../live/sts";
import { stackResources } from "../stack-resources";
import { stackDirectory, synthesise } from "../synthesise";
import type { Leftover, ObservedStack } from "./observation";

export interface StatesToObserve {
  readonly zone: LandingZone;
  readonly zoneDirectory: string;
  readonly specs: readonly StackSpec[];
  readonly credentialsFor: CredentialsFor;
  readonly environment: NodeJS.ProcessEnv;
  /** May list the state bucket. */
  readonly management: Caller;
}

/** Reading a state waits for STS and S3, and costs nothing. */
const statesAtOnce = 12;

/** Reads the states there are, and synthesises the stacks they are of to know what they should have. */
export async function observeStacks(
  looking: StatesToObserve,
): Promise<{ readonly stacks: ReadonlyMap<string, ObservedStack>; readonly leftovers: readonly Leftover[] }> {
  const { zone, specs } = looking;
  const keys = (await listStates(zone.stateBucket, looking.management)) ?? [];
  const read = stateReader(looking);
  const states = new Map<string, StateRead>();
  const ofServices = ({ kind }: StackSpec): boolean => kind === "service";
  await each(
    specs.filter((spec) => !ofServices(spec) && keys.includes(spec.state.key)),
    statesAtOnce,
    async (spec) => void states.set(spec.id, await read(spec)),
  );
  // A service's state is in a bucket that the account's stack makes, and so is the role that may read it.
  await each(
    specs.filter((spec) => ofServices(spec) && states.get(accountStackId(spec.account.name))?.state !== undefined),
    statesAtOnce,
    async (spec) => void states.set(spec.id, await read(spec)),
  );
  const declared = await declaredAddresses(
    looking,
    specs.filter((spec) => states.get(spec.id)?.state && waitingFor(zone, spec).length === 0),
  );
  const stacks = specs.map((spec): readonly [string, ObservedStack] => {
    const { state, unreadable } = states.get(spec.id) ?? {};
    return [spec.id, { spec, declared: declared.get(spec.id), state, unreadable }];
  });
  return { stacks: new Map(stacks), leftovers: await leftoversOf(zone, keys, read) };
}

interface StateRead {
  readonly state?: StackState | undefined;
  readonly unreadable?: string | undefined;
}

type ReadStack = (spec: StackSpec, key?: string) => Promise<StateRead>;

/** Reads states as the identity whose they are; the management account's identities are assumed once each. */
function stateReader({ zone, credentialsFor, environment }: StatesToObserve): ReadStack {
  const assumed = new Map<string, Promise<Environment>>();
  const credentials = (spec: StackSpec): Promise<Environment> => {
    if (spec.identity === "service") return credentialsFor(spec, zone);
    const found = assumed.get(spec.identity) ?? credentialsFor(spec, zone);
    assumed.set(spec.identity, found);
    return found;
  };
  return async (spec, key = spec.state.key) => {
    try {
      const own = { ...environment, ...(await credentials(spec)) };
      return { state: await readState({ state: { ...spec.state, key } }, zone.regions.home, own) };
    } catch (error) {
      return { unreadable: error instanceof Error ? error.message : String(error) };
    }
  };
}

async function declaredAddresses(
  { zoneDirectory }: StatesToObserve,
  specs: readonly StackSpec[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (specs.length === 0) return new Map();
  const outDirectory = mkdtempSync(join(tmpdir(), "landfall-status-"));
  try {
    await synthesise({ zoneDirectory, outDirectory, stacks: specs.map(({ id }) => id) });
    return new Map(specs.map(({ id }) => [id, addressesIn(stackDirectory(outDirectory, id))]));
  } finally {
    rmSync(outDirectory, { recursive: true, force: true });
  }
}

function addressesIn(directory: string): readonly string[] {
  return Object.entries(stackResources(directory)).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
}

/** States no stack of the zone has, that still hold resources. */
async function leftoversOf(zone: LandingZone, keys: readonly string[], read: ReadStack): Promise<readonly Leftover[]> {
  const all = stacksOf(zone);
  const known = new Set(all.map(({ state }) => state.key));
  const leftovers: Leftover[] = [];
  for (const key of keys.filter((candidate) => !known.has(candidate))) {
    const reader = all.find(({ identity }) => identity !== "service" && key.startsWith(`${identity}/`));
    const { state } = reader ? await read(reader, key) : {};
    if (state && state.addresses.length > 0) leftovers.push({ key, resources: state.addresses.length });
  }
  return leftovers;
}
