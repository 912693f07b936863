import type { AccountGroup, AuditReport } from "../../audit/report/report";

const services = [
  { prefix: "dynamodb", actions: ["GetItem", "PutItem"] },
  { prefix: "ec2", actions: ["CreateInternetGateway", "DescribeVpcs", "RunInstances"] },
  { prefix: "s3", actions: ["GetObject", "PutObject"] },
];

const groups: readonly AccountGroup[] = [
  { guardrails: [], rows: [0, 0, 0] },
  { guardrails: ["no-gateways", "our-buckets"], rows: [0, 1, 2] },
];

/** A report of made-up accounts: the first is the management account, the others are bound by two guardrails. */
export function sampleReport(accounts = 6, sentence = "Nobody can make an internet gateway."): AuditReport {
  const names = Array.from({ length: accounts }, (_, index) => `account-${String(index).padStart(4, "0")}`);
  return {
    formatVersion: 1,
    organization: "acme",
    universe: { version: "0.21.0", date: "2026-09-26", actions: 20_000 },
    scope: { account: undefined, action: undefined },
    verdict: { clean: false, sentence: "Findings: 1 of 2 claims proved, 1 refuted." },
    claims: [
      {
        guardrail: "no-gateways",
        claim: "no-gateways",
        sentence,
        outcome: "proved",
        why: undefined,
        accounts: accounts - 1,
        refutations: [],
        place: { file: "zone/landing-zone.yaml", line: 12, column: 3 },
      },
      {
        guardrail: "our-buckets",
        claim: "ours-alone",
        sentence: "Objects go to buckets of the organisation alone.",
        outcome: "refuted",
        why: undefined,
        accounts: accounts - 1,
        refutations: [
          {
            accounts: names.slice(1),
            request: {
              action: "s3:PutObject",
              resource: "arn:aws:s3:::bucket/key",
              principal: "arn:aws:iam::111122223333:role/a",
              context: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/a", "aws:TagKeys": ["a", "b"] },
            },
            escape: "the key aws:ResourceOrgID is missing",
          },
        ],
        place: { file: "zone/policies/our buckets.json", line: 4, column: 5 },
      },
    ],
    findings: [
      {
        rule: "no-such-action",
        severity: "warning",
        message: "s3:PutObjekt does not exist",
        where: { guardrail: "our-buckets", sid: "Ours", file: "zone/policies/our buckets.json", line: 7, column: 9 },
        remedy: "Write s3:PutObject.",
      },
    ],
    matrix: {
      services,
      standings: ["allowed", "denied", "only when aws:ResourceOrgID is o-acme"],
      rows: [[0], [1, 0, 0], [0, 2]],
      groups,
      accounts: names.map((name, index) => ({
        name,
        id: String(100_000_000_000 + index),
        organizationalUnit: index === 0 ? "root" : index % 2 === 0 ? "workloads/prod" : "workloads/dev",
        group: index === 0 ? 0 : 1,
      })),
    },
  };
}
