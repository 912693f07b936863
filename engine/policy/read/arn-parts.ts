/** `arn:partition:service:region:account:resource`. */
export const arnLength = 6;

/** The parts of an ARN as policies write it; the colons of policy variables part nothing. */
export function arnParts(text: string): readonly string[] {
  return text.replaceAll(/\$\{[^}]*\}/g, "$").split(":");
}
