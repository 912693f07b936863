/** The 32 or 128 binary digits of an address, undefined for a text that is none. */
function digits(address: string): string | undefined {
  return address.includes(":") ? digitsOfSix(address) : digitsOfFour(address);
}

function digitsOfFour(address: string): string | undefined {
  const parts = address.split(".");
  const valid = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return valid ? parts.map((part) => Number(part).toString(2).padStart(8, "0")).join("") : undefined;
}

function digitsOfSix(address: string): string | undefined {
  const [head = "", tail, ...more] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  if (more.length > 0 || zeros < 0) return undefined;
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  if (groups.length !== 8 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => parseInt(group, 16).toString(2).padStart(16, "0")).join("");
}

/**
 * Whether an address lies in a range in CIDR format; a range without a length is one address ("IAM JSON policy elements:
 * Condition operators", IP address condition operators: the page says /32, which is one address of IPv4; for IPv6 the
 * page is silent and one address is taken).
 */
export function within(range: string, address: string): boolean {
  const [network = "", length] = range.split("/");
  const net = digits(network);
  const host = digits(address);
  if (net === undefined || host === undefined || net.length !== host.length) return false;
  const prefix = length === undefined ? net.length : Number(length);
  return net.slice(0, prefix) === host.slice(0, prefix);
}
