import type { ContextKeyTypeEnum } from "@aws-sdk/client-iam";

/** A context key as SimulateCustomPolicy takes it. */
interface SampleEntry {
  readonly ContextKeyName: string;
  readonly ContextKeyType: ContextKeyTypeEnum;
  readonly ContextKeyValues: string[];
}

/** What the engine and IAM's simulator are both asked. */
export interface SimulatorSample {
  /** What it tries, in a few words. */
  readonly name: string;
  readonly statements: readonly object[];
  readonly action: string;
  readonly resource: string;
  readonly context: readonly SampleEntry[];
}

const object = "arn:aws:s3:::acme-orders/2026/a.json";
const allow = { Effect: "Allow", Action: "s3:*", Resource: "*" };

const entry = (key: string, type: SampleEntry["ContextKeyType"], ...values: string[]): SampleEntry => ({
  ContextKeyName: key,
  ContextKeyType: type,
  ContextKeyValues: values,
});

const department = (...values: string[]): SampleEntry => entry("aws:PrincipalTag/department", "string", ...values);
const tagKeys = (...values: string[]): SampleEntry => entry("aws:TagKeys", "stringList", ...values);

/** An Allow of everything in S3, and a Deny under a condition. */
const denyWhen = (Condition: object): readonly object[] => [
  allow,
  { Effect: "Deny", Action: "s3:GetObject", Resource: "*", Condition },
];

type Row = readonly [name: string, statements: readonly object[], context: readonly SampleEntry[]];

const conditions: readonly Row[] = [
  [
    "a plain operator, key present",
    denyWhen({ StringEquals: { "aws:PrincipalTag/department": "pay" } }),
    [department("pay")],
  ],
  ["a plain operator, key missing", denyWhen({ StringEquals: { "aws:PrincipalTag/department": "pay" } }), []],
  ["a negated operator, key missing", denyWhen({ StringNotEquals: { "aws:PrincipalTag/department": "pay" } }), []],
  ["values differ in case", denyWhen({ StringEquals: { "aws:PrincipalTag/department": "Pay" } }), [department("pay")]],
  ["case ignored", denyWhen({ StringEqualsIgnoreCase: { "aws:PrincipalTag/department": "Pay" } }), [department("pay")]],
  ["a wildcard", denyWhen({ StringLike: { "aws:PrincipalTag/department": "p*" } }), [department("pay")]],
  [
    "several values of a negated operator",
    denyWhen({ StringNotEquals: { "aws:PrincipalTag/department": ["pay", "ship"] } }),
    [department("ship")],
  ],
  ["IfExists, key missing", denyWhen({ StringEqualsIfExists: { "aws:PrincipalTag/department": "pay" } }), []],
  ["Null true, key missing", denyWhen({ Null: { "aws:PrincipalTag/department": "true" } }), []],
  ["Null false, key present", denyWhen({ Null: { "aws:PrincipalTag/department": "false" } }), [department("pay")]],
  ["ForAllValues, key missing", denyWhen({ "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } }), []],
  [
    "ForAllValues, one value outside",
    denyWhen({ "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } }),
    [tagKeys("a", "c")],
  ],
  ["ForAnyValue, key missing", denyWhen({ "ForAnyValue:StringEquals": { "aws:TagKeys": ["a", "b"] } }), []],
  [
    "ForAnyValue, one value inside",
    denyWhen({ "ForAnyValue:StringEquals": { "aws:TagKeys": ["a", "b"] } }),
    [tagKeys("b", "c")],
  ],
  [
    "an address within a range",
    denyWhen({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
    [entry("aws:SourceIp", "ip", "203.0.113.7")],
  ],
  [
    "an address outside a range",
    denyWhen({ NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
    [entry("aws:SourceIp", "ip", "198.51.100.7")],
  ],
  [
    "a date before another",
    denyWhen({ DateLessThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }),
    [entry("aws:CurrentTime", "date", "2025-06-01T00:00:00Z")],
  ],
  ["a number", denyWhen({ NumericGreaterThan: { "s3:max-keys": "10" } }), [entry("s3:max-keys", "numeric", "11")]],
  [
    "a boolean",
    denyWhen({ Bool: { "aws:SecureTransport": "false" } }),
    [entry("aws:SecureTransport", "boolean", "false")],
  ],
  [
    "an ARN by its parts",
    denyWhen({ ArnLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } }),
    [entry("aws:SourceArn", "string", "arn:aws:sns:eu-west-1:111122223333:orders")],
  ],
  [
    "two keys of one operator, one of them wrong",
    denyWhen({ StringEquals: { "aws:PrincipalTag/department": "pay", "aws:PrincipalTag/team": "x" } }),
    [department("pay")],
  ],
];

const shapes: readonly (readonly [name: string, statements: readonly object[]])[] = [
  ["nothing allows", [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }]],
  ["a Deny wins", [allow, { Effect: "Deny", Action: "s3:Get*", Resource: "*" }]],
  ["an action in another case", [{ Effect: "Allow", Action: "S3:getobject", Resource: "*" }]],
  ["NotAction", [{ Effect: "Allow", NotAction: "s3:Put*", Resource: "*" }]],
  ["NotAction that holds it", [{ Effect: "Allow", NotAction: "s3:Get*", Resource: "*" }]],
  ["a resource's pattern", [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::acme-*/2026/?.json" }]],
  ["NotResource of a Deny", [allow, { Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::other/*" }]],
];

/** Traps of the policy language, each a question that IAM answers too: 28 calls of the simulator. */
export const simulatorSamples: readonly SimulatorSample[] = [
  ...conditions.map(([name, statements, context]) => ({ name, statements, context })),
  ...shapes.map(([name, statements]) => ({ name, statements, context: [] })),
].map((sample) => ({ ...sample, action: "s3:GetObject", resource: object }));
