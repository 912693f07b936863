import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { bundleOperation } from "../../../workloads/bundle/bundle-function";
import { loadContract } from "../../../workloads/contract/load-contract";
import { checkDatabases } from "../../../workloads/database/check-databases";
import { ExecuteStatement, type SqlValue } from "../../../workloads/runtime/access/database";
import { testOperation } from "../../../workloads/testing";
import { getEntry } from "../../fixtures/ledger/handlers/getEntry";
import { ledger } from "../../fixtures/ledger/service";
import { ledgerText, ledgerZone as zone } from "./ledger-stack";

const account = zone.ids.get("account/orders-dev");
const clusterArn = `arn:aws:rds:eu-west-1:${account}:cluster:ledger-ledger`;
const secretArn = "${aws_rds_cluster.ledger.master_user_secret[0].secret_arn}";

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function built(vpcId: string | undefined): { readonly resource: Blocks; readonly data: Blocks } {
  return JSON.parse(ledgerText(vpcId));
}

const { resource, data } = built("vpc-1");
const statements = (operation: string): readonly unknown[] =>
  JSON.parse(String(resource["aws_iam_role_policy"]?.[operation]?.["policy"])).Statement;

describe("a database", () => {
  test("is a serverless cluster that pauses, encrypted, backed up, protected, with a password that only AWS knows", () => {
    expect(resource["aws_rds_cluster"]?.["ledger"]).toMatchObject({
      cluster_identifier: "ledger-ledger",
      engine: "aurora-postgresql",
      enable_http_endpoint: true,
      manage_master_user_password: true,
      iam_database_authentication_enabled: true,
      storage_encrypted: true,
      backup_retention_period: 14,
      copy_tags_to_snapshot: true,
      deletion_protection: true,
      skip_final_snapshot: false,
      serverlessv2_scaling_configuration: { min_capacity: 0, max_capacity: 2, seconds_until_auto_pause: 300 },
    });
    expect(resource["aws_rds_cluster"]?.["ledger"]).not.toHaveProperty("master_password");
    expect(resource["aws_rds_cluster_instance"]?.["ledger"]).toMatchObject({
      instance_class: "db.serverless",
      publicly_accessible: false,
    });
  });

  test("is as its definition says", () => {
    expect(resource["aws_rds_cluster"]?.["year-end"]).toMatchObject({
      database_name: "year_end",
      backup_retention_period: 35,
      deletion_protection: false,
      serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 8 },
    });
  });

  test("is in the private subnets of the account's spoke, and nobody reaches it over the network", () => {
    expect(data["aws_subnets"]?.["ledger"]).toMatchObject({
      filter: [
        { name: "vpc-id", values: ["vpc-1"] },
        { name: "tag:Name", values: ["private-*"] },
      ],
    });
    const group = resource["aws_security_group"]?.["ledger"];
    expect(group).toMatchObject({ vpc_id: "vpc-1" });
    expect(Object.keys(group ?? {}).filter((key) => /gress/.test(key))).toEqual([]);
    expect(Object.keys(resource).filter((type) => /security_group_.*rule/.test(type))).toEqual([]);
    expect(resource["aws_rds_cluster"]?.["ledger"]).toMatchObject({
      vpc_security_group_ids: ["${aws_security_group.ledger.id}"],
    });
  });

  test("is refused in an account without a spoke", () => {
    expect(() => built(undefined)).toThrow(/ledger has the database ledger, and its account has no network/);
  });

  test("is refused with a name or numbers that RDS refuses, all told at once", () => {
    const databases = {
      Ledger: {},
      a: { minCapacity: 0.3, backupDays: 36 },
      b: { minCapacity: 4, pauseAfterSeconds: 300 },
    };
    expect(() => checkDatabases({ ...ledger, databases })).toThrow(
      /Ledger is no name.*a.minCapacity is 0.3.*a.backupDays is 36; it goes from 1 to 35.*b.minCapacity is more than max.*b.pauseAfter/,
    );
    expect(() => checkDatabases(ledger)).not.toThrow();
  });
});

describe("who uses it", () => {
  test("may run statements on that cluster and read its secret, and is told both", () => {
    expect(statements("getEntry").slice(0, 2)).toEqual([
      { Sid: "DatabaseLedger", Effect: "Allow", Action: ["rds-data:ExecuteStatement"], Resource: clusterArn },
      { Sid: "DatabaseLedgerSecret", Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: secretArn },
    ]);
    expect(resource["aws_lambda_function"]?.["getEntry"]).toMatchObject({
      environment: { variables: { LEDGER_DATABASE: clusterArn, LEDGER_DATABASE_SECRET: secretArn } },
    });
  });

  test("is the operation that declares it alone: another may not, and its code has no client", () => {
    expect(JSON.stringify(statements("health"))).not.toMatch(/rds-data|secretsmanager/);
    const contract = loadContract(ledger.contract);
    const code = (id: string): string => {
      const operation = contract.operations.find((each) => each.id === id);
      if (operation === undefined) throw new Error(`no operation ${id}`);
      const zip = readFileSync(bundleOperation(ledger, contract, operation).file);
      return Buffer.from(unzipSync(zip)["index.mjs"] ?? []).toString();
    };
    expect(code("getEntry")).toContain("formatRecordsAs");
    expect(code("health")).not.toContain("formatRecordsAs");
  });

  test("is tested without one", async () => {
    const asked: unknown[] = [];
    const get = testOperation(ledger, "getEntry", getEntry, {
      tables: {},
      queues: {},
      buckets: {},
      databases: {
        ledger: {
          execute: <Row>(sql: string, values?: Readonly<Record<string, SqlValue>>) => {
            asked.push(sql, values);
            return Promise.resolve({ rows: [] as Row[], changed: 0 });
          },
        },
      },
    });
    const entryId = "01890a5d-ac96-774b-bcce-b302099a8057";
    expect(await get({ path: { entryId } })).toMatchObject({ status: 404 });
    expect(asked).toEqual([expect.stringContaining("where id = :id::uuid"), { id: entryId }]);
  });
});

describe("a statement", () => {
  const requests: Record<string, unknown>[] = [];
  let api: Server;

  beforeAll(async () => {
    api = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString()));
      request.on("end", () => {
        requests.push(JSON.parse(text));
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ formattedRecords: '[{"id":"1","cents":5}]', numberOfRecordsUpdated: 0 }));
      });
    });
    await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
    const address = api.address();
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      YEAR_END_DATABASE: clusterArn,
      YEAR_END_DATABASE_SECRET: "secret",
    });
  });
  afterAll(() => void api.close());

  test("goes to the Data API with its values as parameters, and comes back as rows", async () => {
    const values = { a: "x", b: 1, c: 1.5, d: true, e: null, f: 2n ** 60n, g: new Uint8Array([1]) };
    const { rows } = await ExecuteStatement("year-end").execute<{ cents: number }>("select :a", values);
    expect(rows).toEqual([{ id: "1", cents: 5 }]);
    expect(requests[0]).toMatchObject({
      resourceArn: clusterArn,
      secretArn: "secret",
      database: "year_end",
      sql: "select :a",
    });
    expect(requests[0]?.["parameters"]).toEqual([
      { name: "a", value: { stringValue: "x" } },
      { name: "b", value: { longValue: 1 } },
      { name: "c", value: { doubleValue: 1.5 } },
      { name: "d", value: { booleanValue: true } },
      { name: "e", value: { isNull: true } },
      { name: "f", value: { stringValue: String(2n ** 60n) } },
      { name: "g", value: { blobValue: "AQ==" } },
    ]);
    await expect(ExecuteStatement("year-end").execute("select :a", { a: 2 ** 60 })).rejects.toThrow(/not exact/);
  });
});
