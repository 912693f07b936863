import { append, edit, zone, type BrokenCase } from "./case";

const lockDays = "  lockDays: 30\n";
const inLogs = (text: string) => edit(zone, lockDays, `${lockDays}${text}`);
const inSecurity = (text: string) => append(zone, `security:\n${text}`);
const inBaseline = (text: string) => append(zone, `baseline:\n${text}`);
const dataEvents = (events: string) => inLogs(`  trail: { dataEvents: { some: ${events} } }\n`);
const manyArns = Array.from({ length: 500 }, (_, index) => `arn:aws:s3:::b${index}/`).join(", ");
const manyRules = Array.from({ length: 400 }, (_, index) => `r${index}: { identifier: ${"LONG_".repeat(20)}X }`).join(
  ", ",
);

/** Logging, detection and the baseline. */
export const brokenSecurity: readonly BrokenCase[] = [
  {
    code: "LF1753",
    change: dataEvents("{ resourceType: S3 }"),
    says: ['landing-zone.yaml:22:48 LF1753 "S3" is not a resource type such as AWS::S3::Object'],
  },
  {
    code: "LF1754",
    change: dataEvents("{ resourceType: 'AWS::S3::Object', resources: [bucket] }"),
    says: ['landing-zone.yaml:22:79 LF1754 "bucket" is not the beginning of an ARN such as arn:aws:s3:::a-bucket/'],
  },
  {
    code: "LF1755",
    change: inSecurity("  config: { rules: { some: { identifier: encrypted-volumes } } }\n"),
    says: [
      'landing-zone.yaml:35:42 LF1755 "encrypted-volumes" is not the identifier of a managed rule of AWS Config such as S3_BUCKET_VERSIONING_ENABLED',
    ],
  },
  {
    code: "LF1756",
    change: inSecurity("  config: { rules: { some: { identifier: SOME_RULE, parameters: { max-age: '90' } } } }\n"),
    says: ['landing-zone.yaml:35:67 LF1756 "max-age" is not the name of a rule\'s parameter: letters and digits'],
  },
  {
    code: "LF1757",
    change: inBaseline("  quotas: { some: { service: 'VPC!', code: L-F678F1CE, value: 1 } }\n"),
    says: ['landing-zone.yaml:35:30 LF1757 "VPC!" is not a service code of Service Quotas such as vpc'],
  },
  {
    code: "LF1758",
    change: inBaseline("  quotas: { some: { service: vpc, code: F678F1CE, value: 1 } }\n"),
    says: ['landing-zone.yaml:35:41 LF1758 "F678F1CE" is not a quota code such as L-F678F1CE'],
  },
  {
    code: "LF1759",
    change: inBaseline("  backup: { schedule: daily }\n"),
    says: ['landing-zone.yaml:35:23 LF1759 "daily" is not a schedule of six fields such as cron(0 3 * * ? *)'],
  },
  {
    code: "LF1760",
    change: inSecurity("  config: { rules: { some: { identifier: SOME_RULE, except: [shpo] } } }\n"),
    says: [
      "landing-zone.yaml:35:62 LF1760 shpo is neither an account nor an organizational unit of the zone; did you mean shop?",
    ],
  },
  {
    code: "LF1761",
    change: dataEvents("{ resourceType: 'AWS::S3::Object', resources: ['arn:aws-cn:s3:::b/'] }"),
    says: ["landing-zone.yaml:22:79 LF1761 arn:aws-cn:s3:::b/ is of another partition than the home region's, aws"],
  },
  {
    code: "LF1762",
    change: dataEvents(`{ resourceType: 'AWS::S3::Object', resources: [${manyArns}] }`),
    says: ["landing-zone.yaml:22:12 LF1762 a trail takes 500 values in its selectors; these are 504"],
  },
  {
    code: "LF1763",
    change: inLogs("  tiers: { infrequentAccessDays: 30, glacierDays: 40, deepArchiveDays: 90 }\n"),
    says: [
      "landing-zone.yaml:22:51 LF1763 logs reach infrequentAccessDays after 30 days; the next tier takes them after 60 at the earliest",
      "landing-zone.yaml:22:72 LF1763 logs expire after 60 days and never reach this tier",
    ],
  },
  {
    code: "LF1764",
    change: inLogs("  replicateTo: eu-west-1\n"),
    says: ["landing-zone.yaml:22:16 LF1764 eu-west-1 is the home region, where the logs are; choose another"],
  },
  {
    code: "LF1764",
    change: inLogs("  replicateTo: eu-north-1\n"),
    says: [
      "landing-zone.yaml:22:16 LF1764 eu-north-1 is not allowed; add it to regions.allowed, or choose one of eu-west-1, eu-west-2",
    ],
  },
  {
    code: "LF1765",
    change: inSecurity("  response: { quarantineUnit: app }\n"),
    says: ["landing-zone.yaml:35:31 LF1765 the organizational unit app is not declared; did you mean apps?"],
  },
  {
    code: "LF1766",
    change: inBaseline(
      "  quotas:\n    one: { service: vpc, code: L-F678F1CE, value: 1 }\n    two: { service: vpc, code: L-F678F1CE, value: 2 }\n",
    ),
    says: ["landing-zone.yaml:37:32 LF1766 one asks for L-F678F1CE of vpc already; keep one"],
  },
  {
    code: "LF1767",
    change: inSecurity("  config: { conformancePacks: { empty: { rules: {} } } }\n"),
    says: ["landing-zone.yaml:35:33 LF1767 a conformance pack without rules judges nothing; give it rules"],
  },
  {
    code: "LF1767",
    change: inSecurity(`  config: { conformancePacks: { large: { rules: { ${manyRules} } } } }\n`),
    says: ["landing-zone.yaml:35:33 LF1767 its template has 91395 bytes; AWS Config takes 51200"],
  },
  {
    code: "LF1768",
    change: inBaseline("  backup: { keepDays: 60, coldStorageDays: 30 }\n"),
    says: [
      "landing-zone.yaml:35:44 LF1768 a backup stays in cold storage for at least 90 days; keep it for 120 or more",
    ],
  },
  {
    code: "LF1769",
    change: inSecurity("  response: { quarantineUnit: core }\n"),
    says: [
      "accounts/vault.yaml:3:21 LF1769 core is where accounts are quarantined; put the landing zone's own account elsewhere",
      "accounts/wires.yaml:3:21 LF1769 core is where accounts are quarantined; put the landing zone's own account elsewhere",
    ],
  },
  {
    code: "LF1770",
    change: inBaseline("  auditorRole: true\n"),
    says: ["landing-zone.yaml:35:16 LF1770 no account has the role audit, from which auditors come; give it to one"],
  },
];
