/** What a caller brings to AssumeRole or AssumeRoleWithWebIdentity. */
export interface TrustRequest {
  readonly action: "sts:AssumeRole" | "sts:AssumeRoleWithWebIdentity";
  /** ARNs and account ids the caller answers to; of a web identity: its provider's host. */
  readonly principals: readonly string[];
  /** Condition keys in lower case. */
  readonly context: Readonly<Record<string, string>>;
}

interface Statement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * Whether a role's trust policy lets the request in. Operators: (String|Arn)(Equals|Like) and their negations; a
 * condition it cannot decide refuses. Rules: IAM User Guide, "Policy evaluation logic" (an explicit deny wins).
 */
export function trusts(document: string, request: TrustRequest): boolean {
  const policy: { Statement: Statement | readonly Statement[] } = JSON.parse(document);
  const matching = list(policy.Statement).filter((statement) => applies(statement, request));
  return matching.some(({ Effect }) => Effect === "Allow") && !matching.some(({ Effect }) => Effect === "Deny");
}

function applies(statement: Statement, request: TrustRequest): boolean {
  const actions = list(statement.Action ?? []);
  if (!actions.some((action) => like(action.toLowerCase(), request.action.toLowerCase()))) return false;
  return principalMatches(statement, request) && conditionsHold(statement, request);
}

function principalMatches({ Principal }: Statement, { action, principals }: TrustRequest): boolean {
  if (Principal === undefined) return false;
  if (Principal === "*") return true;
  const named = list(Principal[action === "sts:AssumeRole" ? "AWS" : "Federated"] ?? []);
  return named.some((name) => name === "*" || principals.includes(name));
}

function conditionsHold({ Condition = {} }: Statement, { context }: TrustRequest): boolean {
  return Object.entries(Condition).every(([operator, keys]) => {
    const [, not, comparison] = /^(?:String|Arn)(Not)?(Equals|Like)(?:IfExists)?$/.exec(operator) ?? [];
    if (comparison === undefined) return false;
    const isLike = comparison === "Like" || operator.startsWith("Arn");
    return Object.entries(keys).every(([key, values]) => {
      const actual = context[key.toLowerCase()];
      if (actual === undefined) return operator.endsWith("IfExists") || not !== undefined;
      const found = list(values).some((value) => (isLike ? like(value, actual) : value === actual));
      return found !== (not !== undefined);
    });
  });
}

function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

function list<T>(value: T | readonly T[]): readonly T[] {
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
