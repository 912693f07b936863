import type { Finding } from "../finding";
import type { Noticed, Rule } from "./rule";
import { allowWithoutEffect } from "./rules/allow-without-effect";
import { anyValueIfExists } from "./rules/any-value-if-exists";
import { deadStatement } from "./rules/dead-statement";
import { exemptionForNobody } from "./rules/exemption-for-nobody";
import { exemptionToTake } from "./rules/exemption-to-take";
import { foreignAccount } from "./rules/foreign-account";
import { keyNotCarried } from "./rules/key-not-carried";
import { multivaluedKeyWithoutSet } from "./rules/multivalued-key-without-set";
import { resourceOfNoAction } from "./rules/resource-of-no-action";
import { setOperatorOnSingleValue } from "./rules/set-operator-on-single-value";
import { shadowedStatement } from "./rules/shadowed-statement";
import { unknownAction } from "./rules/unknown-action";
import { unknownKey } from "./rules/unknown-key";
import { unknownRegion } from "./rules/unknown-region";
import { unknownService } from "./rules/unknown-service";
import type { LintSubject } from "./subject";

/** What is looked for; see each rule's file. */
export const rules: readonly Rule[] = [
  unknownService,
  unknownAction,
  unknownKey,
  keyNotCarried,
  setOperatorOnSingleValue,
  multivaluedKeyWithoutSet,
  anyValueIfExists,
  resourceOfNoAction,
  unknownRegion,
  foreignAccount,
  deadStatement,
  shadowedStatement,
  allowWithoutEffect,
  exemptionForNobody,
  exemptionToTake,
];

/** What the rules find in a zone's policies, rule by rule. */
export function lint(subject: LintSubject): readonly Finding[] {
  return rules.flatMap((rule) => rule.look(subject).map((noticed) => findingOf(rule, noticed, subject)));
}

function findingOf({ name, severity }: Rule, noticed: Noticed, { fileOf }: LintSubject): Finding {
  const { policy, statement, message, remedy, account, request } = noticed;
  const place = noticed.place ?? statement.place;
  return {
    rule: name,
    severity,
    message,
    remedy,
    where: {
      guardrail: policy.name,
      sid: statement.sid ?? `statement ${statement.index + 1}`,
      account,
      ...(policy.isOwn ? { file: fileOf?.(policy.name), line: place.line, column: place.column } : {}),
    },
    ...(request === undefined ? {} : { request }),
  };
}
