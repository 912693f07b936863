import { plainText } from "../match/template";
import { positiveAndNegated } from "./comparison";

export const [stringEqualsIgnoreCase, stringNotEqualsIgnoreCase] = positiveAndNegated({
  variables: true,
  matcher: (value) => {
    const wanted = plainText(value).toLowerCase();
    return (actual) => actual.toLowerCase() === wanted;
  },
});
