import { malformedVariable } from "../../match/template";
import type { Reading } from "./reading";

/** Reports policy variables that AWS cannot read ("IAM policy elements: Variables and tags"). */
export function checkVariables({ report, version }: Reading, text: string, at: number): void {
  const fault = version === "2012-10-17" ? malformedVariable(text) : undefined;
  switch (fault) {
    case undefined:
      return;
    case "unclosed":
      return report("variable-unclosed", at, `"\${" without "}" in ${JSON.stringify(text)}; write \${$}{ for the text`);
    case "empty":
      return report("variable-empty", at, `"\${}" names no key; write such as \${aws:PrincipalAccount}`);
    case "malformed":
      return report(
        "variable-malformed",
        at,
        `${JSON.stringify(text)} has a malformed policy variable; allowed are \${key}, \${key, 'default'}, \${*}, \${?} and \${$}`,
      );
  }
}
