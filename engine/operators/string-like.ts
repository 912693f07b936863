import { globMatcher, globOf } from "../match/glob";
import { positiveAndNegated } from "./comparison";

/** Case-sensitive; `*` matches any text, colons and slashes included, `?` one character. */
export const [stringLike, stringNotLike] = positiveAndNegated({
  variables: true,
  matcher: (value) => globMatcher(globOf(value)),
});
