import type { ExplainedLevel, ExplainedStatement, Explanation } from "../audit/explain/explain";
import { keyFacts } from "../engine/universe/key-domains";
import { type Colour, paint } from "./paint";
import { table, type TableCell } from "./table";

const shown: Readonly<Record<Explanation["verdict"], { readonly text: string; readonly colour: Colour }>> = {
  allowed: { text: "allowed", colour: "green" },
  "explicit-deny": { text: "denied", colour: "red" },
  "implicit-deny": { text: "not allowed", colour: "red" },
  undecided: { text: "undecided", colour: "yellow" },
};

/** The decision, why, level by level, and what was assumed. */
export function explanationLines(explanation: Explanation): readonly string[] {
  const { levels, unbound } = explanation;
  const assumed = unbound === undefined ? explanation.assumed : [];
  const rows = levels.flatMap((level) => levelRows(level));
  return [
    ...verdictLines(explanation),
    ...(rows.length === 0 ? [] : ["", ...table(["LAYER", "LEVEL", "SAYS", "BECAUSE OF", "DECLARED AT"], rows)]),
    ...(assumed.length === 0 ? [] : ["", "Assumed, unless --context says otherwise:"]),
    ...assumed.map(({ key, value, why }) => `  ${key}=${value}  (${why})`),
  ];
}

function verdictLines({ account, action, resource, verdict, unbound, needs, levels }: Explanation): readonly string[] {
  const { text, colour } = shown[verdict];
  const what = `${action} in ${account}${resource === undefined || resource === "*" ? "" : ` on ${resource}`}`;
  const line = `${paint(colour, text, process.stdout)}: ${what}`;
  if (unbound !== undefined) return [line, `No control policy binds ${unboundWords[unbound]}.`];
  switch (verdict) {
    case "undecided":
      return [line, `It depends on ${needs.join(", ")}.`, hint(needs)];
    case "explicit-deny":
      return [line, ...decisive(levels).map(({ level, statement }) => `by ${named(statement)} at ${level}`)];
    case "implicit-deny":
      return [
        line,
        `Nothing allows it at ${levels
          .filter((each) => each.verdict === verdict)
          .map(({ level }) => level)
          .join(", ")}.`,
      ];
    case "allowed":
      return [line, "No control policy denies it, and every level allows it. Identity policies must allow it too."];
  }
}

const unboundWords = {
  "management account": "the management account",
  "service-linked role": "service-linked roles",
} as const;

function hint(needs: readonly string[]): string {
  const named = needs.map((need) => need.toLowerCase());
  const [key] = needs.filter((need) => !["resource", "aws:principalarn"].includes(need.toLowerCase()));
  const options = [
    ...(named.includes("resource") ? ["--resource ARN"] : []),
    ...(named.includes("aws:principalarn") ? ["--principal ARN"] : []),
    ...(key === undefined ? [] : [`--context ${key}=VALUE`, ...(canBeAbsent(key) ? [`--absent ${key}`] : [])]),
  ];
  return `Say more with ${options.join(" or ")}.`;
}

function canBeAbsent(key: string): boolean {
  const presence = keyFacts(key)?.presence;
  return presence !== "all" && presence !== "signed";
}

function decisive(levels: readonly ExplainedLevel[]): { level: string; statement: ExplainedStatement }[] {
  return levels.flatMap(({ level, statements }) =>
    statements
      .filter(({ effect, inDoubt }) => effect === "Deny" && !inDoubt)
      .map((statement) => ({ level, statement })),
  );
}

function levelRows({ layer, level, verdict, statements }: ExplainedLevel): TableCell[][] {
  const { text, colour } = shown[verdict];
  const rows: readonly (ExplainedStatement | undefined)[] = statements.length === 0 ? [undefined] : statements;
  return rows.map((statement, index) => [
    { text: index === 0 ? layer.toUpperCase() : "", colour: "dim" },
    { text: index === 0 ? level : "" },
    { text: index === 0 ? text : "", colour },
    { text: statement ? reason(statement) : layer === "rcp" ? "no statement denies" : "no statement allows" },
    { text: statement?.place ? placeText(statement.place) : "", colour: "dim" },
  ]);
}

function reason({ policy, statement, effect, inDoubt }: ExplainedStatement): string {
  return `${effect} ${statement} of ${policy}${inDoubt ? ", perhaps" : ""}`;
}

function named({ policy, statement, place }: ExplainedStatement): string {
  return `${statement} of ${policy}${place ? ` (${placeText(place)})` : ""}`;
}

function placeText({ file, line, column }: NonNullable<ExplainedStatement["place"]>): string {
  return `${file}:${line}:${column}`;
}
