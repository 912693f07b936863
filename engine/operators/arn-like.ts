import { arnMatcher } from "../match/arn";
import { globOf } from "../match/glob";
import { positiveAndNegated } from "./comparison";

/** ArnEquals and ArnLike behave identically, so do their negations; each takes wildcards within the components of the ARN. */
export const [arnLike, arnNotLike] = positiveAndNegated({
  variables: true,
  matcher: (value) => arnMatcher(globOf(value)),
});
