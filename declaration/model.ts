import type { z } from "zod";
import type { AccountFile, AccountRole, optionalRoles } from "./schema/account";
import type { GuardrailKind } from "./policy-quotas";
import type { ClaimFile } from "./schema/guardrail";
import type { LandingZoneFile } from "./schema/landing-zone";
import type { Ids } from "./ids";
import type { OrganizationPolicy } from "./organization-policies";

/** One organizational unit. `parent` is `"root"` or the path of the unit above; `depth` counts from 1 below the root. */
export interface OrganizationalUnit {
  readonly path: string;
  readonly name: string;
  readonly parent: string;
  readonly depth: number;
}

export interface RouteDomain {
  readonly name: string;
  readonly talksTo: readonly string[];
  readonly egress: boolean;
}

/** A spoke VPC: `cidr` is absent until the range is recorded in `addresses.lock.json`. */
export interface AccountNetwork {
  readonly domain: string;
  readonly prefixLength: number;
  readonly cidr: string | undefined;
  /** Further spokes, in other regions. */
  readonly regions?: readonly RegionalSpoke[] | undefined;
}

/** A spoke VPC in a region of `network.regions`. */
export interface RegionalSpoke extends AllocatedRange {
  readonly region: string;
}

/** A VPC of the network account beside the spokes; `cidr` is absent until its range is recorded. */
export interface AllocatedRange {
  readonly cidr: string | undefined;
}

type NetworkFile = LandingZoneFile["network"];

/** A hub beyond the home region; `name` is its region. */
export type RegionHub = { readonly name: string } & NetworkFile["regions"][string];

/** A VPC whose subnets are shared with accounts that have none of their own. */
export type SharedVpc = { readonly name: string } & NetworkFile["sharedVpcs"][string] & AllocatedRange;

export type Vpn = { readonly name: string } & NetworkFile["vpns"][string];

/** `announced`: in a stack's slice, which knows nothing of domains, what the other side is told. */
export type DirectConnect = {
  readonly name: string;
  readonly announced?: readonly string[];
} & NetworkFile["directConnects"][string];

export interface AccountService {
  readonly name: string;
  /** Fully qualified name the service answers on: the account's public hosted zone. */
  readonly domainName: string;
  /** `owner/repository` on GitHub, when the zone declares an owner. */
  readonly repository: string | undefined;
  /** Central bus that the account's events go to and come from. */
  readonly eventBus?: string | undefined;
  readonly settings: NonNullable<AccountFile["service"]>["settings"];
}

export interface Account {
  /** Identity: stacks, states, addresses and domains are called so. */
  readonly name: string;
  /** Name that AWS shows. */
  readonly displayName: string;
  /** A suspended account has no network, service, access, budget or stacks, and is in the unit `suspended`. */
  readonly status: "active" | "suspended";
  /** What the account is for: `["workload"]`, or the landing zone's own roles it holds. */
  readonly roles: readonly AccountRole[];
  readonly email: string;
  /** Path of the organizational unit, or `"root"`. */
  readonly organizationalUnit: string;
  readonly owner: string;
  readonly contacts: AccountFile["contacts"];
  readonly budget: AccountFile["budget"];
  readonly network: AccountNetwork | undefined;
  /** Name of the shared VPC whose subnets the account is given. */
  readonly sharedVpc: string | undefined;
  /** Group → permission sets: what the account gives itself, and what assignments give there. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly service: AccountService | undefined;
  /** Whether Terraform closes the account when its file is deleted. */
  readonly closeOnRemoval: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** An account that was closed: its name and email stay taken, for AWS gives neither back. */
export type ClosedAccount = Pick<Account, "name" | "displayName" | "email">;

/** A permission set as declared: its inline policy is minified JSON. */
export type PermissionSet = Omit<LandingZoneFile["identity"]["permissionSets"][string], "inlinePolicy"> & {
  readonly inlinePolicy?: string;
};

/** A guardrail as declared: a catalogue entry, or a JSON policy of the zone's own (`document` then holds it). */
export interface GuardrailAttachment {
  readonly name: string;
  readonly attachTo: readonly string[];
  /** Names of single accounts it is attached to as well: those declared, and those that have its tags. */
  readonly accounts?: readonly string[];
  readonly document: string | undefined;
  /** What a document of the zone's own is, default a service control policy; the catalogue knows of its own. */
  readonly kind?: GuardrailKind | undefined;
  /** Roles, by name or pattern of ARNs, that a guardrail of the catalogue lets through. */
  readonly exemptRoles?: readonly string[];
  /** What a document of the zone's own is said to deny. */
  readonly claims?: readonly ClaimFile[];
  /** Name of the policy in AWS when it stays a policy of its own; otherwise it is packed with the others of its target. */
  readonly policyName?: string | undefined;
  readonly description?: string | undefined;
}

/** The landing zone's own roles. One account may hold several of them; no role is held by two. */
export type FoundationRole = Exclude<AccountRole, "workload">;

/** Roles a zone may leave out. */
export type OptionalRole = z.infer<typeof optionalRoles>;

/** Role → the account that holds it; every role but the optional ones is held once a zone validates. */
export type Foundation = Readonly<Record<Exclude<FoundationRole, OptionalRole>, Account>> &
  Readonly<Partial<Record<OptionalRole, Account>>>;

/** The pipeline of the zone's own repository. */
export interface Pipeline {
  /** `owner/repository` on GitHub. */
  readonly repository: string;
  /** Ids of stacks and paths of organizational units (or `root`) whose changes wait for an approval. */
  readonly approval: readonly string[];
}

/** The zone, validated, defaulted and frozen. Everything downstream is a pure function of it. */
export interface LandingZone {
  readonly organization: LandingZoneFile["organization"];
  readonly partition: string;
  readonly regions: LandingZoneFile["regions"];
  /** Parents before children, then by path. */
  readonly organizationalUnits: readonly OrganizationalUnit[];
  /** By name; without the closed ones. */
  readonly accounts: readonly Account[];
  readonly closedAccounts: readonly ClosedAccount[];
  readonly foundation: Foundation;
  readonly network: {
    readonly pool: string;
    readonly availabilityZones: readonly string[];
    readonly transitGateway: NetworkFile["transitGateway"];
    readonly domains: readonly RouteDomain[];
    readonly egress: NetworkFile["egress"] & AllocatedRange;
    readonly inspection: (NonNullable<NetworkFile["inspection"]> & AllocatedRange) | undefined;
    readonly endpoints: (NonNullable<NetworkFile["endpoints"]> & AllocatedRange) | undefined;
    readonly networkAcls: boolean;
    readonly sharedVpcs: readonly SharedVpc[];
    readonly vpns: readonly Vpn[];
    readonly directConnects: readonly DirectConnect[];
    readonly ipam: boolean;
    readonly routingStacks: NetworkFile["routingStacks"];
    /** By region. */
    readonly regions: readonly RegionHub[];
  };
  readonly dns: LandingZoneFile["dns"];
  readonly logs: LandingZoneFile["logs"];
  readonly security: LandingZoneFile["security"];
  /** Assignments are in the accounts' `access`. */
  readonly identity: Pick<LandingZoneFile["identity"], "groups" | "breakGlass"> & {
    readonly permissionSets: Readonly<Record<string, PermissionSet>>;
  };
  readonly baseline: LandingZoneFile["baseline"];
  readonly guardrails: readonly GuardrailAttachment[];
  /** Policies that set things up, by name. */
  readonly policies: readonly OrganizationPolicy[];
  readonly costs: LandingZoneFile["costs"];
  readonly events: LandingZoneFile["events"];
  /** What others manage; no stack names any of it. */
  readonly foreign: LandingZoneFile["foreign"];
  readonly stateBucket: string;
  readonly pipeline: Pipeline | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly ids: Ids;
  /** What existed before Landfall: stack id → Terraform address → import id. */
  readonly imports: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
