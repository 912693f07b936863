import { DescribeAddressesCommand, DescribeVpcsCommand, EC2Client, type Tag } from "@aws-sdk/client-ec2";
import { GetServiceQuotaCommand, NoSuchResourceException, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import type { LandingZone } from "../../../declaration/model";
import { hubTables } from "../../../declaration/names";
import { membersOf } from "../../../declaration/routing/members";
import { stacksOf } from "../../../declaration/stacks";
import { clientSettings } from "../../../live/aws-client";
import { memberCredentials } from "../../member-credentials";
import { type Check, finding, ok, type Outcome, type PreflightContext } from "../check";

interface NetworkQuota {
  readonly what: string;
  readonly service: string;
  /** As the Service Quotas console shows it. */
  readonly code: string;
  /** What a new account has ("Amazon VPC quotas", "Quotas for your transit gateways", read 2026-11). */
  readonly initially: number;
  readonly needed: (zone: LandingZone) => number;
  /** How many of others the network account has already. */
  readonly others: (client: EC2Client) => Promise<number>;
}

const natAddresses = ({ network }: LandingZone): number =>
  ({ none: 0, single: 1, "per-zone": network.availabilityZones.length })[network.egress.natGateways];

const networkQuotaTable: readonly NetworkQuota[] = [
  {
    what: "Elastic IP addresses",
    service: "ec2",
    code: "L-0263D0A3",
    initially: 5,
    needed: natAddresses,
    others: async (client) => foreign((await client.send(new DescribeAddressesCommand({}))).Addresses),
  },
  {
    what: "VPCs",
    service: "vpc",
    code: "L-F678F1CE",
    initially: 5,
    needed: (zone) =>
      hubTables(zone).length + zone.network.sharedVpcs.length + (zone.foundation.network.network ? 1 : 0),
    others: async (client) => foreign((await client.send(new DescribeVpcsCommand({}))).Vpcs),
  },
  {
    what: "attachments of the Transit Gateway",
    service: "ec2",
    code: "L-E0233F82",
    initially: 5_000,
    needed: (zone) => hubTables(zone).length + membersOf(zone).length,
    others: () => Promise.resolve(0),
  },
];

/** Every resource of a stack has this tag (stack/create-stack.ts). */
const stackTag = "landfall:stack";

function foreign(resources: readonly { readonly Tags?: Tag[] | undefined }[] = []): number {
  return resources.filter(({ Tags = [] }) => !Tags.some(({ Key }) => Key === stackTag)).length;
}

/** Quotas of the network account, where what all accounts share is counted. */
export const networkQuotas: Check = {
  id: "network-quotas",
  asksAws: true,
  look: async (context) => {
    const { zone } = context;
    const spec = stacksOf(zone).find(({ kind }) => kind === "network");
    const { name } = zone.foundation.network;
    if (spec === undefined || !zone.ids.has(`account/${name}`))
      return networkQuotaTable.map((quota) => compare(context, quota, quota.initially, 0, "a new account"));
    const environment = {
      ...context.caller.environment,
      ...(await memberCredentials(context.credentialsFor, zone, spec, context.caller.environment)),
    };
    const ec2 = new EC2Client(clientSettings(zone.regions.home, environment));
    const serviceQuotas = new ServiceQuotasClient(clientSettings(zone.regions.home, environment));
    try {
      const outcomes: Outcome[] = [];
      for (const quota of networkQuotaTable) {
        const allowed = await allowedNow(serviceQuotas, quota);
        outcomes.push(compare(context, quota, allowed, await quota.others(ec2), `the account ${name}`));
      }
      return outcomes;
    } finally {
      ec2.destroy();
      serviceQuotas.destroy();
    }
  },
};

/** An account in which a quota was never changed may have none to show: then it is AWS's default. */
async function allowedNow(client: ServiceQuotasClient, { service, code, initially }: NetworkQuota): Promise<number> {
  try {
    const { Quota } = await client.send(new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code }));
    return Quota?.Value ?? initially;
  } catch (error) {
    if (error instanceof NoSuchResourceException) return initially;
    throw error;
  }
}

function compare(
  { zone }: PreflightContext,
  { what, needed, code }: NetworkQuota,
  allowed: number,
  others: number,
  where: string,
): Outcome {
  const total = needed(zone) + others;
  const detail = `${total} ${what} in ${zone.regions.home}; ${where} may have ${allowed}`;
  return total <= allowed
    ? ok(detail)
    : finding(
        detail,
        `Ask for ${total} or more: Service Quotas, quota ${code}, ${zone.regions.home}, in the account ` +
          zone.foundation.network.name +
          ".",
      );
}
