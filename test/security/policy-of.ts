import type { BuiltStack } from "../fixtures/built-stack";

export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The statements of a resource's `policy`, by Sid. */
export function policyOf(stack: BuiltStack, address: string): Readonly<Record<string, Statement>> {
  const document: { Statement: readonly Statement[] } = JSON.parse(String(stack.at(address)["policy"]));
  return Object.fromEntries(document.Statement.map((statement) => [statement.Sid, statement]));
}
