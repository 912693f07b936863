import { serviceStatePrefix } from "../../../declaration/names";
import type { PolicyStatement } from "../../../stack/policy-document";

/**
 * What Terraform's S3 backend with a lock file needs ("S3 backend", required permissions), for the service's keys alone.
 * Terraform lists `env:/` for workspaces even when there is only the default one.
 */
export function statePermissions(bucketArn: string): readonly PolicyStatement[] {
  return [
    {
      Sid: "ListState",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: bucketArn,
      Condition: { StringLike: { "s3:prefix": [`${serviceStatePrefix}*`, "env:/*"] } },
    },
    {
      Sid: "State",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      Resource: `${bucketArn}/${serviceStatePrefix}*`,
    },
  ];
}
