import { describe, expect, test } from "@jest/globals";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { ledgerText } from "../../workloads/database/ledger-stack";
import { synthesisedZones, type ZoneStack } from "../synthesise-zones";
import { accepted } from "./accepted";
import { type Finding, findingsOf } from "./findings";

const universe = loadUniverse();

describe("least privilege", () => {
  const ledger: ZoneStack = { zone: "sample", id: "ledger", kind: "service", json: ledgerText("vpc-1") };
  const stacks = [...synthesisedZones(), ledger];
  const found = stacks.flatMap(({ zone, id, kind, json }) =>
    findingsOf(json, universe).map((finding) => ({ stack: `${zone}/${id}`, kind, ...finding })),
  );
  const fits = (row: (typeof accepted)[number], finding: (typeof found)[number]): boolean =>
    row.stacks.includes(finding.kind) &&
    row.fault === finding.fault &&
    row.at === finding.at &&
    new RegExp(`^${row.address.replace(/[.]/g, "\\.").replace(/\*/g, ".*")}$`).test(finding.address);

  test("no policy of any zone allows more than it must, but what is accepted", () => {
    expect(found.filter((finding) => !accepted.some((row) => fits(row, finding)))).toEqual([]);
  });

  test("every accepted finding is there, in each kind of stack it names", () => {
    const stale = accepted.flatMap((row) =>
      row.stacks
        .filter((kind) => !found.some((finding) => finding.kind === kind && fits(row, finding)))
        .map((kind) => [kind, row]),
    );
    expect(stale).toEqual([]);
  });

  test("there is something to walk over", () => {
    const documents = stacks.flatMap(({ json }) => json.match(/\\"Statement\\"/g) ?? []);
    expect(documents.length).toBeGreaterThan(150);
  });

  describe("a violation is found", () => {
    const allow = (more: object): string =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "Seeded", Effect: "Allow", ...more }] });
    const everywhere = (policy: string): readonly (readonly [type: string, attributes: object])[] => [
      ["aws_iam_policy", { policy }],
      ["aws_iam_role", { assume_role_policy: policy }],
      ["aws_iam_role", { inline_policy: [{ name: "a", policy }] }],
      ["aws_iam_role_policy", { policy }],
      ["aws_kms_key", { policy }],
      ["aws_s3_bucket_policy", { policy }],
      ["aws_sns_topic_policy", { policy }],
      ["aws_sqs_queue_policy", { policy }],
      ["aws_ssoadmin_permission_set_inline_policy", { inline_policy: policy }],
      ["aws_vpc_endpoint", { policy }],
    ];
    const findings = (type: string, attributes: object, data?: object): readonly Finding[] =>
      findingsOf(JSON.stringify({ resource: { [type]: { it: attributes } }, data }), universe);
    const faults = (type: string, attributes: object, data?: object) =>
      findings(type, attributes, data).map(({ fault, at }) => `${fault} ${at}`);

    test.each([
      ["a service's every action", { Action: ["ec2:DescribeVpcs", "s3:*"], Resource: "${aws_s3_bucket.b.arn}" }],
      ["every action", { Action: "*", Resource: "arn:aws:s3:::b" }],
      ["all actions but one", { NotAction: "iam:CreateUser", Resource: "arn:aws:s3:::b" }],
    ])("%s, wherever a policy stands", (_name, statement) => {
      for (const [type, attributes] of everywhere(allow(statement))) {
        expect([type, ...faults(type, attributes)]).toEqual([type, "every-action Seeded"]);
      }
    });

    test.each([
      ["everybody", { Principal: "*" }],
      ["every AWS principal", { Principal: { AWS: ["*"] } }],
      ["all but one", { NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } }],
      ["everybody but", { Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-aaaaaaaaaa" } } }],
      [
        "whoever has no organisation",
        { Principal: "*", Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a" } } },
      ],
      ["whatever organisation", { Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }],
      ["everybody over TLS", { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
      [
        "every repository of GitHub",
        {
          Principal: { Federated: "${aws_iam_openid_connect_provider.github.arn}" },
          Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
        },
      ],
    ])("an Allow to %s", (_name, who) => {
      const policy = allow({ Action: "sqs:SendMessage", Resource: "${aws_sqs_queue.q.arn}", ...who });
      for (const [type, attributes] of everywhere(policy))
        expect(faults(type, attributes)).toEqual(["everybody Seeded"]);
    });

    test("everybody within the organisation is none", () => {
      const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-aaaaaaaaaa" } };
      const policy = allow({ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:::q", Principal: "*", Condition });
      expect(faults("aws_sqs_queue_policy", { policy })).toEqual([]);
    });

    test("a write to any resource where some could be named, and no other", () => {
      const any = (Action: string) => faults("aws_iam_role_policy", { policy: allow({ Action, Resource: "*" }) });
      expect(any("dynamodb:PutItem")).toEqual(["any-resource Seeded"]);
      expect(any("dynamodb:Put*")).toEqual(["any-resource Seeded"]);
      expect(any("xray:PutTraceSegments")).toEqual([]);
      expect(any("ec2:DescribeVpcs")).toEqual([]);
    });

    test("in an expression, in a data block, in no readable form, and where none was known", () => {
      const encoded =
        '${jsonencode({"Statement" = [{"Sid" = "Seeded", "Effect" = "Allow", "Action" = "s3:*", "Resource" = aws_s3_bucket.b.arn}]})}';
      expect(faults("aws_iam_policy", { policy: encoded })).toEqual(["every-action Seeded"]);
      const statement = [{ sid: "Seeded", actions: ["s3:*"], resources: ["*"] }];
      const data = { aws_iam_policy_document: { it: { statement } } };
      const reference = { policy: "${data.aws_iam_policy_document.it.json}" };
      expect(faults("aws_iam_policy", reference, data)).toEqual(["every-action Seeded"]);
      expect(faults("aws_iam_policy", reference)).toEqual(["unreadable policy"]);
      expect(faults("aws_iam_policy", { policy: '${file("a.json")}' })).toEqual(["unreadable policy"]);
      const unknown = { rule: [{ document: allow({ Action: "s3:GetObject" }) }] };
      expect(faults("aws_new_thing", unknown)).toEqual(["unknown-place rule"]);
    });

    test("an endpoint without a policy, a broad managed policy, an unbound invoker, a share to outside", () => {
      expect(faults("aws_vpc_endpoint", {})).toEqual(["no-policy policy"]);
      const policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
      expect(faults("aws_iam_role_policy_attachment", { policy_arn })).toEqual([
        "broad-managed-policy AmazonS3FullAccess",
      ]);
      const principal = "s3.amazonaws.com";
      expect(faults("aws_lambda_permission", { principal })).toEqual([`unbound-invoker ${principal}`]);
      expect(faults("aws_lambda_permission", { principal, source_arn: "${aws_s3_bucket.b.arn}" })).toEqual([]);
      expect(faults("aws_ram_resource_share", {})).toEqual(["outside-share allow_external_principals"]);
    });
  });
});
