import type { Place } from "./changes";

const some = (list: readonly string[]): readonly unknown[] => [...list.map((each) => [each]), list, list.toReversed()];
const objects = { resourceType: "AWS::S3::Object" };
const rule = { identifier: "ENCRYPTED_VOLUMES" };
const quota = { service: "vpc", code: "L-F678F1CE" };

/** What a zone may say of logging, detection and the baseline. */
export const inDetection: readonly Place[] = [
  {
    path: "logs.trail.dataEvents",
    values: () => [
      undefined,
      { objects },
      { objects: { ...objects, resources: ["arn:aws:s3:::b/", "arn:aws:s3:::a/"] } },
      { objects: { ...objects, resources: ["arn:aws:s3:::a/", "arn:aws:s3:::b/"], access: "read" } },
    ],
  },
  { path: "logs.trail.insights", values: () => some(["ApiCallRateInsight", "ApiErrorRateInsight"]) },
  { path: "logs.trail.alarms", values: () => [true, false] },
  { path: "logs.tiers", values: () => [undefined, {}, { glacierDays: 20 }, { infrequentAccessDays: 30 }] },
  { path: "logs.replicateTo", values: () => [undefined, "eu-central-1", "eu-north-1"] },
  { path: "logs.webAclLogs", values: () => [true, false] },
  { path: "logs.apiAccessLogs", values: () => [true, false] },
  {
    path: "security.alerts",
    values: () => [
      undefined,
      { people: { severities: ["LOW", "HIGH"], emails: ["b@example.com", "a@example.com"] } },
      { people: { severities: ["HIGH", "LOW"], emails: ["a@example.com", "b@example.com"] } },
    ],
  },
  { path: "security.guardDuty.plans", values: () => some(["s3", "runtime"]) },
  {
    path: "security.securityHub",
    values: () => [
      undefined,
      { standards: [] },
      { standards: ["cis-3.0", "cis-1.4"] },
      { standards: ["cis-1.4", "cis-3.0"], central: true },
      { standards: [], central: true },
    ],
  },
  { path: "security.unusedAccess", values: () => [undefined, {}, { days: 30 }] },
  { path: "security.macie", values: () => [true, false] },
  { path: "security.detective", values: () => [true, false] },
  { path: "security.inspector", values: () => [[], ...some(["lambda", "lambda-code"])] },
  {
    path: "security.securityLake",
    values: () => [undefined, { sources: ["waf", "route53"] }, { sources: ["route53", "waf"], retentionDays: 30 }],
  },
  {
    path: "security.config.rules",
    values: ({ units, accounts }) => [
      undefined,
      { volumes: rule },
      { volumes: { ...rule, except: units.slice(0, 1) } },
      { volumes: { ...rule, except: accounts.slice(0, 2) } },
      { volumes: { ...rule, resourceTypes: ["AWS::EC2::Volume", "AWS::EC2::Instance"], parameters: { a: "1" } } },
    ],
  },
  {
    path: "security.config.conformancePacks",
    values: ({ accounts }) => [
      undefined,
      { pack: { rules: { one: rule, two: { ...rule, parameters: { b: "1", a: "2" } } } } },
      { pack: { rules: { one: rule }, except: accounts.slice(1, 2) } },
    ],
  },
  {
    path: "security.response",
    values: ({ units }) => [undefined, ...units.map((quarantineUnit) => ({ quarantineUnit }))],
  },
  { path: "baseline.accessAnalyzer", values: () => [true, false] },
  { path: "baseline.auditorRole", values: () => [true, false] },
  {
    path: "baseline.quotas",
    values: () => [undefined, { vpcs: { ...quota, value: 10 } }, { vpcs: { ...quota, value: 20 } }],
  },
  { path: "baseline.backup", values: () => [undefined, {}, { keepDays: 7 }, { tag: { key: "keep", value: "yes" } }] },
];
