import type { LandingZone } from "../../../declaration/model";
import type { Feature, Toggle } from "../../network/features/features";

const trailTest = "test/security/trail-stack.test.ts";
const rulesTest = "test/security/rules-stack.test.ts";
const logsTest = "test/security/logs-stack.test.ts";
const securityTest = "test/security/security-stack.test.ts";
const detectionTest = "test/security/detection.test.ts";
const baselineTest = "test/security/baseline.test.ts";
const regionTest = "test/accounts/region-stack.test.ts";
const responseTest = "test/security/response.test.ts";

export const securityFeatures: readonly Feature[] = [
  {
    name: "Organisation trail, validated, of management events",
    declared: "always",
    stacks: "`trail`",
    files: ["security/trail-stack.ts"],
    tests: [logsTest],
    kind: "stored",
  },
  {
    name: "Data events of the trail",
    declared: "`logs.trail.dataEvents`",
    stacks: "`trail`",
    files: ["security/trail/event-selectors.ts"],
    tests: [trailTest],
    kind: "stored",
  },
  {
    name: "Insights of the trail",
    declared: "`logs.trail.insights`",
    stacks: "`trail`",
    files: ["security/trail-stack.ts"],
    tests: [trailTest],
    kind: "stored",
  },
  {
    name: "Alarms of the CIS benchmark",
    declared: "`logs.trail.alarms`",
    stacks: "`trail`",
    files: ["security/trail/cis-alarms.ts", "security/trail/add-cis-alarms.ts", "security/trail/log-group.ts"],
    tests: [trailTest],
    kind: "stored",
  },
  {
    name: "Config recorder in every account, aggregator",
    declared: "always",
    stacks: "`<account>`, `security`",
    files: ["security/baseline/config-recorder.ts", "security/detection/config-aggregator.ts"],
    tests: [baselineTest, securityTest],
    kind: "stored",
  },
  {
    name: "Config rules of the organisation",
    declared: "`security.config.rules`",
    stacks: "`rules`",
    files: [
      "security/rules/organization-rules.ts",
      "security/rules/excluded-accounts.ts",
      "declaration/config-rules.ts",
    ],
    tests: [rulesTest],
    kind: "stored",
  },
  {
    name: "Conformance packs of the organisation",
    declared: "`security.config.conformancePacks`",
    stacks: "`rules`",
    files: ["security/rules/conformance-packs.ts", "declaration/conformance-pack.ts"],
    tests: [rulesTest],
    kind: "stored",
  },
  {
    name: "GuardDuty in every account",
    declared: "always",
    stacks: "`security`",
    files: ["security/detection/guardduty.ts"],
    tests: [securityTest],
    kind: "stored",
  },
  {
    name: "Protection plans of GuardDuty",
    declared: "`security.guardDuty.plans`",
    stacks: "`security`",
    files: ["security/detection/guardduty-features.ts", "security/detection/guardduty.ts"],
    tests: [detectionTest],
    kind: "stored",
  },
  {
    name: "Security Hub and its standards",
    declared: "`security.securityHub.standards`",
    stacks: "`security`",
    files: ["security/detection/security-hub.ts"],
    tests: [securityTest, detectionTest],
    kind: "stored",
  },
  {
    name: "Central configuration of Security Hub",
    declared: "`security.securityHub.central`",
    stacks: "`security`",
    files: ["security/detection/central-configuration.ts"],
    tests: [detectionTest],
    kind: "validated",
  },
  {
    name: "Access Analyzer of the organisation, external access",
    declared: "always",
    stacks: "`security`",
    files: ["security/detection/access-analyzer.ts"],
    tests: [securityTest],
    kind: "stored",
  },
  {
    name: "Unused access",
    declared: "`security.unusedAccess`",
    stacks: "`security`",
    files: ["security/detection/access-analyzer.ts"],
    tests: [detectionTest],
    kind: "stored",
  },
  {
    name: "Amazon Macie",
    declared: "`security.macie`",
    stacks: "`org`, `security`",
    files: ["security/detection/macie.ts", "org/delegation.ts"],
    tests: [detectionTest],
    kind: "stored",
  },
  {
    name: "Amazon Inspector",
    declared: "`security.inspector`",
    stacks: "`org`, `security`",
    files: ["security/detection/inspector.ts", "org/delegation.ts"],
    tests: [detectionTest],
    kind: "stored",
  },
  {
    name: "Amazon Detective",
    declared: "`security.detective`",
    stacks: "`org`, `security`",
    files: ["security/detection/detective.ts", "org/delegation.ts"],
    tests: [detectionTest],
    kind: "stored",
  },
  {
    name: "Amazon Security Lake",
    declared: "`security.securityLake`",
    stacks: "`org`, `security`",
    files: ["security/detection/security-lake.ts", "org/delegation.ts"],
    tests: [detectionTest],
    kind: "validated",
  },
  {
    name: "Findings to people, by severity",
    declared: "`security.minimumSeverity`, `security.alerts`",
    stacks: "`security`",
    files: [
      "security/detection/findings.ts",
      "security/detection/findings-topic.ts",
      "stack/alert-topic.ts",
      "security/topic-key.ts",
    ],
    tests: [securityTest, detectionTest],
    kind: "stored",
  },
  {
    name: "Encryption of volumes, IMDSv2, password policy, no public buckets, snapshots or images",
    declared: "always",
    stacks: "`<account>`",
    files: [
      "security/baseline/compute-defaults.ts",
      "security/baseline/password-policy.ts",
      "security/baseline/public-access.ts",
    ],
    tests: [baselineTest],
    kind: "stored",
  },
  {
    name: "An analyzer of each account's own",
    declared: "`baseline.accessAnalyzer`",
    stacks: "`<account>`",
    files: ["security/baseline/account-analyzer.ts"],
    tests: [baselineTest],
    kind: "stored",
  },
  {
    name: "Service quotas",
    declared: "`baseline.quotas`",
    stacks: "`<account>`",
    files: ["security/baseline/quotas.ts"],
    tests: [baselineTest],
    kind: "validated",
  },
  {
    name: "Backup plan",
    declared: "`baseline.backup`",
    stacks: "`<account>`",
    files: ["security/baseline/backup.ts"],
    tests: [baselineTest],
    kind: "stored",
  },
  {
    name: "A role for auditors in every account",
    declared: "`baseline.auditorRole`",
    stacks: "`<account>`",
    files: ["accounts/auditor-role.ts"],
    tests: [responseTest],
    kind: "behaves",
  },
  {
    name: "Log archive: one key, locked and versioned buckets",
    declared: "`logs.retentionDays`, `logs.lockDays`",
    stacks: "`logs`",
    files: ["security/logs/key-policy.ts", "security/logs/log-bucket.ts", "security/logs/bucket-policies.ts"],
    tests: [logsTest],
    kind: "stored",
  },
  {
    name: "Cheaper storage of older logs",
    declared: "`logs.tiers`",
    stacks: "`logs`",
    files: ["security/logs/log-bucket.ts"],
    tests: [logsTest],
    kind: "stored",
  },
  {
    name: "A copy of the logs in a second region",
    declared: "`logs.replicateTo`",
    stacks: "`logs`",
    files: ["security/logs/replicas.ts", "security/logs/replica-bucket.ts"],
    tests: [logsTest],
    kind: "validated",
  },
  {
    name: "Logs of web ACLs",
    declared: "`logs.webAclLogs`",
    stacks: "`logs`",
    files: ["security/logs/bucket-policies.ts", "declaration/names.ts"],
    tests: [logsTest],
    kind: "stored",
  },
  {
    name: "Access logs of APIs, by subscription",
    declared: "`logs.apiAccessLogs`",
    stacks: "`logs`, `<account>-<service>`",
    files: ["security/logs/api-access.ts", "workloads/api/add-access-logs.ts"],
    tests: [logsTest, "test/workloads/api/access-logs.test.ts"],
    kind: "validated",
  },
  {
    name: "Athena over the trail and the flow logs, with saved questions",
    declared: "always",
    stacks: "`logs`",
    files: [
      "security/logs/cloudtrail-table.ts",
      "security/logs/flow-log-table.ts",
      "security/logs/projection.ts",
      "security/logs/saved-queries.ts",
    ],
    tests: [logsTest],
    kind: "stored",
  },
  {
    name: "Runbook that quarantines an account",
    declared: "`security.response`",
    stacks: "`security`, `<account>`",
    files: [
      "security/response/runbook.ts",
      "security/response/runbook-definition.ts",
      "security/response/taken-on-roles.ts",
    ],
    tests: [responseTest],
    kind: "behaves",
  },
  {
    name: "Baseline of governed regions beyond the home region",
    declared: "`regions.governed`",
    stacks: "`<account>-<region>`",
    files: ["accounts/region-stack.ts", "security/baseline/index.ts"],
    tests: [regionTest],
    kind: "stored",
  },
  {
    name: "Detection in governed regions beyond the home region, and its administrator",
    declared: "`regions.governed`",
    stacks: "`security-<region>`, `<management account>-<region>`",
    files: ["security/security-region-stack.ts", "security/detection/regional-delegation.ts"],
    tests: [regionTest],
    kind: "stored",
  },
];

function logs(zone: LandingZone, change: Partial<LandingZone["logs"]>): LandingZone {
  return { ...zone, logs: { ...zone.logs, ...change } };
}

function trail(zone: LandingZone, change: Partial<LandingZone["logs"]["trail"]>): LandingZone {
  return logs(zone, { trail: { ...zone.logs.trail, ...change } });
}

function security(zone: LandingZone, change: Partial<LandingZone["security"]>): LandingZone {
  return { ...zone, security: { ...zone.security, ...change } };
}

function baseline(zone: LandingZone, change: Partial<LandingZone["baseline"]>): LandingZone {
  return { ...zone, baseline: { ...zone.baseline, ...change } };
}

/** The services trusted in the whole organisation are an attribute of it. */
const trusted = [/^org aws_organizations_organization\.organization$/];

export const securityToggles: readonly Toggle[] = [
  {
    feature: "Data events of the trail",
    off: (zone) => trail(zone, { dataEvents: {} }),
    removes: [],
    changes: [/^trail aws_cloudtrail\.organization$/],
  },
  {
    feature: "Insights of the trail",
    off: (zone) => trail(zone, { insights: [] }),
    removes: [],
    changes: [/^trail aws_cloudtrail\.organization$/],
  },
  {
    feature: "Alarms of the CIS benchmark",
    off: (zone) => trail(zone, { alarms: false }),
    removes: [
      /^trail aws_cloudwatch_log_(group|metric_filter)\./,
      /^trail aws_cloudwatch_metric_alarm\./,
      /^trail aws_iam_role(_policy)?\.trail$/,
      /^trail aws_(kms_key|kms_alias|sns_topic|sns_topic_policy|sns_topic_subscription)\.alarms$/,
    ],
    changes: [/^trail aws_cloudtrail\.organization$/],
  },
  {
    feature: "Config rules of the organisation",
    off: (zone) => security(zone, { config: { ...zone.security.config, rules: {} } }),
    removes: [/^rules aws_config_organization_managed_rule\./],
  },
  {
    feature: "Conformance packs of the organisation",
    off: (zone) => security(zone, { config: { ...zone.security.config, conformancePacks: {} } }),
    removes: [/^rules aws_config_organization_conformance_pack\.storage$/],
  },
  {
    feature: "Protection plans of GuardDuty",
    off: (zone) => security(zone, { guardDuty: { plans: [] } }),
    removes: [/^security aws_guardduty_(detector|organization_configuration)_feature\.(s3|malware|lambda|runtime)$/],
  },
  {
    feature: "Security Hub and its standards",
    off: (zone) => security(zone, { securityHub: { ...zone.security.securityHub, standards: [] } }),
    removes: [/^security aws_securityhub_standards_subscription\.(foundational-best-practices|cis-3_0)$/],
  },
  {
    feature: "Unused access",
    off: (zone) => security(zone, { unusedAccess: undefined }),
    removes: [/^security aws_accessanalyzer_analyzer\.unused-access$/],
  },
  {
    feature: "Amazon Macie",
    off: (zone) => security(zone, { macie: false }),
    removes: [/^(org|security) aws_macie2_\w+\.[\w-]+$/],
    changes: trusted,
  },
  {
    feature: "Amazon Inspector",
    off: (zone) => security(zone, { inspector: [] }),
    removes: [/^(org|security) aws_inspector2_\w+\.[\w-]+$/],
    changes: trusted,
  },
  {
    feature: "Amazon Detective",
    off: (zone) => security(zone, { detective: false }),
    removes: [/^(org|security) aws_detective_\w+\.[\w-]+$/],
    changes: trusted,
  },
  {
    feature: "Amazon Security Lake",
    off: (zone) => security(zone, { securityLake: undefined }),
    removes: [
      /^security aws_securitylake_\w+\.[\w-]+$/,
      /^security aws_iam_role(_policy_attachment)?\.security-lake$/,
      /^org aws_organizations_delegated_administrator\.securitylake/,
    ],
    changes: trusted,
  },
  {
    feature: "Findings to people, by severity",
    off: (zone) => security(zone, { alerts: {} }),
    removes: [/^security aws_(sns|cloudwatch_event)_\w+\.findings-on-call(--\w+)?$/],
  },
  {
    feature: "An analyzer of each account's own",
    off: (zone) => baseline(zone, { accessAnalyzer: false }),
    removes: [/^[\w-]+ aws_accessanalyzer_analyzer\.baseline$/],
  },
  {
    feature: "Service quotas",
    off: (zone) => baseline(zone, { quotas: {} }),
    removes: [/^[\w-]+ aws_servicequotas_service_quota\.vpcs$/],
  },
  {
    feature: "Backup plan",
    off: (zone) => baseline(zone, { backup: undefined }),
    removes: [
      /^[\w-]+ aws_backup_\w+\.baseline$/,
      /^[\w-]+ aws_iam_role\.backup$/,
      /^[\w-]+ aws_iam_role_policy_attachment\.backup-(backup|restores)$/,
    ],
  },
  {
    feature: "A role for auditors in every account",
    off: (zone) => baseline(zone, { auditorRole: false }),
    removes: [/^[\w-]+ aws_iam_role(_policy|_policy_attachment)?\.landfall-auditor(-\w+)?$/],
  },
  {
    feature: "Cheaper storage of older logs",
    off: (zone) => logs(zone, { tiers: undefined }),
    removes: [],
    changes: [/^logs aws_s3_bucket\.(cloudtrail|config|flow-logs|web-acl|api-access)$/],
  },
  {
    feature: "A copy of the logs in a second region",
    off: (zone) => logs(zone, { replicateTo: undefined }),
    removes: [
      /^logs aws_s3_bucket(_\w+)?\.[\w-]+-replica$/,
      /^logs aws_s3_bucket_replication_configuration\.[\w-]+$/,
      /^logs aws_kms_key\.replica$/,
      /^logs aws_iam_role(_policy)?\.replication$/,
    ],
  },
  {
    feature: "Logs of web ACLs",
    off: (zone) => logs(zone, { webAclLogs: false }),
    removes: [/^logs aws_s3_bucket(_\w+)?\.web-acl(-replica)?$/],
    changes: [/^logs aws_iam_role(_policy)?\.replication$/],
  },
  {
    feature: "Access logs of APIs, by subscription",
    off: (zone) => logs(zone, { apiAccessLogs: false }),
    removes: [
      /^logs aws_s3_bucket(_\w+)?\.api-access(-replica)?$/,
      /^logs aws_iam_role(_policy)?\.api-access-(delivery|sender)$/,
      /^logs aws_(kinesis_firehose_delivery_stream|cloudwatch_log_destination(_policy)?)\.api-access$/,
    ],
    changes: [/^logs aws_iam_role(_policy)?\.replication$/],
  },
  {
    feature: "Runbook that quarantines an account",
    off: (zone) => security(zone, { response: undefined }),
    removes: [
      /^[\w-]+ aws_iam_role(_policy)?\.response$/,
      /^security aws_sns_topic(_subscription)?\.response$/,
      /^security aws_sfn_state_machine\.quarantine$/,
    ],
  },
];
