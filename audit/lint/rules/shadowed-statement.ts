import type { AttachedPolicy } from "../../../engine/bounds";
import type { Statement } from "../../../engine/policy/policy";
import { any, statementApplies } from "../../../engine/symbolic/build";
import { applies, classesOf, domainOf, isEmpty, isWithin } from "../questions";
import type { Noticed, Rule } from "../rule";
import { type LintPath, type LintPolicy, pathsOf, type StatementOf, statementsOf } from "../subject";

/**
 * A Deny statement all of whose requests other statements deny, on every path: it takes room and changes nothing. Of two that say the same the
 * later one is named.
 */
export const shadowedStatement: Rule = {
  name: "shadowed-statement",
  severity: "note",
  look: (subject) => {
    const shadowed = new Set<Statement>();
    const noticed: Noticed[] = [];
    for (const of of [...statementsOf(subject)].reverse().filter(({ statement }) => statement.effect === "Deny")) {
      const others = othersOnEveryPath(of, shadowed);
      if (others === undefined) continue;
      shadowed.add(of.statement);
      noticed.unshift({
        policy: of.policy,
        statement: of.statement,
        message: `everything the statement denies is denied by others: ${[...others].join(", ")}`,
        remedy: "Take the statement out, unless the others are about to go.",
      });
    }
    return noticed;
  },
};

/** Names of guardrails whose other statements deny all that the statement denies; undefined: on some path they do not. */
function othersOnEveryPath(of: StatementOf, shadowed: ReadonlySet<Statement>): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const paths = pathsOf(of);
  let denies = false;
  for (const path of paths) {
    for (const each of classesOf(of.subject, of.statement)) {
      const { name } = each.representative;
      const own = applies(of.policy, of.statement, each);
      const domain = domainOf(of.policy, each, path.domainAccount);
      if (isEmpty(own, domain)) continue;
      denies = true;
      const others = denials(path, of, shadowed)
        .map(({ id, policy, statement }) => ({ id, formula: statementApplies(statement, policy.version, name) }))
        .filter(({ formula }) => formula.is !== "false");
      const covers = (some: typeof others): boolean =>
        some.length > 0 && isWithin(own, any(some.map(({ formula }) => formula)), domain);
      if (!covers(others)) return undefined;
      for (const { id } of needed(others, covers)) names.add(id);
    }
  }
  return denies ? names : undefined;
}

/** Without those that are not needed. */
function needed<T>(others: readonly T[], covers: (some: T[]) => boolean): readonly T[] {
  return others.reduce<readonly T[]>((left, other) => {
    const without = left.filter((each) => each !== other);
    return covers(without) ? without : left;
  }, others);
}

type Denial = AttachedPolicy & { readonly statement: Statement };

function denials(path: LintPath, of: StatementOf, shadowed: ReadonlySet<Statement>): readonly Denial[] {
  return layerOf(path, of.policy).flatMap(({ policies }) =>
    policies.flatMap((attached) =>
      attached.policy.statements
        .filter((statement) => statement.effect === "Deny" && statement !== of.statement && !shadowed.has(statement))
        .map((statement) => ({ ...attached, statement })),
    ),
  );
}

function layerOf({ bounds }: LintPath, { type }: LintPolicy): LintPath["bounds"]["scp"] {
  return type === "RESOURCE_CONTROL_POLICY" ? bounds.rcp : bounds.scp;
}
