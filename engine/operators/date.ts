import { plainText } from "../match/template";
import { type Comparison, matchesNothing } from "./comparison";

const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:([Zz])|([+-])(\d\d):?(\d\d))?)?)?)?$/;
const epoch = /^(?!\d{4}$)\d+(?:\.\d+)?$/;

/**
 * Milliseconds since 1970 of a date in one of the W3C's implementations of ISO 8601 (a year, a month, a day, or a time to the minute or finer; no
 * zone is UTC), or of epoch seconds (IAM User Guide, "IAM JSON policy elements: Condition operators", date condition operators). Four digits are a year.
 * @returns undefined when the text is neither, or no such day exists
 */
export function readDate(text: string): number | undefined {
  if (epoch.test(text)) return Number(text) * 1000;
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", fraction = "0"] = match;
  const [, , , , , , , , , sign, zoneHour = "00", zoneMinute = "00"] = match;
  const date = new Date(0);
  // Date.UTC would take the years below 100 for those of the twentieth century.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const at = date.setUTCHours(Number(hour), Number(minute), Number(second));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  if (date.getUTCHours() !== Number(hour) || Number(minute) > 59 || Number(second) > 59) return undefined;
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === "-" ? -60_000 : 60_000);
  return at + Number(`0.${fraction}`) * 1000 - zone;
}

function date(negated: boolean, compare: (actual: number, wanted: number) => boolean): Comparison {
  return {
    negated,
    variables: false,
    matcher: (value) => {
      const wanted = readDate(plainText(value));
      if (wanted === undefined) return matchesNothing;
      return (text) => {
        const actual = readDate(text);
        return actual !== undefined && compare(actual, wanted);
      };
    },
  };
}

export const dateEquals = date(false, (actual, wanted) => actual === wanted);
export const dateNotEquals = date(true, (actual, wanted) => actual === wanted);
export const dateLessThan = date(false, (actual, wanted) => actual < wanted);
export const dateLessThanEquals = date(false, (actual, wanted) => actual <= wanted);
export const dateGreaterThan = date(false, (actual, wanted) => actual > wanted);
export const dateGreaterThanEquals = date(false, (actual, wanted) => actual >= wanted);
