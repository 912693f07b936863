import { plainText } from "../match/template";
import { type Comparison, matchesNothing } from "./comparison";

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An integer or decimal; @returns undefined when the text is none */
export function readNumber(text: string): number | undefined {
  return decimal.test(text) ? Number(text) : undefined;
}

function numeric(negated: boolean, compare: (actual: number, wanted: number) => boolean): Comparison {
  return {
    negated,
    variables: false,
    matcher: (value) => {
      const wanted = readNumber(plainText(value));
      if (wanted === undefined) return matchesNothing;
      return (text) => {
        const actual = readNumber(text);
        return actual !== undefined && compare(actual, wanted);
      };
    },
  };
}

export const numericEquals = numeric(false, (actual, wanted) => actual === wanted);
export const numericNotEquals = numeric(true, (actual, wanted) => actual === wanted);
export const numericLessThan = numeric(false, (actual, wanted) => actual < wanted);
export const numericLessThanEquals = numeric(false, (actual, wanted) => actual <= wanted);
export const numericGreaterThan = numeric(false, (actual, wanted) => actual > wanted);
export const numericGreaterThanEquals = numeric(false, (actual, wanted) => actual >= wanted);
