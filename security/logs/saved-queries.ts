import { AthenaNamedQuery } from "@cdktf/provider-aws/lib/athena-named-query";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

interface SavedQuery {
  readonly name: string;
  readonly description: string;
  readonly query: string;
}

/** Days are partitions and compare as text. */
const thisWeek = "day >= date_format(current_date - interval '7' day, '%Y/%m/%d')";

/** One account and region, for both are `injected`: a query has to name them. Question marks are asked for when it is run (Athena User Guide, "Use parameterized queries"). */
const somewhere = "account = ? AND region = ?";

/** Questions of an investigation. How a denial is worded: IAM User Guide, "Troubleshoot access denied error messages". */
const queries: Readonly<Record<string, SavedQuery>> = {
  "who-assumed-role": {
    name: "Who assumed this role",
    description: "Parameters: account, region, ARN of the role",
    query: `SELECT eventtime, useridentity.type, useridentity.arn, useridentity.invokedby, sourceipaddress, useragent, errorcode
FROM logs.cloudtrail
WHERE ${somewhere} AND ${thisWeek}
  AND eventsource = 'sts.amazonaws.com' AND eventname LIKE 'AssumeRole%'
  AND json_extract_scalar(requestparameters, '$.roleArn') = ?
ORDER BY eventtime DESC`,
  },
  "denied-by-scp": {
    name: "What the SCPs denied this week",
    description: "Parameters: account, region",
    query: `SELECT eventsource, eventname, useridentity.arn, errormessage, count(*) AS times, max(eventtime) AS last_seen
FROM logs.cloudtrail
WHERE ${somewhere} AND ${thisWeek}
  AND errormessage LIKE '%explicit deny in a service control policy%'
GROUP BY eventsource, eventname, useridentity.arn, errormessage
ORDER BY times DESC`,
  },
  "root-sign-ins": {
    name: "What root users did this week",
    description: "Parameters: account, region (us-east-1 for sign-ins)",
    query: `SELECT eventtime, recipientaccountid, eventname, sourceipaddress, useragent, errorcode
FROM logs.cloudtrail
WHERE ${somewhere} AND ${thisWeek}
  AND useridentity.type = 'Root' AND useridentity.invokedby IS NULL
ORDER BY eventtime DESC`,
  },
  "changes-by": {
    name: "What this principal changed this week",
    description: "Parameters: account, region, ARN of the principal",
    query: `SELECT eventtime, eventsource, eventname, requestparameters, errorcode
FROM logs.cloudtrail
WHERE ${somewhere} AND ${thisWeek}
  AND readonly = 'false' AND useridentity.arn = ?
ORDER BY eventtime DESC`,
  },
  "rejected-traffic": {
    name: "What traffic was rejected this week",
    description: "Parameters: account, region",
    query: `SELECT srcaddr, dstaddr, dstport, protocol, count(*) AS flows, sum(packets) AS packets
FROM logs.vpc_flow_logs
WHERE ${somewhere} AND ${thisWeek} AND action = 'REJECT'
GROUP BY srcaddr, dstaddr, dstport, protocol
ORDER BY flows DESC
LIMIT 100`,
  },
};

export function addSavedQueries(
  stack: TerraformStack,
  { database, workgroup }: { readonly database: string; readonly workgroup: string },
): void {
  for (const [address, { name, description, query }] of Object.entries(queries))
    resource(stack, AthenaNamedQuery, address, { name, description, query, database, workgroup });
}
