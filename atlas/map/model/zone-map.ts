import type { NetworkPicture } from "./network";
import type { ServicePicture } from "./service-parts";

/** What a zone is, as a map shows it; schemas/map.json describes it. A pure function of the zone and of its services' definitions. */
export interface ZoneMap {
  readonly formatVersion: 1;
  readonly organization: string;
  /** The root first, then parents before children. */
  readonly units: readonly MappedUnit[];
  readonly accounts: readonly MappedAccount[];
  readonly network: NetworkPicture;
  readonly services: readonly ServicePicture[];
  readonly events: readonly MappedEvent[];
  readonly logs: readonly MappedLog[];
}

export interface MappedUnit {
  readonly path: string;
  /** Path of the unit above; the root has none. */
  readonly parent?: string;
  /** Guardrails attached here. They bind every account below but the management account. */
  readonly guardrails: readonly string[];
}

export interface MappedAccount {
  readonly name: string;
  readonly displayName: string;
  /** Path of its unit. */
  readonly unit: string;
  readonly owner: string;
  readonly status: "active" | "suspended";
  readonly roles: readonly string[];
  /** Its route domain and the network it is in: its spoke, or a shared VPC. */
  readonly domain?: string;
  readonly network?: string;
  readonly service?: string;
  readonly eventBus?: string;
  /** Guardrails attached to the account itself. */
  readonly guardrails: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** One event on one bus: the accounts whose services publish it, and the subscriptions that take it. */
export interface MappedEvent {
  readonly bus: string;
  readonly event: string;
  readonly publishers: readonly ServiceIn[];
  readonly subscribers: readonly SubscriptionIn[];
}

export interface ServiceIn {
  readonly account: string;
  readonly service: string;
}

export interface SubscriptionIn extends ServiceIn {
  readonly subscription: string;
}

/** One kind of log, and where all of it goes. */
export interface MappedLog {
  readonly what: string;
  /** Accounts that it is of. */
  readonly from: readonly string[];
  /** The account that holds it; absent where each keeps its own. */
  readonly account?: string;
  /** The bucket or log groups in it. */
  readonly place: string;
}
