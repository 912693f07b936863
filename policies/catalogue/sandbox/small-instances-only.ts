import { butDeclared, byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Change the instance type for your Amazon EC2 instance"; Service Authorization Reference, Amazon
 * EC2: ec2:InstanceType, ec2:Attribute/${AttributeName}.
 */
export const smallInstancesOnly: Guardrail = {
  name: "small-instances-only",
  group: "sandbox",
  kind: "scp",
  intent: "Machines to try things out are small ones.",
  suggested: "sandbox",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "SmallInstancesOnly",
      Effect: "Deny",
      Action: "ec2:RunInstances",
      Resource: `arn:${context.zone.partition}:ec2:*:*:instance/*`,
      Condition: {
        StringNotLike: { "ec2:InstanceType": ["*.medium", "*.micro", "*.nano", "*.small"] },
        ...unlessDeclared(context),
      },
    },
    {
      Sid: "DenyGrowingInstances",
      Effect: "Deny",
      Action: "ec2:ModifyInstanceAttribute",
      Resource: "*",
      Condition: {
        StringNotLike: { "ec2:Attribute/InstanceType": ["*.medium", "*.micro", "*.nano", "*.small"] },
        Null: { "ec2:Attribute/InstanceType": "false" },
        ...unlessDeclared(context),
      },
    },
    {
      Sid: "DenyFleets",
      Effect: "Deny",
      Action: [
        "ec2:CreateCapacityReservation",
        "ec2:CreateCapacityReservationFleet",
        "ec2:CreateFleet",
        "ec2:RequestSpotFleet",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "small-launches",
      sentence: `${nobody(context)} can launch an instance larger than medium.`,
      denied: {
        actions: ["ec2:RunInstances"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:instance/*`],
        unless: [
          ...byDeclared(context),
          { StringLike: { "ec2:InstanceType": ["*.nano", "*.micro", "*.small", "*.medium"] } },
        ],
      },
    },
    {
      id: "instances-stay-small",
      sentence: `${nobody(context)} can make an instance larger than medium.`,
      denied: {
        actions: ["ec2:ModifyInstanceAttribute"],
        when: { Null: { "ec2:Attribute/InstanceType": "false" } },
        unless: [
          ...byDeclared(context),
          { StringLike: { "ec2:Attribute/InstanceType": ["*.nano", "*.micro", "*.small", "*.medium"] } },
        ],
      },
    },
    {
      id: "no-fleets",
      sentence: `${nobody(context)} can have instances launched by a fleet, whose size no policy sees, or reserve capacity.`,
      denied: {
        actions: [
          "ec2:CreateFleet",
          "ec2:RequestSpotFleet",
          "ec2:CreateCapacityReservation",
          "ec2:CreateCapacityReservationFleet",
        ],
        unless: byDeclared(context),
      },
    },
  ],
};
