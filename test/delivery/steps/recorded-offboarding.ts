import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeJson } from "../../../declaration/source/write-json";
import type { StackSpec } from "../../../declaration/stacks";
import { accountAddress, heldFor } from "../../../delivery/offboard/account-resources";
import { statusOf, writeStatus } from "../../../delivery/offboard/account-status";
import { holdsIds, holdsRange, releaseIds, releaseRange } from "../../../delivery/offboard/release";
import type { OffboardWorld } from "../../../delivery/offboard/world";

/** What of AWS and of the states an offboarding looks at, kept in a file. */
export interface RecordedAws {
  readonly unit: "apps/live" | "suspended";
  readonly state: "ACTIVE" | "PENDING_CLOSURE";
  /** Stack → addresses in its state. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  /** Bucket → keys. */
  readonly buckets: Readonly<Record<string, readonly string[]>>;
}

export const account = "shop";

export const before: RecordedAws = {
  unit: "apps/live",
  state: "ACTIVE",
  states: {
    org: [accountAddress(account), accountAddress("vault"), `aws_budgets_budget.${account}`],
    identity: [`aws_ssoadmin_account_assignment.${account}_team_reader`, "aws_identitystore_group.team"],
    routing: [
      `aws_ec2_transit_gateway_route_table_association.${account}`,
      `aws_ec2_transit_gateway_route_table_propagation.${account}--test`,
      `aws_route53_record.${account}`,
      "aws_ec2_transit_gateway_route.blackhole--live",
    ],
    [account]: ["aws_vpc.spoke", "aws_s3_bucket.state", "aws_iam_role.landfall-service"],
    [`${account}-payments`]: ["aws_dynamodb_table.payments", "aws_lambda_function.getPayment"],
  },
  buckets: { state: ["service/shop-payments.tfstate", "service/shop-payments.tfstate.tflock"] },
};

/** Called in the middle of each effect on AWS. */
type Halfway = () => void;

/**
 * The world of an offboarding with the zone's real files and an AWS in a file, `aws.json`. What has parts in AWS changes in two halves, as
 * a destroy that is killed leaves half of a stack.
 */
export function recordedWorld(directory: string, zone: string, halfway: Halfway): OffboardWorld {
  const file = join(directory, "aws.json");
  const aws = (): RecordedAws => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : before);
  const change = (next: Partial<RecordedAws>): void => writeJson(file, { ...aws(), ...next });
  const addresses = ({ id }: StackSpec): readonly string[] => aws().states[id] ?? [];
  const keep = ({ id }: StackSpec, kept: readonly string[]): void =>
    change({ states: { ...aws().states, [id]: kept } });
  const forget = (stack: StackSpec, gone: readonly string[]): void => {
    const half = gone.slice(0, Math.floor(gone.length / 2));
    keep(
      stack,
      addresses(stack).filter((address) => !half.includes(address)),
    );
    halfway();
    keep(
      stack,
      addresses(stack).filter((address) => !gone.includes(address)),
    );
  };
  return {
    assertMayLeave: () => Promise.resolve(),
    status: () => statusOf(zone, account),
    declare: (status) => Promise.resolve(writeStatus(zone, account, status)),
    isDestroyed: (stack) => Promise.resolve(addresses(stack).length === 0),
    fullBuckets: ({ kind }) =>
      Promise.resolve(
        kind === "account" ? Object.keys(aws().buckets).filter((name) => aws().buckets[name]?.length) : [],
      ),
    assertNoServices: () => Promise.resolve(),
    empty: (buckets) => {
      for (const bucket of buckets) {
        change({ buckets: { ...aws().buckets, [bucket]: aws().buckets[bucket]?.slice(1) ?? [] } });
        halfway();
        change({ buckets: { ...aws().buckets, [bucket]: [] } });
      }
      return Promise.resolve();
    },
    destroy: (stack) => Promise.resolve(forget(stack, addresses(stack))),
    holdsAccount: (stack) => Promise.resolve(heldFor(account, stack.kind, addresses(stack)).length > 0),
    remembersAccount: () => Promise.resolve(aws().states["org"]?.includes(accountAddress(account)) ?? false),
    deploy: (stack) => {
      const gone = statusOf(zone, account) === "closed" ? [accountAddress(account)] : [];
      forget(stack, [...heldFor(account, stack.kind, addresses(stack)), ...gone]);
      if (stack.id === "org") change({ unit: "suspended" });
      return Promise.resolve();
    },
    isSuspended: () => Promise.resolve(aws().unit === "suspended"),
    isClosed: () => Promise.resolve(aws().state !== "ACTIVE"),
    close: () => {
      halfway();
      return Promise.resolve(change({ state: "PENDING_CLOSURE" }));
    },
    holdsRange: () => holdsRange(zone, account),
    releaseRange: () => Promise.resolve(releaseRange(zone, account)),
    holdsIds: () => holdsIds(zone, account),
    releaseIds: () => Promise.resolve(releaseIds(zone, account)),
  };
}
