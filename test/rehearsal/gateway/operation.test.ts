import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";
import { createOperationNamer } from "../../../rehearsal/gateway/operation";
import { serviceModels } from "../../../rehearsal/gateway/service-models";

let nameOf: ReturnType<typeof createOperationNamer>;
beforeAll(async () => {
  const { botocoreData } = await pythonEnvironment(resolve(".landfall"));
  nameOf = createOperationNamer(serviceModels(botocoreData));
}, 360_000);

const request = (method: string, path: string, headers: Record<string, string> = {}, body = "") => ({
  method,
  url: new URL(`http://aws.internal${path}`),
  headers,
  body: Buffer.from(body),
});

describe("the name of a call", () => {
  test.each([
    [
      "a target header",
      "organizations",
      { "x-amz-target": "AWSOrganizationsV20161128.CreatePolicy" },
      "",
      "json",
      "CreatePolicy",
    ],
    [
      "a form",
      "iam",
      { "content-type": "application/x-www-form-urlencoded" },
      "Action=GetRole&Version=1",
      "query",
      "GetRole",
    ],
    [
      "a form of EC2",
      "ec2",
      { "content-type": "application/x-www-form-urlencoded" },
      "Action=CreateVpc",
      "ec2",
      "CreateVpc",
    ],
  ])("is read from %s", (_where, service, headers, body, protocol, operation) => {
    expect(nameOf(service, request("POST", "/", headers, body))).toEqual({ protocol, operation });
  });

  test("is read from the path of RPC v2", () => {
    const sent = request("POST", "/service/GraniteServiceVersion20100801/operation/PutMetricAlarm");
    expect(nameOf("monitoring", sent)).toEqual({ protocol: "smithy-rpc-v2-cbor", operation: "PutMetricAlarm" });
  });

  test("of a REST service is not what a header or the query says it is", () => {
    expect(nameOf("s3", request("GET", "/bucket/key?Action=ListBuckets")).operation).toBe("GetObject");
    expect(nameOf("s3", request("GET", "/bucket/key", { "x-amz-target": "A.B" })).operation).toBe("GetObject");
  });

  test("is none where the request says two", () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const twice = request("POST", "/?Action=DescribeVpcs", form, "Action=CreateInternetGateway");
    expect(nameOf("ec2", twice)).toEqual({ protocol: "ec2", operation: undefined });
    const target = request("POST", "/", { ...form, "x-amz-target": "A.DescribeVpcs" }, "Action=CreateInternetGateway");
    expect(nameOf("ec2", target).operation).toBeUndefined();
    expect(nameOf("ec2", request("GET", "/?Action=DescribeVpcs")).operation).toBe("DescribeVpcs");
  });

  test.each([
    ["lambda", "POST", "/2015-03-31/functions", "CreateFunction"],
    ["lambda", "GET", "/2015-03-31/functions/orders-get", "GetFunction"],
    ["lambda", "GET", "/2015-03-31/functions/orders-get/policy", "GetPolicy"],
    ["apigateway", "POST", "/v2/apis/abc/routes", "CreateRoute"],
    ["apigateway", "POST", "/restapis", "CreateRestApi"],
    ["apigateway", "GET", "/v2/domainnames/orders.example/apimappings", "GetApiMappings"],
    ["route53", "POST", "/2013-04-01/hostedzone/Z1/rrset/", "ChangeResourceRecordSets"],
    ["s3", "GET", "/", "ListBuckets"],
    ["s3", "PUT", "/bucket", "CreateBucket"],
    ["s3", "GET", "/bucket?list-type=2&prefix=a", "ListObjectsV2"],
    ["s3", "GET", "/bucket?acl", "GetBucketAcl"],
    ["s3", "GET", "/bucket?object-lock", "GetObjectLockConfiguration"],
    ["s3", "PUT", "/bucket/a/b/c", "PutObject"],
    ["s3", "PUT", "/bucket/a?partNumber=1&uploadId=u", "UploadPart"],
    ["s3", "HEAD", "/bucket/a%2Fb", "HeadObject"],
    ["s3", "DELETE", "/bucket/a?tagging", "DeleteObjectTagging"],
    ["sso", "GET", "/nothing/of/the/kind", undefined],
    ["access-analyzer", "PUT", "/analyzer", "CreateAnalyzer"],
    ["guardduty", "POST", "/detector", "CreateDetector"],
    ["securityhub", "POST", "/findingAggregator/create", "CreateFindingAggregator"],
    ["ram", "POST", "/createresourceshare", "CreateResourceShare"],
  ])("of %s: %s %s is %s", (service, method, path, operation) => {
    expect(nameOf(service, request(method, path)).operation).toBe(operation);
  });

  test("tells S3 Control's account by its header", () => {
    const path = "/v20180820/configuration/publicAccessBlock";
    const sent = request("PUT", path, { "x-amz-account-id": "111111111111" });
    expect(nameOf("s3-control", sent).operation).toBe("PutPublicAccessBlock");
  });

  test("tells a copy from a write by its required header", () => {
    const sent = request("PUT", "/bucket/key", { "x-amz-copy-source": "/other/key" });
    expect(nameOf("s3", sent)).toEqual({ protocol: "rest-xml", operation: "CopyObject" });
  });
});
