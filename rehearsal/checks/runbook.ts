import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateVolumeCommand,
  DeleteSnapshotCommand,
  DeleteVolumeCommand,
  DescribeSnapshotsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { ListParentsCommand, MoveAccountCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import {
  DescribeExecutionCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { responseRoles, runbookName } from "../../declaration/response-names";
import type { RecordedCall } from "../gateway/record";
import { check, type Check, clientSettings, type RehearsedAws } from "./check";

interface Execution {
  readonly status: string | undefined;
  readonly error: string | undefined;
}

/**
 * Quarantines an account as the security team would, by starting the runbook: the account's volume has a snapshot, the account is in the
 * declared organizational unit, people are told, and one of the landing zone's own accounts stays where it is. What it did is undone.
 *
 * @param account name of the account that is quarantined for a moment
 * @param calls the gateway's record
 */
export function checkRunbook(aws: RehearsedAws, account: string, calls: () => readonly RecordedCall[]): Promise<Check> {
  const { zone } = aws;
  const unit = zone.ids.get(`organizational-unit/${zone.security.response?.quarantineUnit ?? ""}`);
  const id = zone.ids.get(`account/${account}`);
  const own = zone.foundation.network.name;
  return check(
    "the runbook quarantines an account",
    `${account} was snapshot, moved and announced; ${own} was refused`,
    async () => {
      const organizations = new OrganizationsClient(clientSettings(aws, aws.operator));
      const ec2 = new EC2Client(clientSettings(aws, await aws.platform(account)));
      const parentOf = async (of: string): Promise<string> =>
        (await organizations.send(new ListParentsCommand({ ChildId: of }))).Parents?.[0]?.Id ?? "";
      const home = await parentOf(id);
      const { VolumeId: volume = "" } = await ec2.send(
        new CreateVolumeCommand({ AvailabilityZone: `${zone.regions.home}a`, Size: 1, Encrypted: true }),
      );
      try {
        const refused = await run(aws, zone.ids.get(`account/${own}`));
        const done = await run(aws, id);
        const parent = await parentOf(id);
        if (parent !== home) await move(organizations, id, parent, home);
        const { Snapshots = [] } = await ec2.send(
          new DescribeSnapshotsCommand({ Filters: [{ Name: "volume-id", Values: [volume] }] }),
        );
        for (const { SnapshotId } of Snapshots) await ec2.send(new DeleteSnapshotCommand({ SnapshotId }));
        const told = calls().filter(
          ({ operation, principal, status }) =>
            operation === "Publish" && principal.includes(`/${responseRoles.runbook}/`) && status === 200,
        );
        return [
          ...(refused.error === "Refused" ? [] : [`of ${own} it said ${refused.status ?? ""} ${refused.error ?? ""}`]),
          ...(done.status === "SUCCEEDED" ? [] : [`it ended with ${done.status ?? ""} ${done.error ?? ""}`]),
          ...(parent === unit ? [] : [`${account} is in ${parent}, not in ${unit}`]),
          ...(Snapshots.length === 1 ? [] : [`${Snapshots.length} snapshots were made of the volume of ${account}`]),
          ...(told.length === 1 ? [] : [`people were told ${told.length} times`]),
        ];
      } finally {
        await ec2.send(new DeleteVolumeCommand({ VolumeId: volume }));
      }
    },
  );
}

function move(organizations: OrganizationsClient, AccountId: string, from: string, to: string): Promise<object> {
  return organizations.send(new MoveAccountCommand({ AccountId, SourceParentId: from, DestinationParentId: to }));
}

/** Starts the runbook in the security tooling account and waits, a minute at most, until it has ended. */
async function run(aws: RehearsedAws, account: string): Promise<Execution> {
  const tooling = await aws.platform(aws.zone.foundation["security-tooling"].name);
  const states = new SFNClient(clientSettings(aws, tooling));
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
  const stateMachineArn = stateMachines.find(({ name }) => name === runbookName)?.stateMachineArn;
  const input = JSON.stringify({ account, reason: "rehearsal" });
  const { executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn, input }));
  for (let waited = 0; waited < 60_000; waited += 200) {
    const { status, error, cause } = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (status !== "RUNNING")
      return { status, error: status === "FAILED" && error !== "Refused" ? `${error}: ${cause}` : error };
    await sleep(200);
  }
  return { status: "RUNNING after a minute", error: undefined };
}
