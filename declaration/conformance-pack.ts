/** A managed rule as it stands in a pack. */
interface PackRule {
  readonly identifier: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * The template of a conformance pack, in CloudFormation's form: AWS Config Developer Guide, "Creating templates for custom conformance packs".
 * Logical ids are letters and digits.
 */
export function packTemplate(rules: Readonly<Record<string, PackRule>>): string {
  const resources = inOrder(rules).map(([name, { identifier, parameters = {} }]) => [
    logicalId(name),
    {
      Type: "AWS::Config::ConfigRule",
      Properties: {
        ConfigRuleName: name,
        ...(Object.keys(parameters).length > 0 ? { InputParameters: Object.fromEntries(inOrder(parameters)) } : {}),
        Source: { Owner: "AWS", SourceIdentifier: identifier },
      },
    },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

export function packTemplateBytes(rules: Readonly<Record<string, PackRule>>): number {
  return Buffer.byteLength(packTemplate(rules));
}

/** Names differ in more than hyphens only if their ids do: `a-b` and `ab` are told apart by the capital. */
function logicalId(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}

/** Templates are compared as text. */
function inOrder<Value>(record: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
