import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** AWS Pricing pages of the services named: each bills by the hour, month or device whether it is used or not. */
export const denyCostlyServices: Guardrail = {
  name: "deny-costly-services",
  group: "sandbox",
  kind: "scp",
  intent: "Services that cost whether they are used or not are not for trying out.",
  suggested: "sandbox",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyCostlyServices",
      Effect: "Deny",
      Action: [
        "acm-pca:*",
        "airflow:*",
        "appstream:*",
        "braket:*",
        "cloudhsm:*",
        "connect:*",
        "docdb-elastic:*",
        "eks:*",
        "elasticmapreduce:*",
        "fsx:*",
        "gamelift:*",
        "groundstation:*",
        "kafka:*",
        "managedblockchain:*",
        "neptune-db:*",
        "network-firewall:*",
        "outposts:*",
        "quicksight:*",
        "redshift:*",
        "redshift-serverless:*",
        "sagemaker:*",
        "snowball:*",
        "storagegateway:*",
        "workspaces:*",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-clusters",
      sentence: `${nobody(context)} can use a service that runs clusters or warehouses of machines.`,
      denied: {
        actions: [
          "airflow:*",
          "docdb-elastic:*",
          "eks:*",
          "elasticmapreduce:*",
          "fsx:*",
          "gamelift:*",
          "kafka:*",
          "neptune-db:*",
          "network-firewall:*",
          "redshift:*",
          "redshift-serverless:*",
          "sagemaker:*",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-hardware",
      sentence: `${nobody(context)} can order devices, antennas or quantum time.`,
      denied: {
        actions: ["braket:*", "cloudhsm:*", "groundstation:*", "outposts:*", "snowball:*", "storagegateway:*"],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-seats",
      sentence: `${nobody(context)} can use a service that bills by the month: desktops, seats, authorities.`,
      denied: {
        actions: ["acm-pca:*", "appstream:*", "connect:*", "managedblockchain:*", "quicksight:*", "workspaces:*"],
        unless: byDeclared(context),
      },
    },
  ],
};
