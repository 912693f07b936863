import type { LandingZone } from "../../../declaration/model";
import type { Placement } from "../../../workloads/microservice/placement";

/** Where a service is in an account of a zone, as far as its events go. */
export function placementIn(zone: LandingZone, account: string, central: Placement["central"]): Placement {
  return {
    partition: zone.partition,
    region: zone.regions.home,
    accountId: zone.ids.get(`account/${account}`),
    rolePath: "/service/",
    boundaryArn: "arn:aws:iam::111111111111:policy/boundary",
    domainName: "service.example",
    hostedZoneId: "Z0",
    alarmKeyAlias: "alias/alarms",
    operationsEmail: undefined,
    settings: {
      logRetentionDays: 1,
      memoryMegabytes: 128,
      latencyP95Milliseconds: 1,
      throttle: { burst: 1, rate: 1 },
      firewallLogs: false,
      databases: false,
    },
    central,
  };
}
