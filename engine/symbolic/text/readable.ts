import { wildcard } from "../../match/glob";
import type { TextPattern } from "./text-pattern";

/** What stands in for a `*`, told by the part of an ARN it is: partition, service, region, account. AWS's documentation uses such an account id. */
const byComponent: readonly (string | undefined)[] = [undefined, "aws", undefined, "us-east-1", "111122223333"];

const account = "111122223333";

/**
 * Texts that match a pattern and look like what AWS has, as far as a pattern tells: candidates that the automaton's shortest texts are replaced by
 * where they are of the same region.
 */
export function readableTexts({ tokens }: TextPattern): readonly string[] {
  return [filled(tokens, "example"), filled(tokens, "")];
}

function filled(tokens: readonly number[], star: string): string {
  const isArn = String.fromCharCode(...tokens.slice(0, 4).filter((token) => token >= 0)) === "arn:";
  let text = "";
  tokens.forEach((token, index) => {
    if (token >= 0) text += String.fromCharCode(token);
    else if (token === wildcard.one || token === wildcard.oneInSegment) text += digitOfRun(tokens, index);
    else {
      const component = text.split(":").length - 1;
      const isWhole = text.endsWith(":") || text === "";
      text += (isArn && isWhole ? byComponent[component] : undefined) ?? star;
    }
  });
  return text;
}

/** Twelve `?` in a row are an account id. */
function digitOfRun(tokens: readonly number[], index: number): string {
  let start = index;
  while (tokens[start - 1] === tokens[index]) start--;
  return account[(index - start) % account.length] ?? "x";
}
