import type { IdKey } from "./ids";
import type { LandingZone } from "./model";

/** Deterministic names: pure functions of the zone, so that stacks agree on them without references. */

/** Roles that deploy stacks. Each exists where design says: `landfall-org` in management, the others per account. */
export const deployRoles = {
  org: "landfall-org",
  platform: "landfall-platform",
  service: "landfall-service",
} as const;

/** Role of each account that reads its configuration and nothing else: for plans of pull requests and the drift report. */
export const planRole = "landfall-plan";

/** Role that auditors take on in every account, where the zone declares it. */
export const auditorRole = "landfall-auditor";

/** Role that AWS Organizations creates in every new account (RoleName of CreateAccount), trusted by management. */
export const accountCreationRole = deployRoles.platform;

export type LogBucket = "cloudtrail" | "config" | "flow-logs" | "web-acl" | "api-access";

/** Buckets that every log archive has. */
export const logBuckets: readonly LogBucket[] = ["cloudtrail", "config", "flow-logs"];

/** Buckets of this zone's log archive, those it declares included. */
export function logBucketsOf({ logs }: Pick<LandingZone, "logs">): readonly LogBucket[] {
  return [
    ...logBuckets,
    ...(logs.webAclLogs ? (["web-acl"] as const) : []),
    ...(logs.apiAccessLogs ? (["api-access"] as const) : []),
  ];
}

/**
 * S3 bucket names are global: the log archive's account id makes them ours. AWS WAF logs to no bucket that is not called so (AWS WAF
 * Developer Guide, "Sending web ACL traffic logs to an Amazon S3 bucket").
 */
export function logBucketName(zone: LandingZone, bucket: LogBucket): string {
  const prefix = bucket === "web-acl" ? "aws-waf-logs-" : "";
  const id = zone.ids.get(`account/${zone.foundation["log-archive"].name}`);
  return `${prefix}${zone.organization.name}-${bucket}-${id}`;
}

/** Destination in the log archive that log groups of every account may be subscribed to. */
export const logDestinationName = "landfall-api-access";

/** ARN of that destination, in a zone that has it. */
export function accessLogDestinationArn(zone: LandingZone): string | undefined {
  if (!zone.logs.apiAccessLogs) return undefined;
  const archive = zone.ids.get(`account/${zone.foundation["log-archive"].name}`);
  return `arn:${zone.partition}:logs:${zone.regions.home}:${archive}:destination:${logDestinationName}`;
}

export function logBucketArn(zone: LandingZone, bucket: LogBucket): string {
  return `arn:${zone.partition}:s3:::${logBucketName(zone, bucket)}`;
}

/** State bucket of one account's services, in that account. */
export function serviceStateBucketName(zone: LandingZone, account: string): string {
  return `${zone.organization.name}-landfall-state-${zone.ids.get(`account/${account}`)}`;
}

export function trailName(zone: LandingZone): string {
  return `${zone.organization.name}-organization-trail`;
}

export function roleArn(zone: LandingZone, account: string, role: string): string {
  return `arn:${zone.partition}:iam::${zone.ids.get(`account/${account}`)}:role/${role}`;
}

/** Path of every role that a service stack creates; the service's deploy role may touch roles under it and no others. */
export const serviceRolePath = "/service/";

/** Role of a state machine. No function's role ends so: functions are named as code can export them. */
export function stateMachineRoleName(service: string, machine: string): string {
  return `${service}-${machine}_states`;
}

/** Role that state machines of another account take on to invoke the one function that a service offers them. */
export function offerRoleName(service: string, offer: string): string {
  return `${service}-${offer}_offer`;
}

/** Permissions boundary that every role under `serviceRolePath` carries; made by the account's own stack. */
export const serviceBoundaryName = "landfall-service-boundary";

/** Managed policy with what else a service's deploy role may do: its inline one is nearly full. */
export const serviceDatabasesName = "landfall-service-databases";

/** Every policy that a service's roles live by. */
export const servicePolicies = "landfall-service-*";

export function serviceBoundaryArn(zone: LandingZone, account: string): string {
  return `arn:${zone.partition}:iam::${zone.ids.get(`account/${account}`)}:policy/${serviceBoundaryName}`;
}

/** Key that encrypts the topics of a service's alarms; made by the account's own stack, named by this alias. */
export const serviceAlarmKeyAlias = "alias/landfall-service-alarms";

/** Prefix of the state keys in a service account's own bucket; `landfall-service` may touch no other. */
export const serviceStatePrefix = "service/";

export function organizationArn(zone: LandingZone): string {
  const management = zone.ids.get(`account/${zone.foundation.management.name}`);
  return `arn:${zone.partition}:organizations::${management}:organization/${zone.ids.get("organization")}`;
}

/**
 * The network account's own VPCs beside shared ones. Each has a Transit Gateway route table of that name, and a range recorded under
 * it: no account, route domain or other network may be called so.
 */
export const hubVpcs = { egress: "egress", inspection: "inspection", endpoints: "endpoints" } as const;
export type HubVpc = keyof typeof hubVpcs;

/** Transit Gateway route tables beside those of the route domains. */
export function hubTables({ network: { inspection, endpoints } }: LandingZone): readonly HubVpc[] {
  return ["egress", ...(inspection ? (["inspection"] as const) : []), ...(endpoints ? (["endpoints"] as const) : [])];
}

/** Networks of the hub but for the egress VPC, each with an attachment: VPCs, VPNs and Direct Connect gateways. */
export function hubNetworks({ network }: LandingZone): readonly string[] {
  const { inspection, endpoints, sharedVpcs, vpns, directConnects } = network;
  return [
    ...(inspection ? [hubVpcs.inspection] : []),
    ...(endpoints ? [hubVpcs.endpoints] : []),
    ...[...sharedVpcs, ...vpns, ...directConnects].map(({ name }) => name),
  ];
}

/** A spoke beyond the home region: its range is recorded under this name, and `landfall reach` knows it by it. */
export function regionalNetworkName(account: string, region: string): string {
  return `${account}/${region}`;
}

/** AWS Network Firewall of the inspection VPC. */
export const inspectionFirewallName = "landfall-inspection";

/** @param account the network account's name */
export function inspectionFirewallArn(zone: LandingZone, account: string): string {
  const place = `${zone.regions.home}:${zone.ids.get(`account/${account}`)}`;
  return `arn:${zone.partition}:network-firewall:${place}:firewall/${inspectionFirewallName}`;
}

/** Where the id of a VPC of the network account is locked, shared ones included. */
export function hubVpcIdKey(name: string): IdKey {
  return name === hubVpcs.egress ? "egress-vpc" : `hub-vpc/${name}`;
}

/** Hosted zones that only VPCs of the organisation resolve, in the network account: one for each central endpoint, named by its service, and `dns.privateSuffix`. */
export function privateZones({ network, dns }: Pick<LandingZone, "network" | "dns">): readonly string[] {
  return [
    ...(network.endpoints?.services ?? []),
    ...(dns.privateSuffix === undefined ? [] : [dns.privateSuffix]),
  ].sort();
}

/** Transit Gateway route table of the egress VPC. */
export const egressDomain = hubVpcs.egress;

/** A central event bus, by the name the zone gives it. */
export function centralBusName(bus: string): string {
  return `landfall-${bus}`;
}

/** @param account the shared-services account's name */
export function centralBusArn(zone: LandingZone, account: string, bus: string): string {
  const place = `${zone.regions.home}:${zone.ids.get(`account/${account}`)}`;
  return `arn:${zone.partition}:events:${place}:event-bus/${centralBusName(bus)}`;
}

/** The queue of what came to a queue, or from somewhere else, and could not be handled: it is told by its name. */
export function deadLettersOf(name: string): string {
  return `${name}_dead-letters`;
}

export function isDeadLetters(queue: string): boolean {
  return queue.endsWith(deadLettersOf(""));
}

/** Alias of the key that encrypts every log bucket, in the log archive account. */
export function logKeyAlias(zone: LandingZone): string {
  return `alias/${zone.organization.name}-logs`;
}

/** Role in every account for emergencies, where the zone declares `identity.breakGlass`. */
export const breakGlassRole = "landfall-break-glass";

/** Bucket of the management account that costs and usage are exported to. */
export function costBucketName(zone: LandingZone): string {
  return `${zone.organization.name}-costs-${zone.ids.get(`account/${zone.foundation.management.name}`)}`;
}

/** Path of the organizational unit that holds accounts nobody may use: those under investigation, and those that appeared without Landfall. */
export const quarantineUnit = "quarantine";

/** Path of the organizational unit that holds accounts on their way out; the zone declares it when it suspends one. */
export const suspendedUnit = "suspended";
