import { type SyntaxFaultKind, syntaxFaultKinds } from "./json/read-string";
import type { PolicyKind } from "./policy-kind";

const syntax = "Syntax errors in policy.";
const unknownField = "Unknown field";
const legacy = "The policy failed legacy parsing";
const vendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
const noActions = "Policy statement must contain actions.";
const noResources = "Policy statement must contain resources.";
const notArn = 'Resource must be in ARN format or "*".';

/**
 * Every other way in which a document is no policy, with the words IAM answers CreatePolicy and its siblings with ("MalformedPolicyDocument"), as seen
 * in reports of its users. Where its words are not known, the words of its parser for anything wrong stand here.
 */
const grammarFaultKinds = {
  "document-too-long": syntax,
  "document-not-object": syntax,
  "duplicate-element": syntax,
  "unknown-element": unknownField,
  "element-case": unknownField,
  "version-missing": "Policy document must be version 2012-10-17 or greater.",
  "version-unknown": syntax,
  "version-too-old": "Policy document must be version 2012-10-17 or greater.",
  "version-type": syntax,
  "id-type": syntax,
  "statement-missing": syntax,
  "statement-empty": syntax,
  "statement-type": syntax,
  "statement-not-object": syntax,
  "sid-type": syntax,
  "sid-characters":
    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
  "sid-duplicate": "Statement IDs (SID) in a single policy must be unique.",
  "effect-missing": "Missing required field Effect",
  "effect-type": syntax,
  "effect-unknown": "Invalid effect",
  "effect-case": legacy,
  "effect-not-deny": syntax,
  "principal-not-allowed": "Policy document should not specify a principal.",
  "not-principal-not-allowed": "Policy document should not specify a principal.",
  "principal-missing": "Missing required field Principal",
  "principal-not-everyone": "Invalid principal in policy",
  "action-missing": "Missing required field Action",
  "action-and-not-action": syntax,
  "not-action-not-allowed": syntax,
  "action-type": syntax,
  "action-empty": noActions,
  "action-item-type": syntax,
  "action-empty-string": vendor,
  "action-without-vendor": vendor,
  "action-vendor-empty": "Vendor is not valid",
  "action-vendor-wildcard": "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.",
  "action-vendor-characters": "Vendor is not valid",
  "action-vendor-unsupported": syntax,
  "action-every-service": syntax,
  "action-colons": "Actions/Condition can contain only one colon.",
  "action-name-empty": legacy,
  "action-name-characters": legacy,
  "resource-missing": "Missing required field Resource",
  "resource-and-not-resource": syntax,
  "resource-type": syntax,
  "resource-empty": noResources,
  "resource-item-type": syntax,
  "resource-empty-string": notArn,
  "resource-not-arn": notArn,
  "resource-arn-parts": legacy,
  "resource-partition": "Partition is not valid for resource",
  "resource-service-empty": "Resource vendor must be fully qualified and cannot contain regexes.",
  "variable-unclosed": syntax,
  "variable-empty": syntax,
  "variable-malformed": syntax,
  "condition-type": syntax,
  "operator-unknown": "Invalid Condition type",
  "operator-case": "Invalid Condition type",
  "operator-type": syntax,
  "qualifier-unknown": "Invalid Condition type",
  "null-if-exists": "Invalid Condition type",
  "condition-key-empty": vendor,
  "condition-key-vendor": vendor,
  "condition-key-duplicate": syntax,
  "condition-value-type": syntax,
  "condition-item-type": syntax,
  "number-malformed": legacy,
  "date-malformed": legacy,
  "address-malformed": legacy,
  "bool-malformed": legacy,
  "null-malformed": legacy,
  "binary-malformed": legacy,
  "arn-malformed": legacy,
} as const;

export type FaultKind = SyntaxFaultKind | keyof typeof grammarFaultKinds;

/** All kinds of fault, in the order of reading. */
export const faultKinds: readonly FaultKind[] = [...syntaxFaultKinds, ...namesOf(grammarFaultKinds)];

/**
 * What AWS answers a call that would store the policy. AWS Organizations has one sentence for every fault ("CreatePolicy", API Reference, errors:
 * MalformedPolicyDocumentException); IAM has several.
 */
export function awsAnswer(policy: PolicyKind, kind: FaultKind): string {
  switch (policy) {
    case "service-control-policy":
    case "resource-control-policy":
      return "MalformedPolicyDocumentException: The provided policy document does not meet the requirements of the specified policy type.";
    case "identity-policy":
      return `MalformedPolicyDocument: ${isGrammar(kind) ? grammarFaultKinds[kind] : syntax}`;
  }
}

function isGrammar(kind: FaultKind): kind is keyof typeof grammarFaultKinds {
  return Object.hasOwn(grammarFaultKinds, kind);
}

function namesOf<Name extends string>(table: Readonly<Record<Name, string>>): readonly Name[] {
  return Object.keys(table).filter((name): name is Name => Object.hasOwn(table, name));
}
