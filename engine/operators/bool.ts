import { plainText } from "../match/template";
import { type Comparison, matchesNothing } from "./comparison";

export const bool: Comparison = {
  negated: false,
  variables: true,
  matcher: (value) => {
    const wanted = readBool(plainText(value));
    return wanted === undefined ? matchesNothing : (actual) => readBool(actual) === wanted;
  },
};

/** `true` or `false`, in any case. */
export function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}
