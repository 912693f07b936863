import { contentActions } from "./content-actions";

/** AWS managed policy of the roles that read: configuration of every service, and data of many. */
export const readOnlyPolicy = "ReadOnlyAccess";

/** A statement of an IAM policy that takes away. */
export interface Denial {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Action: readonly string[];
  readonly Resource?: string;
  readonly NotResource?: readonly string[];
}

/**
 * Takes the data out of `ReadOnlyAccess`: who proposes a change may see how things are configured and what Terraform recorded of them, not
 * what customers stored in them (Service Authorization Reference, read actions on content).
 * @param stateBucket the account's bucket of Terraform states, which a plan reads
 */
export function noData(partition: string, stateBucket: string): readonly Denial[] {
  return [
    {
      Sid: "NoObjectsButStates",
      Effect: "Deny",
      Action: [
        "s3:GetObject",
        "s3:GetObjectTorrent",
        "s3:GetObjectVersion",
        "s3:GetObjectVersionForReplication",
        "s3:GetObjectVersionTorrent",
      ],
      NotResource: [`arn:${partition}:s3:::${stateBucket}/*`],
    },
    { Sid: "NoData", Effect: "Deny", Action: contentActions, Resource: "*" },
  ];
}
