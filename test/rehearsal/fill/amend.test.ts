import { expect, test } from "@jest/globals";
import type { AwsResponse } from "../../../rehearsal/gateway/call";
import { startFill } from "./call";

const ok = (body: string): AwsResponse => ({ status: 200, headers: {}, body: Buffer.from(body) });
const instance = "ssoins-1234567890abcdef";
const set = "ps-1234567890abcdef";

test("Identity Center: a permission set's ARN is AWS's outside and the emulator's inside, and its tags are kept", async () => {
  const seen: string[] = [];
  const fill = await startFill((call) => {
    seen.push(call.body.toString());
    const PermissionSetArn = `arn:aws:sso:::instance/${instance}/${set}`;
    return Promise.resolve(ok(JSON.stringify({ PermissionSet: { PermissionSetArn } })));
  });
  const InstanceArn = `arn:aws:sso:::instance/${instance}`;
  const Tags = [{ Key: "a", Value: "b" }];
  const created = await fill({
    service: "sso",
    operation: "CreatePermissionSet",
    body: { InstanceArn, Name: "admin", Tags },
  });
  const PermissionSetArn = `arn:aws:sso:::permissionSet/${instance}/${set}`;
  expect(created?.body).toEqual({ PermissionSet: { PermissionSetArn } });

  await fill({ service: "sso", operation: "DescribePermissionSet", body: { InstanceArn, PermissionSetArn } });
  expect(seen.at(-1)).toContain(`"arn:aws:sso:::instance/${instance}/${set}"`);
  const tags = await fill({
    service: "sso",
    operation: "ListTagsForResource",
    body: { InstanceArn, ResourceArn: PermissionSetArn },
  });
  expect(tags?.body).toEqual({ Tags });
});

test("flow logs to S3 keep their destination options", async () => {
  const item = "<item><flowLogId>fl-1</flowLogId></item>";
  const fill = await startFill((call) =>
    Promise.resolve(ok(call.operation === "CreateFlowLogs" ? "<flowLogIdSet><item>fl-1</item></flowLogIdSet>" : item)),
  );
  const ec2 = (operation: string, body: string) => fill({ service: "ec2", operation, protocol: "ec2", body });
  expect((await ec2("DescribeFlowLogs", ""))?.text).toBe(item);
  await ec2("CreateFlowLogs", "DestinationOptions.FileFormat=parquet&DestinationOptions.PerHourPartition=true");
  expect((await ec2("DescribeFlowLogs", ""))?.text).toContain(
    "<destinationOptions><fileFormat>parquet</fileFormat><perHourPartition>true</perHourPartition></destinationOptions>",
  );
});

test("a group of the Identity Store is updated", async () => {
  const group = { IdentityStoreId: "d-1", GroupId: "g-1", DisplayName: "team", Description: "old" };
  const fill = await startFill((call) =>
    Promise.resolve(
      call.body.includes("g-1")
        ? ok(JSON.stringify(group))
        : { ...ok('{"__type":"ResourceNotFoundException"}'), status: 400 },
    ),
  );
  const groups = (operation: string, GroupId: string, more: object = {}) =>
    fill({ service: "identitystore", operation, body: { IdentityStoreId: "d-1", GroupId, ...more } });
  const Operations = [{ AttributePath: "description", AttributeValue: "new" }];
  expect((await groups("UpdateGroup", "g-1", { Operations }))?.body).toEqual({
    IdentityStoreId: "d-1",
    GroupId: "g-1",
  });
  expect((await groups("DescribeGroup", "g-1"))?.body).toEqual({ ...group, Description: "new" });
  expect((await groups("UpdateGroup", "g-2", { Operations }))?.status).toBe(400);
});
