import { plainText } from "../match/template";
import { type Comparison, matchesNothing } from "./comparison";

/** Both sides are base64; the bytes are compared. */
export const binaryEquals: Comparison = {
  negated: false,
  variables: false,
  matcher: (value) => {
    const wanted = readBinary(plainText(value));
    return wanted === undefined ? matchesNothing : (actual) => readBinary(actual)?.equals(wanted) === true;
  },
};

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @returns undefined when the text is not base64 with its padding */
export function readBinary(text: string): Buffer | undefined {
  return base64.test(text) ? Buffer.from(text, "base64") : undefined;
}
