import { plainText } from "../match/template";
import { positiveAndNegated } from "./comparison";

/** Case-sensitive; `*` and `?` are plain characters. */
export const [stringEquals, stringNotEquals] = positiveAndNegated({
  variables: true,
  matcher: (value) => {
    const wanted = plainText(value);
    return (actual) => actual === wanted;
  },
});
