import type { CaseLevel, Context, Document, Statement, Verdict } from "../case";

/** Policies of an AWS page with the requests whose outcome the page tells. */
export interface Example {
  /** Name of the page, and of its section where it has many. */
  readonly page: string;
  readonly path: readonly CaseLevel[];
  readonly rows: readonly Row[];
}

/** What the page says of one request. */
export interface Row {
  readonly says: string;
  readonly action: string;
  readonly resource: string;
  readonly principal?: string;
  readonly context: Context;
  readonly verdict: Verdict;
}

/** The managed policy FullAWSAccess ("SCP evaluation", Strategy for using SCPs). */
export const fullAccess: Document = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

/** A document of the current language. */
export function document(...statements: readonly Statement[]): Document {
  return { Version: "2012-10-17", Statement: statements };
}

/** A path of one level. */
export function oneLevel(...policies: readonly Document[]): readonly CaseLevel[] {
  return [{ id: "root", policies }];
}

/** Rows of one action and resource, as tables of condition keys show them: `[what the row says, context, matches]`. */
export function matching(
  call: Pick<Row, "action" | "resource">,
  effect: "Allow" | "Deny",
  rows: readonly (readonly [says: string, context: Context, matches: boolean])[],
): readonly Row[] {
  const [match, otherwise] = effect === "Allow" ? (["allowed", "implicit-deny"] as const) : denied;
  return rows.map(([says, context, matches]) => ({ ...call, says, context, verdict: matches ? match : otherwise }));
}

const denied = ["explicit-deny", "allowed"] as const;
