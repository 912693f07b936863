/** `orders-prod` → `OrdersProd`: as an identifier, of which a Sid has letters and digits only. */
export function inCapitals(name: string): string {
  return name.replace(/(^|[-_])(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase());
}
