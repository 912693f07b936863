import type { Bounds, Level } from "../../engine/bounds";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Policy } from "../../engine/policy/policy";
import { requests } from "../../engine/symbolic/build";
import type { Domain } from "../../engine/symbolic/domain";
import type { Formula } from "../../engine/symbolic/formula";
import { requestDomain } from "../../engine/universe/request-domain";
import { loadUniverse } from "../../engine/universe/load-universe";
import type { ActionFacts } from "../../engine/universe/universe";

/** A claim as the audit asks it: of these actions, none of these requests is allowed. */
export interface Question {
  readonly action: ActionFacts;
  readonly claimed: Formula;
}

export interface QuestionCase {
  readonly paths: readonly Bounds[];
  readonly questions: readonly Question[];
  /** The account's requests, as objects that no question was asked about yet. */
  readonly freshDomains: () => (action: ActionFacts) => Domain;
}

const services = ["s3", "ec2", "iam", "kms", "lambda", "dynamodb", "sqs", "sns", "rds", "logs"];
const units = 20;
const accountsOfUnit = 10;
const statementsOfLevel = 20;

/** 200 paths of three levels with 20 Deny statements each, and 40 claims that say what the root denies, each about two actions. */
export function questionCase(): QuestionCase {
  const universe = loadUniverse();
  const actions = services.flatMap((service) => universe.matching(`${service}:*`).slice(0, 40));
  const root = level("root", actions, 0);
  const paths = Array.from({ length: units }, (_, unit) => level(`unit ${unit}`, actions, 1 + unit)).flatMap(
    (unit, index) =>
      Array.from({ length: accountsOfUnit }, (_, each): Bounds => {
        const account = level("account", actions, 100 + index * accountsOfUnit + each);
        return { scp: [root, unit, account], rcp: [] };
      }),
  );
  const questions = Array.from({ length: 40 }, (_, index) => {
    const said = statement(actions, 0, index % statementsOfLevel);
    const claimed = requests({ when: said.Condition });
    return said.Action.slice(0, 2).flatMap((name) => {
      const action = universe.find(name);
      return action === undefined ? [] : [{ action, claimed }];
    });
  }).flat();
  const freshDomains = () => {
    const account = { id: "111122223333", partition: "aws", organizationId: "o-abcdefghij" };
    return (action: ActionFacts) => requestDomain(action, account, "member");
  };
  return { paths, questions, freshDomains };
}

function level(id: string, actions: readonly ActionFacts[], seed: number): Level {
  const statements = Array.from({ length: statementsOfLevel }, (_, index) => statement(actions, seed, index));
  return {
    id,
    policies: [
      { id: "FullAWSAccess", policy: policyOf([{ Effect: "Allow", Action: "*", Resource: "*" }]) },
      { id: "denies", policy: policyOf(statements) },
    ],
  };
}

/** Statements as guardrails have them: regions, exempt roles, tags, resources of a prefix. */
function statement(actions: readonly ActionFacts[], seed: number, index: number) {
  const Action = [0, 1, 2, 3].flatMap(
    (each) => actions[(seed * 31 + index * 17 + each * 5) % actions.length]?.name ?? [],
  );
  const exempt = { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/exempt-${(seed + index) % 7}` } };
  const conditions: readonly Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>[] = [
    exempt,
    { ...exempt, StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } },
    { ...exempt, StringNotEqualsIfExists: { "aws:PrincipalTag/team": `team-${seed % 5}` } },
    { Bool: { "aws:SecureTransport": "false" } },
    { ...exempt, "ForAnyValue:StringLike": { "aws:TagKeys": [`landfall-${index % 3}*`, "owner"] } },
  ];
  return { Effect: "Deny", Action, Resource: "*", Condition: conditions[index % conditions.length] ?? exempt };
}

function policyOf(Statement: readonly unknown[]): Policy {
  const read = readPolicy(JSON.stringify({ Version: "2012-10-17", Statement }), "service-control-policy");
  if ("faults" in read) throw new Error(read.faults.map(({ message }) => message).join("; "));
  return read.policy;
}
