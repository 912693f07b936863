import type { ServiceRows } from "../row";
import { accessAnalyzer } from "./access-analyzer";
import { account } from "./account";
import { budgets } from "./budgets";
import { config } from "./config";
import { costExplorer } from "./cost-explorer";
import { dataExports } from "./data-exports";
import { detective } from "./detective";
import { ec2 } from "./ec2";
import { guardduty } from "./guardduty";
import { iam } from "./iam";
import { macie2 } from "./macie2";
import { networkFirewall } from "./network-firewall";
import { ram } from "./ram";
import { route53Resolver } from "./route53resolver";
import { schemas } from "./schemas";
import { securityHub } from "./securityhub";
import { serviceQuotas } from "./servicequotas";
import { sso } from "./sso";
import { xray } from "./xray";

/** Every service the stored fill serves, in whole or in part. */
export const serviceRows: readonly ServiceRows[] = [
  accessAnalyzer,
  account,
  budgets,
  config,
  costExplorer,
  dataExports,
  detective,
  ec2,
  guardduty,
  iam,
  macie2,
  networkFirewall,
  ram,
  route53Resolver,
  schemas,
  securityHub,
  serviceQuotas,
  sso,
  xray,
];
