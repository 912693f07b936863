import { deepFreeze } from "../deep-freeze";
import { idsFrom } from "../ids";
import type { Account, AccountService, LandingZone } from "../model";
import { blankLogs, blankSecurity } from "./blank-security";

/** What a slice holds in place of what its stack does not read: constants, so that they never make a difference. */

export const blankAccount: Account = deepFreeze({
  name: "",
  displayName: "",
  status: "active",
  roles: [],
  email: "",
  organizationalUnit: "",
  owner: "",
  contacts: {},
  budget: undefined,
  network: undefined,
  sharedVpc: undefined,
  access: {},
  service: undefined,
  closeOnRemoval: false,
  tags: {},
});

export const blankService: AccountService = deepFreeze({
  name: "",
  domainName: "",
  repository: undefined,
  settings: {
    logRetentionDays: 1,
    memoryMegabytes: 0,
    latencyP95Milliseconds: 0,
    throttle: { burst: 0, rate: 0 },
    firewallLogs: false,
    databases: false,
  },
});

export const blankZone: LandingZone = deepFreeze({
  organization: {
    name: "",
    emailPattern: "",
    accountsAtRoot: [],
    trustedServices: [],
    policyTypes: [],
    quarantineNewAccounts: false,
    quotas: { scpBytes: 0, scpAttached: 0, rcpBytes: 0, rcpAttached: 0 },
  },
  partition: "",
  regions: { home: "", governed: [], allowed: [] },
  organizationalUnits: [],
  accounts: [],
  closedAccounts: [],
  foundation: {
    management: blankAccount,
    "log-archive": blankAccount,
    "security-tooling": blankAccount,
    network: blankAccount,
  },
  network: {
    pool: "",
    availabilityZones: [],
    transitGateway: { amazonSideAsn: 0, flowLogs: false },
    domains: [],
    egress: { prefixLength: 0, natGateways: "none", cidr: undefined },
    inspection: undefined,
    endpoints: undefined,
    networkAcls: false,
    sharedVpcs: [],
    vpns: [],
    directConnects: [],
    ipam: false,
    routingStacks: "one",
    regions: [],
  },
  dns: { serviceSuffix: "", queryLogs: false },
  logs: blankLogs,
  security: blankSecurity,
  baseline: { accessAnalyzer: false, auditorRole: false, quotas: {} },
  identity: { groups: {}, permissionSets: {} },
  guardrails: [],
  policies: [],
  costs: { allocationTags: [] },
  events: { buses: {}, alertEmails: [] },
  foreign: { organizationalUnits: [], accounts: {}, policies: {}, stackSets: [], tagKeys: [] },
  stateBucket: "",
  pipeline: undefined,
  tags: {},
  ids: idsFrom({}),
  imports: {},
});

/** An account of which a stack reads the name alone. */
export function named({ name }: Pick<Account, "name">): Account {
  return { ...blankAccount, name };
}
