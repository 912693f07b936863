import type { AccountFile } from "../schema/account";
import type { LandingZoneFile } from "../schema/landing-zone";
import type { Source } from "../source/source";

/** An account's file: the keys that have the right shape, and where they stand. */
export interface AccountDraft {
  readonly source: Source;
  readonly account: Partial<AccountFile>;
}

/** A policy document of the zone's own. */
export interface PolicyDraft {
  /** Name of the guardrail: the file's name without `.json`. */
  readonly name: string;
  readonly source: Source;
}

/** A lock file that is there and has the right shape. */
export interface LockDraft<Entry = string> {
  readonly source: Source;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** The services there are: what a `service.name` may say. */
export interface KnownServices {
  /** As messages show it. */
  readonly directory: string;
  readonly names: readonly string[];
}

/** Everything a zone's files say, as far as each has the right shape: what the checks across files look at. */
export interface Draft {
  /** How problems show a file of the zone. */
  readonly shown: (name: string) => string;
  readonly zone: { readonly source: Source; readonly file: Partial<LandingZoneFile> } | undefined;
  readonly accounts: readonly AccountDraft[];
  /** False when a file of accounts/ could not be parsed: then nothing can be said about what is absent. */
  readonly accountsComplete: boolean;
  readonly policies: readonly PolicyDraft[];
  /** Names of the files in policies/ that could not be parsed. */
  readonly brokenPolicies: readonly string[];
  readonly addresses: LockDraft | undefined;
  readonly ids: LockDraft | undefined;
  /** `undefined` where the zone is looked at apart from its project: then any name will do. */
  readonly services: KnownServices | undefined;
  readonly imports: LockDraft<Readonly<Record<string, string>>> | undefined;
}
