import type { GuardDutyPlan } from "../../declaration/schema/detection";

interface Feature {
  readonly name: string;
  /** Agents that GuardDuty installs and keeps by itself. */
  readonly agents?: readonly string[];
}

/** Protection plans as the API calls them: GuardDuty User Guide, "GuardDuty API changes: feature activation". */
export const guardDutyFeatures: Readonly<Record<GuardDutyPlan, Feature>> = {
  s3: { name: "S3_DATA_EVENTS" },
  "eks-audit-logs": { name: "EKS_AUDIT_LOGS" },
  malware: { name: "EBS_MALWARE_PROTECTION" },
  "rds-login": { name: "RDS_LOGIN_EVENTS" },
  lambda: { name: "LAMBDA_NETWORK_LOGS" },
  runtime: {
    name: "RUNTIME_MONITORING",
    agents: ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
  },
};
