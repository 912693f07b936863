import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { emptyBucket, isFull } from "../../../delivery/offboard/bucket-contents";
import { refuseLivingServices } from "../../../delivery/offboard/service-states";
import type { Caller } from "../../../live/sts";
import { clientOptions, region, type StartedAws, startForTest } from "../../rehearsal/gateway/start";

let aws: StartedAws;
let caller: Caller;
beforeAll(async () => {
  aws = await startForTest();
  caller = { region, environment: aws.proxyEnvironment };
}, 360_000);
afterAll(() => aws?.close());

test("a bucket is emptied of its objects, their versions and delete markers, and may be emptied again", async () => {
  const s3 = new S3Client({ ...clientOptions(aws), forcePathStyle: true });
  const Bucket = "acme-state";
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: "eu-central-1" } }));
  const VersioningConfiguration = { Status: "Enabled" } as const;
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  expect(await isFull(caller, Bucket)).toBe(false);

  for (const Body of ["one", "two"]) await s3.send(new PutObjectCommand({ Bucket, Key: "a", Body }));
  await s3.send(new PutObjectCommand({ Bucket, Key: "b", Body: "three" }));
  for (const Key of ["a", "b"]) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  expect(await isFull(caller, Bucket)).toBe(true);

  await emptyBucket(caller, Bucket);
  expect(await isFull(caller, Bucket)).toBe(false);
  await emptyBucket(caller, Bucket);
});

test("a bucket that is not there holds nothing", async () => {
  expect(await isFull(caller, "acme-gone")).toBe(false);
  await emptyBucket(caller, "acme-gone");
});

test("a bucket in which a service's state still has resources, or is locked, is named and kept", async () => {
  const s3 = new S3Client({ ...clientOptions(aws), forcePathStyle: true });
  const Bucket = "acme-services";
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: "eu-central-1" } }));
  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  const table = { mode: "managed", type: "aws_dynamodb_table", name: "orders", instances: [{ attributes: {} }] };
  const stateWith = (...resources: object[]): string => JSON.stringify({ version: 4, serial: 1, resources });
  await refuseLivingServices(caller, "shop", [Bucket, "acme-gone"]);

  await put("service/shop-gone.tfstate", stateWith());
  await refuseLivingServices(caller, "shop", [Bucket]);
  await put("service/shop-payments.tfstate", stateWith(table));
  await put("service/shop-gone.tfstate.tflock", "{}");
  const refused = refuseLivingServices(caller, "shop", [Bucket]);
  await expect(refused).rejects.toThrow(`s3://${Bucket}/service/shop-payments.tfstate still has resources (1)`);
  await expect(refused).rejects.toThrow("service/shop-gone.tfstate.tflock is held");
  expect(await isFull(caller, Bucket)).toBe(true);
});
