import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/**
 * Databases in the account's spoke, never what is in them: no action here runs a statement, restores or reads a secret. RDS makes the secret of a
 * database for its caller (Aurora User Guide, "Password management with Amazon Aurora and AWS Secrets Manager", permissions).
 */
export function databasePermissions(arns: AccountArns, service: string): readonly PolicyStatement[] {
  const rds = (kind: string): string => arns("rds", `${kind}:${service}-*`);
  return [
    {
      Sid: "Databases",
      Effect: "Allow",
      Action: [
        "rds:AddTagsToResource",
        "rds:CreateDBCluster",
        "rds:CreateDBInstance",
        "rds:CreateDBSubnetGroup",
        "rds:DeleteDBCluster",
        "rds:DeleteDBInstance",
        "rds:DeleteDBSubnetGroup",
        "rds:DescribeDBClusters",
        "rds:DescribeDBInstances",
        "rds:DescribeDBSubnetGroups",
        "rds:DescribeGlobalClusters",
        "rds:DisableHttpEndpoint",
        "rds:EnableHttpEndpoint",
        "rds:ListTagsForResource",
        "rds:ModifyDBCluster",
        "rds:ModifyDBInstance",
        "rds:ModifyDBSubnetGroup",
        "rds:RemoveTagsFromResource",
      ],
      Resource: [
        ...["cluster", "cluster-snapshot", "db", "subgrp"].map(rds),
        // What every cluster is made with: AWS's own groups of parameters and options.
        arns("rds", "cluster-pg:default.*"),
        arns("rds", "pg:default.*"),
        arns.global("rds", "global-cluster:*"),
      ],
    },
    {
      Sid: "DatabaseSecrets",
      Effect: "Allow",
      Action: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      Resource: arns("secretsmanager", "secret:rds!cluster-*"),
    },
    {
      Sid: "DefaultKeysOfDatabases",
      Effect: "Allow",
      Action: "kms:DescribeKey",
      Resource: arns("kms", "key/*"),
      Condition: { StringEquals: { "kms:RequestAlias": ["alias/aws/rds", "alias/aws/secretsmanager"] } },
    },
    {
      Sid: "ClosedGroups",
      Effect: "Allow",
      Action: [
        "ec2:CreateSecurityGroup",
        "ec2:CreateTags",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteTags",
        "ec2:RevokeSecurityGroupEgress",
      ],
      Resource: [arns("ec2", "security-group/*"), arns("ec2", "vpc/*")],
    },
    {
      // None of these has a resource type ("Actions defined by Amazon EC2"); RDS asks for them with the caller's rights.
      Sid: "FindNetwork",
      Effect: "Allow",
      Action: [
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcAttribute",
        "ec2:DescribeVpcs",
      ],
      Resource: "*",
    },
    {
      Sid: "RdsServiceLinkedRole",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: arns.global("iam", "role/aws-service-role/rds.amazonaws.com/*"),
      Condition: { StringEquals: { "iam:AWSServiceName": "rds.amazonaws.com" } },
    },
  ];
}
