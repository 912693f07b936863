/** Dates that were read: generated policies and requests hold the same few hundred thousands of times. */
const known = new Map<string, number | undefined>();

/** As `read`, each text once. */
export function milliseconds(text: string): number | undefined {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

/**
 * Milliseconds since 1970 of a date as policies write it: the W3C profile of ISO 8601 or seconds of UNIX time
 * ("IAM JSON policy elements: Condition operators", Date condition operators); undefined for anything else. Four digits
 * alone are a year: the page gives both readings and no precedence. It is also silent on fractions of UNIX time: whole seconds.
 */
function read(text: string): number | undefined {
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.exec(text);
  if (iso !== null) {
    const [, year, month = "1", day = "1", hour = "0", minute = "0", second = "0", fraction = "0", zone = "Z"] = iso;
    const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
    return utc + Number(fraction) * 1000 - offset(zone);
  }
  return /^\d+$/.test(text) ? Number(text) * 1000 : undefined;
}

function offset(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
}
