import type { Account, LandingZone } from "../../../declaration/model";
import { hubVpcs, type LogBucket } from "../../../declaration/names";
import type { MappedLog } from "./zone-map";

/** A kind of log: the accounts it comes from, and the bucket of the log archive that gets it. */
interface ToArchive {
  readonly what: string;
  readonly bucket: LogBucket;
  /** Nothing, where the zone does not declare it. */
  readonly from: (zone: LandingZone) => readonly Account[];
}

const isActive = ({ status }: Account): boolean => status === "active";
const active = ({ accounts }: LandingZone): readonly Account[] => accounts.filter(isActive);
const hub = ({ foundation }: LandingZone): readonly Account[] => [foundation.network];
const withSpoke = (zone: LandingZone): readonly Account[] =>
  active(zone).filter(({ network }) => network !== undefined);
const services = (zone: LandingZone): readonly Account[] => active(zone).filter(({ service }) => service !== undefined);

/** What the stacks send to the log archive; a test compares it with the destinations in their Terraform. */
const toArchive: readonly ToArchive[] = [
  // An organization's trail records its members whether they have stacks or not ("Creating a trail for an organization", CloudTrail User Guide).
  { what: "API calls (organization trail)", bucket: "cloudtrail", from: ({ accounts }) => accounts },
  { what: "Configuration of resources (AWS Config)", bucket: "config", from: active },
  { what: "Flow logs of spokes", bucket: "flow-logs", from: withSpoke },
  { what: "Flow logs of the hub's VPCs", bucket: "flow-logs", from: hub },
  {
    what: "Flow logs of the Transit Gateway",
    bucket: "flow-logs",
    from: (zone) => (zone.network.transitGateway.flowLogs ? hub(zone) : []),
  },
  {
    what: `Flows and alerts of the firewall (${hubVpcs.inspection})`,
    bucket: "flow-logs",
    from: (zone) => (zone.network.inspection ? hub(zone) : []),
  },
  {
    what: "DNS queries of every VPC",
    bucket: "flow-logs",
    from: (zone) => (zone.dns.queryLogs ? [...withSpoke(zone), ...hub(zone)] : []),
  },
  {
    what: "Requests that web ACLs saw",
    bucket: "web-acl",
    from: (zone) =>
      zone.logs.webAclLogs ? services(zone).filter(({ service }) => service?.settings.firewallLogs === true) : [],
  },
  {
    what: "Requests to APIs (copy)",
    bucket: "api-access",
    from: (zone) => (zone.logs.apiAccessLogs ? services(zone) : []),
  },
];

/** Every kind of log the zone has, with where it goes. */
export function logsOf(zone: LandingZone): readonly MappedLog[] {
  const archive = zone.foundation["log-archive"].name;
  const kept = toArchive.flatMap(({ what, bucket, from }) => {
    const accounts = namesOf(from(zone));
    return accounts.length === 0 ? [] : [{ what, from: accounts, account: archive, place: `bucket ${bucket}` }];
  });
  const copies =
    zone.logs.replicateTo === undefined
      ? []
      : [
          {
            what: "Every bucket of the log archive (copy)",
            from: [archive],
            account: archive,
            place: `buckets in ${zone.logs.replicateTo}`,
          },
        ];
  return [...kept, ...copies, ...alarmsOnTrail(zone), ...ofServices(zone)];
}

function alarmsOnTrail({ logs, foundation, accounts }: LandingZone): readonly MappedLog[] {
  if (!logs.trail.alarms) return [];
  const from = namesOf(accounts);
  return [
    { what: "API calls, for alarms", from, account: foundation.management.name, place: "log group of the trail" },
  ];
}

/** Functions, APIs and state machines log where they run. */
function ofServices(zone: LandingZone): readonly MappedLog[] {
  const from = namesOf(services(zone));
  if (from.length === 0) return [];
  return [{ what: "Functions, APIs and state machines of services", from, place: "log groups of the account itself" }];
}

function namesOf(accounts: readonly Account[]): readonly string[] {
  return [...new Set(accounts.map(({ name }) => name))].sort();
}
