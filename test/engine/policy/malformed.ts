import type { FaultKind } from "../../../engine/policy/fault-kinds";
import type { PolicyKind } from "../../../engine/policy/policy-kind";

/** A document with one fault. */
export interface Malformed {
  readonly kind: FaultKind;
  /** `§` stands before the place of the fault. */
  readonly text: string;
  /** Part of the message. */
  readonly says: string;
  readonly policy: PolicyKind;
}

type Row = readonly [kind: FaultKind, text: string, says: string];

const head = '{"Version":"2012-10-17",\n"Statement":';
const rest = '"Action":"s3:*","Resource":"*"';
const good = denying(rest);

/** A policy with these elements in its only statement. */
function having(elements: string): string {
  return `${head}{${elements}}}`;
}

function denying(elements: string): string {
  return having(`"Effect":"Deny",${elements}`);
}

function when(condition: string): string {
  return denying(`${rest},\n"Condition":${condition}`);
}

function comparing(operator: string, values: string): string {
  return when(`{"${operator}":\n{"aws:x":${values}}}`);
}

function action(name: string): string {
  return denying(`"Action":${name},"Resource":"*"`);
}

function resource(name: string): string {
  return denying(`"Action":"s3:*",\n"Resource":${name}`);
}

/** A resource control policy. */
function everybody(elements: string): string {
  return denying(`"Principal":"*",${elements}`);
}

const notJson: readonly Row[] = [
  ["empty-document", "§", "empty"],
  ["empty-document", "§ \n ", "empty"],
  ["byte-order-mark", `§\uFEFF${good}`, "without one"],
  ["json-comment", `{ §// why\n${good.slice(1)}`, "no comments"],
  ["json-comment", `§/* why */${good}`, "no comments"],
  ["json-comment", `§# why\n${good}`, "no comments"],
  ["unexpected-character", '{"Version":§]}', 'found "]"'],
  ["unexpected-character", "{§:}", "a key in double quotes"],
  ["unexpected-character", `${good.slice(0, -1)}§\u00a0}`, '"," or'],
  ["trailing-comma", denying(`${rest}§,`), "remove it"],
  ["trailing-comma", action('["s3:*"§,]'), "remove it"],
  ["missing-comma", denying('"Action":"s3:*" §"Resource":"*"'), '","'],
  ["missing-comma", action('["s3:*"\n§"ec2:*"]'), '","'],
  ["missing-colon", denying('"Action" §"s3:*","Resource":"*"'), '"Action"'],
  ["unquoted-key", denying('§Action:"s3:*","Resource":"*"'), "double quotes"],
  ["single-quotes", denying('§\'Action\':"s3:*","Resource":"*"'), "double"],
  ["unterminated-string", '{"Version":§"2012-10-17\n}', "end in its line"],
  ["control-character", resource('"arn:aws:s3:::§\t"'), "\\u0009"],
  ["bad-escape", action('"s3:§\\x*"'), "\\uXXXX"],
  ["bad-number", comparing("NumericEquals", "§007"), "007"],
  ["bad-number", comparing("NumericEquals", "§+1"), "+1"],
  ["bad-literal", comparing("Bool", "§True"), "did you mean true?"],
  ["bad-literal", action("§undefined"), "double quotes"],
  ["unclosed-bracket", '§{"Version":"2012-10-17"', "never closed"],
  ["unclosed-bracket", '{"Statement":\n§[', "never closed"],
  ["mismatched-bracket", '{"Statement":[§}', 'expected "]"'],
  ["text-after-document", `${good}\n§{}`, "one object"],
  ["nested-too-deep", `${"[".repeat(33)}§${"[".repeat(7)}${"]".repeat(40)}`, "32 deep"],
];

const documents: readonly Row[] = [
  ["document-too-long", `§${" ".repeat(1_000_001)}`, "1000000"],
  ["document-not-object", "§[]", "a list"],
  ["document-not-object", '§"FullAWSAccess"', '"FullAWSAccess"'],
  ["duplicate-element", denying(`${rest},§"Effect":"Deny"`), "a second Effect"],
  ["unknown-element", denying(`${rest},§"Comment":"why"`), "NotResource"],
  ["unknown-element", denying(`${rest},§"Conditions":{}`), "did you mean Condition?"],
  ["unknown-element", `${good.slice(0, -1)},§"Name":"x"}`, "Version, Id, Statement"],
  ["element-case", denying('§"action":"s3:*","Resource":"*"'), "must be written Action"],
  ["element-case", denying(`${rest},§"EFFECT":"Allow"`), "Effect is there already"],
  ["version-missing", `§{"Statement":{"Effect":"Deny",${rest}}}`, "2012-10-17"],
  ["version-unknown", good.replace('"2012-10-17"', '§"2012-10-7"'), "did you mean 2012-10-17?"],
  ["version-too-old", good.replace('"2012-10-17"', '§"2008-10-17"'), "2012-10-17"],
  ["version-type", good.replace('"2012-10-17"', "§20121017"), "the number 20121017"],
  ["id-type", good.replace("{", '{"Id":§1,'), "must be a string"],
  ["statement-missing", '§{"Version":"2012-10-17"}', "no Statement"],
  ["statement-empty", `${head}§[]}`, "empty list"],
  ["statement-type", `${head}§"Deny"}`, "a statement or a list"],
  ["statement-not-object", `${head}[§"Deny"]}`, "must be an object"],
  ["statement-not-object", `${head}[§[]]}`, "a list"],
  ["sid-type", denying(`${rest},"Sid":§7`), "must be a string"],
  ["sid-characters", denying(`${rest},"Sid":§"no root"`), "letters and digits"],
  ["sid-duplicate", `${head}[{"Sid":"A","Effect":"Deny",${rest}},\n{"Sid":§"A","Effect":"Deny",${rest}}]}`, "Sid A"],
  ["effect-missing", `${head}§{${rest}}}`, "Allow or Deny"],
  ["effect-type", having(`"Effect":§true,${rest}`), '"Allow" or "Deny"'],
  ["effect-unknown", having(`"Effect":§"Denyy",${rest}`), "did you mean Deny?"],
  ["effect-case", having(`"Effect":§"DENY",${rest}`), "must be written Deny"],
  ["principal-not-allowed", denying(`${rest},§"Principal":"*"`), "aws:PrincipalArn"],
  ["not-principal-not-allowed", denying(`${rest},§"NotPrincipal":"*"`), "aws:PrincipalArn"],
];

const actions: readonly Row[] = [
  ["action-missing", `${head}§{"Effect":"Deny","Resource":"*"}}`, "neither Action nor NotAction"],
  ["action-and-not-action", denying(`${rest},§"NotAction":"iam:*"`), "one of them"],
  ["action-type", action("§null"), "a string or a list of strings"],
  ["action-type", action("§{}"), "an object"],
  ["action-empty", action("§[]"), "at least one"],
  ["action-item-type", action('["s3:*",§["ec2:*"]]'), "strings only"],
  ["action-item-type", action('["s3:*",§7]'), "strings only"],
  ["action-empty-string", action('§""'), "empty string"],
  ["action-without-vendor", action('§"GetObject"'), "names no service"],
  ["action-vendor-empty", action('§":GetObject"'), "before the colon"],
  ["action-vendor-wildcard", action('§"s*:GetObject"'), "wildcards may stand in the action's name"],
  ["action-vendor-wildcard", action('§"*:Get*"'), "wildcards may stand in the action's name"],
  ["action-vendor-characters", action('§"s_3:GetObject"'), 'letters, digits, "-" and "."'],
  ["action-colons", action('§"s3:Get:Object"'), "more than one colon"],
  ["action-name-empty", action('§"s3:"'), '"s3:*"'],
  ["action-name-characters", action('§"s3:Get Object"'), '"*" and "?" only'],
];

const resources: readonly Row[] = [
  ["resource-missing", `${head}§{"Effect":"Deny","Action":"s3:*"}}`, "neither Resource nor NotResource"],
  ["resource-and-not-resource", denying(`${rest},§"NotResource":"*"`), "one of them"],
  ["resource-type", resource("§7"), "a string or a list of strings"],
  ["resource-empty", resource("§[]"), "at least one"],
  ["resource-item-type", resource("[§true]"), "strings only"],
  ["resource-empty-string", resource('§""'), "empty string"],
  ["resource-not-arn", resource('§"my-bucket"'), "neither an ARN"],
  ["resource-arn-parts", resource('§"arn:aws"'), "ends before its service"],
  ["resource-arn-parts", resource('§"arn:*"'), "ends before its service"],
  ["resource-partition", resource('§"arn:aws-ch:s3:::b"'), "did you mean aws-cn?"],
  ["resource-service-empty", resource('§"arn:aws::eu-central-1:111122223333:x"'), "names no service"],
  ["variable-unclosed", resource('§"arn:aws:s3:::b/${aws:username"'), 'without "}"'],
  ["variable-empty", resource('§"arn:aws:s3:::b/${}"'), "names no key"],
  ["variable-empty", resource('§"arn:aws:s3:::b/${ }"'), "names no key"],
  ["variable-malformed", resource('§"arn:aws:s3:::b/${aws:username,anybody}"'), "${key, 'default'}"],
];

const conditions: readonly Row[] = [
  ["variable-malformed", comparing("StringEquals", '§"${a{b}}"'), "malformed policy variable"],
  ["condition-type", when('§"x"'), "an object of operators"],
  ["condition-type", when("§[]"), "a list"],
  ["duplicate-element", when('{"Bool":{"aws:x":"true"},§"Bool":{"aws:y":"true"}}'), "a second Bool"],
  ["operator-unknown", when('{§"StringEqual":{"aws:x":"y"}}'), "did you mean StringEquals?"],
  ["operator-unknown", when('{§"Between":{"aws:x":"y"}}'), "there are StringEquals, "],
  ["operator-case", when('{§"stringequals":{"aws:x":"y"}}'), "must be written StringEquals"],
  ["operator-type", when('{"Bool":§"true"}'), "an object of condition keys"],
  ["qualifier-unknown", when('{§"ForAll:StringLike":{"aws:x":"y"}}'), "ForAllValues and ForAnyValue"],
  ["null-if-exists", when('{§"NullIfExists":{"aws:x":"true"}}'), "has no IfExists"],
  ["condition-key-empty", when('{"Bool":{§"":"true"}}'), "aws:PrincipalArn"],
  ["condition-key-vendor", when('{"Bool":{§"SecureTransport":"true"}}'), '"aws:"'],
  ["condition-key-duplicate", when('{"Bool":{"aws:x":"true",§"AWS:X":"false"}}'), "one list"],
  ["condition-value-type", comparing("StringEquals", "§null"), "null"],
  ["condition-value-type", comparing("StringEquals", "§{}"), "an object"],
  ["condition-item-type", comparing("StringEquals", '["a",§["b"]]'), "a list"],
  ["number-malformed", comparing("NumericLessThan", '§"ten"'), "NumericLessThan"],
  ["number-malformed", comparing("NumericLessThan", '§"1,000"'), "2.5"],
  ["date-malformed", comparing("DateLessThan", '§"2026-02-30"'), "epoch seconds"],
  ["date-malformed", comparing("DateLessThan", '§"tomorrow"'), "epoch seconds"],
  ["address-malformed", comparing("IpAddress", '§"10.0.0.0/33"'), "CIDR"],
  ["address-malformed", comparing("NotIpAddress", '§"10.0.0"'), "CIDR"],
  ["bool-malformed", comparing("Bool", '§"yes"'), "true or false"],
  ["null-malformed", comparing("Null", '§"present"'), "the key is absent"],
  ["binary-malformed", comparing("BinaryEquals", '§"a-b"'), "base64"],
  ["arn-malformed", comparing("ArnLike", '§"role/admin"'), "an ARN of six parts"],
];

const ofResourceControlPolicies: readonly Row[] = [
  ["version-missing", `§{"Statement":{"Effect":"Deny","Principal":"*",${rest}}}`, "2012-10-17"],
  ["effect-not-deny", having(`"Effect":§"Allow","Principal":"*",${rest}`), "only Deny"],
  ["not-principal-not-allowed", denying(`${rest},§"NotPrincipal":"*"`), "a resource control"],
  ["principal-missing", `${head}§{"Effect":"Deny",${rest}}}`, '"Principal": "*"'],
  ["principal-not-everyone", denying(`"Principal":§{"AWS":"1"},${rest}`), 'must be "*"'],
  ["not-action-not-allowed", everybody('§"NotAction":"s3:*","Resource":"*"'), "no NotAction"],
  ["action-every-service", everybody('"Action":§"*","Resource":"*"'), '"s3:*"'],
  ["action-every-service", everybody('"Action":§"*:*","Resource":"*"'), '"s3:*"'],
  ["action-vendor-wildcard", everybody('"Action":§"*:Get*","Resource":"*"'), "wildcard"],
  ["action-vendor-unsupported", everybody('"Action":§"ec2:*","Resource":"*"'), "ec2 does not support"],
];

const ofIdentityPolicies: readonly Row[] = [
  ["document-too-long", `§${" ".repeat(131_073)}`, "131072"],
  ["document-not-object", "§null", "null"],
  ["version-unknown", good.replace('"2012-10-17"', '§"2024-01-01"'), '"2008-10-17"'],
  ["principal-not-allowed", denying(`${rest},§"Principal":"*"`), "an identity policy"],
];

function rows(policy: PolicyKind, all: readonly Row[]): readonly Malformed[] {
  return all.map(([kind, text, says]) => ({ kind, text, says, policy }));
}

export const malformed: readonly Malformed[] = [
  ...rows("service-control-policy", [...notJson, ...documents, ...actions, ...resources, ...conditions]),
  ...rows("resource-control-policy", ofResourceControlPolicies),
  ...rows("identity-policy", ofIdentityPolicies),
];
