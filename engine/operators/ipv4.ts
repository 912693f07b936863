const dot = ".".charCodeAt(0);
const zero = "0".charCodeAt(0);

/** @returns the address as a whole number, or undefined when the text is not four numbers up to 255 without leading zeros */
export function readIpv4(text: string): number | undefined {
  let value = 0;
  let byte = -1;
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === dot) {
      if (byte < 0) return undefined;
      value = value * 256 + byte;
      byte = -1;
      dots++;
    } else {
      const digit = unit - zero;
      if (digit < 0 || digit > 9 || byte === 0) return undefined;
      byte = byte < 0 ? digit : byte * 10 + digit;
      if (byte > 255) return undefined;
    }
  }
  return dots === 3 && byte >= 0 ? value * 256 + byte : undefined;
}
