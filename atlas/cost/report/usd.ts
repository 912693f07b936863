/** US dollars as people read them; what is less than a cent is no zero. */
export function usdText(usd: number): string {
  if (usd !== 0 && Math.abs(usd) < 0.005) return usd < 0 ? ">-0.01" : "<0.01";
  return grouped(usd.toFixed(2));
}

/** A difference: always with its sign. */
export function changeText(usd: number): string {
  return usd > 0 ? `+${usdText(usd)}` : usdText(usd);
}

/** The price of one unit, with every digit it has. */
export function unitText(usd: number): string {
  const text = usd.toFixed(10).replace(/0+$/, "");
  const [whole = "0", cents = ""] = text.split(".");
  return `${grouped(whole)}.${cents.padEnd(2, "0")}`;
}

function grouped(text: string): string {
  const [whole = "", cents] = text.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return cents === undefined ? thousands : `${thousands}.${cents}`;
}
