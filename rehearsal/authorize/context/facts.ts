import type { ActionFacts } from "../../../engine/universe/universe";
import type { Members } from "../../fill/shape";
import type { AwsCall } from "../../gateway/call";
import type { Need } from "../need";

/** What the emulators know and a call does not say; each is asked only when a condition needs it. */
export interface Lookups {
  /** ARN with path, tags and permissions boundary of a role; undefined: there is none. */
  role(account: string, name: string): Promise<RoleFacts | undefined>;
  /** Aliases of a KMS key, `alias/…`, by its id or one of them. */
  keyAliases(account: string, region: string, key: string): Promise<readonly string[]>;
  /** Whether new EBS volumes are encrypted by default. */
  encryptsVolumes(account: string, region: string): Promise<boolean>;
  /** Whether a resource share of RAM may go to accounts outside the organisation; undefined: there is no such share. */
  sharesOutside(account: string, region: string, share: string): Promise<boolean | undefined>;
}

export interface RoleFacts {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly boundary: string | undefined;
}

/** One permission of one call, and what is known about it. */
export interface Asked {
  readonly call: AwsCall;
  readonly need: Need;
  /** By the model's member names; empty when it cannot be read. */
  readonly input: Members;
  readonly isRead: boolean;
  /** undefined: the action is in no reference. */
  readonly action: ActionFacts | undefined;
  readonly resourceAccount: string | undefined;
  /** Id of the organisation, and the path of an account in it: `o-…/r-…/ou-…/`; undefined outside it. */
  readonly organization: { readonly id: string; readonly pathOf: (account: string) => Promise<string | undefined> };
  readonly lookups: Lookups;
}
