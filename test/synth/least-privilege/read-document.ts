/** One statement, as JSON or `aws_iam_policy_document` has it, brought to one form. */
export interface Statement {
  readonly name: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `*` for everybody, `AWS:…`, `Service:…` or `Federated:…`. */
  readonly principals: readonly string[];
  /** NotAction, NotResource or NotPrincipal, where the statement has one. */
  readonly negated: readonly string[];
  /** The keys its conditions hold to some values; lower case. */
  readonly boundKeys: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const texts = (value: unknown): readonly string[] => list(value).map(String);
const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** Whether a value of a resource's attributes is meant as a policy document. */
export function looksLikeDocument(value: string): boolean {
  return /\bStatement\b/.test(value) || /^\$\{data\.aws_iam_policy_document\./.test(value);
}

/**
 * The statements of a document: JSON with tokens inside its strings, `${jsonencode(…)}` or a reference to a data block of the same stack.
 * @param data the stack's `data.aws_iam_policy_document` blocks
 * @returns undefined when it cannot be read
 */
export function readDocument(value: string, data: Json): readonly Statement[] | undefined {
  const reference = /^\$\{data\.aws_iam_policy_document\.([\w-]+)\.json\}$/.exec(value);
  if (reference?.[1] !== undefined) return fromDataBlock(data[reference[1]]);
  const encoded = /^\$\{jsonencode\(([^]*)\)\}$/.exec(value);
  const document = parsed(encoded?.[1] === undefined ? value : jsonOfHcl(encoded[1]));
  const statements = list(document["Statement"]);
  return statements.length === 0 ? undefined : statements.map((each, index) => fromJson(object(each), index));
}

function parsed(text: string): Json {
  try {
    return object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** CDKTF writes objects in expressions with `=`, and references without quotes. */
function jsonOfHcl(expression: string): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"|=|[\w.-]+(?:\[[^\]]*\])*(?:\.[\w.-]+)*/g, (token) => {
    if (token === "=") return ":";
    return token.startsWith('"') || /^(?:true|false|null|-?[\d.]+)$/.test(token)
      ? token
      : JSON.stringify(`\${${token}}`);
  });
}

function fromJson(statement: Json, index: number): Statement {
  const principal = statement["Principal"];
  const kinds = typeof principal === "string" ? [] : Object.entries(object(principal));
  const tests = Object.entries(object(statement["Condition"])).flatMap(([operator, keys]) =>
    Object.entries(object(keys)).map(([key, values]) => ({ operator, key, values: texts(values) })),
  );
  return {
    name: String(statement["Sid"] ?? index),
    effect: String(statement["Effect"]),
    actions: texts(statement["Action"]),
    resources: texts(statement["Resource"]),
    principals: [
      ...(typeof principal === "string" ? [principal] : []),
      ...kinds.flatMap(([kind, values]) => texts(values).map((value) => nameOf(kind, value))),
    ],
    negated: ["NotAction", "NotResource", "NotPrincipal"].filter((key) => key in statement),
    boundKeys: boundKeys(tests),
  };
}

function fromDataBlock(block: unknown): readonly Statement[] | undefined {
  // Documents taken over from elsewhere would have to be followed; nobody needs it yet.
  const unread = ["source_policy_documents", "override_policy_documents", "dynamic"].some(
    (key) => key in object(block),
  );
  const statements = list(object(block)["statement"]);
  if (unread || statements.length === 0) return undefined;
  return statements.map(object).map((statement, index) => ({
    name: String(statement["sid"] ?? index),
    effect: String(statement["effect"] ?? "Allow"),
    actions: texts(statement["actions"]),
    resources: texts(statement["resources"]),
    principals: list(statement["principals"])
      .map(object)
      .flatMap(({ type, identifiers }) => texts(identifiers).map((value) => nameOf(String(type), value))),
    negated: ["not_actions", "not_resources", "not_principals"].filter((key) => key in statement),
    boundKeys: boundKeys(
      list(statement["condition"])
        .map(object)
        .map(({ test, variable, values }) => ({
          operator: String(test),
          key: String(variable),
          values: texts(values),
        })),
    ),
  }));
}

function nameOf(kind: string, value: string): string {
  return (kind === "AWS" || kind === "*") && value === "*" ? "*" : `${kind}:${value}`;
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** `…IfExists`, `ForAllValues` and negated operators hold for a request that has no such key, and `*` for any: they bind nobody. */
function boundKeys(tests: readonly Test[]): readonly string[] {
  return tests
    .filter(({ operator, values }) => !/IfExists$|^ForAllValues:|Not|^Null$/.test(operator) && !values.includes("*"))
    .map(({ key }) => key.toLowerCase());
}
