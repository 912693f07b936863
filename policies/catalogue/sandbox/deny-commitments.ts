import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Savings Plans User Guide; EC2 User Guide, "Reserved Instances"; and the reservations of the services named. */
export const denyCommitments: Guardrail = {
  name: "deny-commitments",
  group: "sandbox",
  kind: "scp",
  intent: "Nobody binds the organisation to pay for years.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyCommitments",
      Effect: "Deny",
      Action: [
        "bedrock:CreateProvisionedModelThroughput",
        "cloudfront:CreateSavingsPlan",
        "devicefarm:PurchaseOffering",
        "dynamodb:PurchaseReservedCapacityOfferings",
        "ec2:AcceptReservedInstancesExchangeQuote",
        "ec2:Purchase*",
        "elasticache:PurchaseReservedCacheNodesOffering",
        "es:PurchaseReserved*",
        "glacier:PurchaseProvisionedCapacity",
        "mediaconnect:PurchaseOffering",
        "medialive:PurchaseOffering",
        "memorydb:PurchaseReservedNodesOffering",
        "rds:PurchaseReservedDBInstancesOffering",
        "redshift-serverless:CreateReservation",
        "redshift:AcceptReservedNodeExchange",
        "redshift:PurchaseReservedNodeOffering",
        "savingsplans:CreateSavingsPlan",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-savings-plans",
      sentence: `${nobody(context)} can buy a savings plan.`,
      denied: {
        actions: ["savingsplans:CreateSavingsPlan", "cloudfront:CreateSavingsPlan"],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-reserved-machines",
      sentence: `${nobody(context)} can reserve machines, hosts or capacity of EC2.`,
      denied: {
        actions: [
          "ec2:PurchaseReservedInstancesOffering",
          "ec2:AcceptReservedInstancesExchangeQuote",
          "ec2:PurchaseHostReservation",
          "ec2:PurchaseScheduledInstances",
          "ec2:PurchaseCapacityBlock",
          "ec2:PurchaseCapacityBlockExtension",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-reserved-databases",
      sentence: `${nobody(context)} can reserve databases, caches or search.`,
      denied: {
        actions: [
          "rds:PurchaseReservedDBInstancesOffering",
          "dynamodb:PurchaseReservedCapacityOfferings",
          "elasticache:PurchaseReservedCacheNodesOffering",
          "memorydb:PurchaseReservedNodesOffering",
          "es:PurchaseReservedInstanceOffering",
          "es:PurchaseReservedElasticsearchInstanceOffering",
          "redshift:PurchaseReservedNodeOffering",
          "redshift:AcceptReservedNodeExchange",
          "redshift-serverless:CreateReservation",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-other-commitments",
      sentence: `${nobody(context)} can commit to models, media, devices or retrievals by the month.`,
      denied: {
        actions: [
          "bedrock:CreateProvisionedModelThroughput",
          "medialive:PurchaseOffering",
          "mediaconnect:PurchaseOffering",
          "devicefarm:PurchaseOffering",
          "glacier:PurchaseProvisionedCapacity",
        ],
        unless: byDeclared(context),
      },
    },
  ],
};
