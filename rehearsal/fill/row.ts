import type { Failure } from "./protocol/failure";
import type { Members } from "./shape";

/** Derives the records of a call that stores or removes several at once; `output` is what the rows before answered. */
export type Each = (input: Members, output: Members) => readonly Members[];

/** What an operation does to the stored records of its resource. */
export type Verb =
  /**
   * Stores: `create` refuses what exists, `put` replaces it, `update` merges into it and refuses what does not exist.
   * `from`: the input member that holds the record; `at`: the output member that returns it; `sets`: members it sets besides.
   */
  | {
      readonly does: "create" | "put" | "update";
      readonly from?: string;
      readonly at?: string;
      readonly each?: Each;
      readonly sets?: Members;
    }
  | { readonly does: "get"; readonly at?: string }
  | { readonly does: "delete"; readonly at?: string; readonly each?: Each }
  /**
   * Lists records whose members equal the input's, `renames` applied; a list in the input means any of its items.
   * `item`: the record member that is the list's item; `demand`: what is asked for by name and not found is refused.
   */
  | { readonly does: "list"; readonly at: string; readonly item?: string; readonly demand?: boolean };

export interface ResourceRow {
  /** Names the resource in messages. */
  readonly resource: string;
  /** Members that together identify a record; empty for a resource an account and region has one of. */
  readonly key: readonly string[];
  /** The resource this one belongs to and vanishes with; `key`: the members here that hold its key. */
  readonly of?: { readonly resource: string; readonly key: readonly string[] };
  /** Input member → record member, where the service uses two names. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Members AWS assigns at creation: values, or templates (see `fillTemplate`). */
  readonly assigns?: Members;
  /** Members AWS defaults when the input leaves them out. */
  readonly defaults?: Members;
  /** The record every account has from the start. */
  readonly initial?: Members;
  /** An account and region has at most one, whatever its key. */
  readonly single?: boolean;
  /** List members an update merges item by item: member → the item member that identifies it. */
  readonly merges?: Readonly<Record<string, string>>;
  /** The input member naming the account whose record is meant, when a caller may act for another account. */
  readonly accountFrom?: string;
  /** Members computed at every read. */
  readonly derives?: (record: Members) => Members;
  /** The member that holds the ARN AWS assigns, and the ARN's template after `arn:{partition}:`. */
  readonly arn?: readonly [member: string, template: string];
  /** One record per account (`global`), not per account and region. */
  readonly global?: boolean;
  /** Modelled errors, when the first fitting one of the operation is not the right one. */
  readonly missing?: string;
  readonly exists?: string;
  /** What AWS refuses to store beyond what the model says; `has`: whether an account has a resource of the service. */
  readonly refuses?: (record: Members, has: (resource: string, account: string) => boolean) => Failure | undefined;
  readonly operations: Readonly<Record<string, Verb>>;
}

export interface TagOperations {
  readonly tag: string;
  readonly untag: string;
  /** Absent where a service shows tags with the resource only. */
  readonly list?: string;
  /** True when the tagged resources may live in an emulator: their ARNs are then not known here. */
  readonly anyArn?: boolean;
  /** Operations an emulator serves while forgetting their tags → path of the new resource's ARN in the answer. */
  readonly atCreation?: Readonly<Record<string, string>>;
}

/** All rows of a service. */
export interface ServiceRows {
  /** As in the credential scope, see `AwsCall.service`. */
  readonly service: string;
  /** Directory of the service's model in botocore. */
  readonly model: string;
  readonly tagging?: TagOperations;
  readonly resources: readonly ResourceRow[];
}
