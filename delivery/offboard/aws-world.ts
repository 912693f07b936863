import type { LandingZone } from "../../declaration/model";
import { suspendedUnit } from "../../declaration/names";
import type { StackSpec } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import type { Environment } from "../child-environment";
import { deploy } from "../deploy";
import { succeeded, type StackResult } from "../deployment";
import { destroyStack } from "../destroy-stack";
import { readLock } from "../locks/state-lock";
import { memberCredentials } from "../member-credentials";
import { readState, type StackState } from "../state/read-state";
import type { Caller } from "../../live/sts";
import { accountAddress, heldFor } from "./account-resources";
import { statusOf, writeStatus } from "./account-status";
import { emptyBucket, isFull } from "./bucket-contents";
import { closeAccount } from "./close-account";
import { findAccount } from "./live-account";
import type { OffboardOptions } from "./offboard-options";
import type { OffboardPlan } from "./plan";
import { holdsIds, holdsRange, releaseIds, releaseRange } from "./release";
import { refuseLivingServices } from "./service-states";
import type { OffboardWorld } from "./world";

/** The zone as it is while the account is active, and where a copy of its files is. */
export interface FormerZone {
  readonly zone: LandingZone;
  readonly directory: string;
}

/** The zone's files, its states in S3 and AWS itself. */
export function awsWorld(options: OffboardOptions, plan: OffboardPlan, former: FormerZone): OffboardWorld {
  const { zoneDirectory, name, credentialsFor } = options;
  const { zone } = former;
  const { accountStack, org } = plan;
  const ambient = { ...process.env, ...options.terraformEnv };
  const caller = (credentials: Environment): Caller => ({
    region: zone.regions.home,
    environment: { ...ambient, ...credentials },
  });
  const as = async (stack: StackSpec): Promise<Caller> => caller(await credentialsFor(stack, zone));
  const inAccount = async (): Promise<Caller> =>
    caller(await memberCredentials(credentialsFor, zone, accountStack, ambient));
  const stateOf = async (stack: StackSpec): Promise<StackState | undefined> => {
    // The service's role and its state's bucket are the account stack's: once that is going, the service is gone.
    if (stack.kind === "service" && !(await hosts())) return undefined;
    const { region, environment } = await (stack.kind === "service" ? inAccount() : as(stack));
    return readState(stack, region, environment);
  };
  const hosts = async (): Promise<boolean> => {
    const state = await stateOf(accountStack);
    return state?.addresses.includes("aws_s3_bucket.state") ?? false;
  };
  const addressesOf = async (stack: StackSpec): Promise<readonly string[]> => (await stateOf(stack))?.addresses ?? [];
  const isLocked = async (stack: StackSpec): Promise<boolean> => {
    if (stack.kind === "service" && !(await hosts())) return false;
    const { region, environment } = await (stack.kind === "service" ? inAccount() : as(stack));
    return (await readLock(stack, region, environment)) !== undefined;
  };
  const place = async (): ReturnType<typeof findAccount> =>
    findAccount(await as(org), { name, accountId: plan.accountId ?? "", declared: statusOf(zoneDirectory, name) });

  return {
    assertMayLeave: async () => void (await place()),
    status: () => statusOf(zoneDirectory, name),
    declare: (status) => Promise.resolve(writeStatus(zoneDirectory, name, status)),
    // What was in a closed account goes with it; nobody can enter it any more.
    isDestroyed: async (stack) =>
      (await place()).isClosed || ((await addressesOf(stack)).length === 0 && !(await isLocked(stack))),
    fullBuckets: async (stack) => {
      const buckets = (await stateOf(stack))?.buckets ?? [];
      const asMember = await inAccount();
      const full = await Promise.all(buckets.map((bucket) => isFull(asMember, bucket)));
      return buckets.filter((_, index) => full[index]);
    },
    assertNoServices: async (buckets) => refuseLivingServices(await inAccount(), name, buckets),
    empty: async (buckets) => {
      const asMember = await inAccount();
      for (const bucket of buckets) await emptyBucket(asMember, bucket);
    },
    destroy: (spec) => destroyStack(options, { spec, zone, zoneDirectory: former.directory }),
    holdsAccount: async (stack) => heldFor(name, stack.kind, await addressesOf(stack)).length > 0,
    remembersAccount: async () => (await addressesOf(org)).includes(accountAddress(name)),
    deploy: (stack) => deployOne(options, stack),
    isSuspended: async () => {
      const { parentId } = await place();
      const unit = `organizational-unit/${suspendedUnit}` as const;
      return zone.ids.has(unit) && zone.ids.get(unit) === parentId;
    },
    isClosed: async () => (await place()).isClosed,
    close: async () => closeAccount(await as(org), plan.accountId ?? ""),
    holdsRange: () => holdsRange(zoneDirectory, name),
    releaseRange: () => Promise.resolve(releaseRange(zoneDirectory, name)),
    holdsIds: () => holdsIds(zoneDirectory, name),
    releaseIds: () => Promise.resolve(releaseIds(zoneDirectory, name)),
  };
}

async function deployOne(options: OffboardOptions, { id }: StackSpec): Promise<void> {
  const deployment = await deploy({ ...options, stop: undefined, only: [id], onEvent: options.onDeploy });
  if (succeeded(deployment)) return;
  throw new UserError(deployment.stacks.flatMap(reasonsOf).join("\n"), "Put right what stood in the way.");
}

function reasonsOf(result: StackResult): readonly string[] {
  switch (result.status) {
    case "done":
      return [];
    case "failed":
      return result.errors;
    case "not-reached":
      return [result.reason];
  }
}
