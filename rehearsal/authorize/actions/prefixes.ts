/**
 * Signing name → prefix of IAM's actions, where the two differ.
 * Source: Service Authorization Reference, "(service prefix: …)" at the head of each service's page.
 */
const prefixes: Readonly<Record<string, string>> = {
  email: "ses",
  monitoring: "cloudwatch",
  "s3-control": "s3",
  tagging: "tag",
};

export function prefixOf(signingName: string): string {
  return prefixes[signingName] ?? signingName;
}
