/** A part of a definition under a name that its type knows: what is made of such parts is checked like what a team writes. */
export function named<const Name extends string, const Value>(
  name: Name,
  value: Value,
): { readonly [Key in Name]: Value } {
  // The compiler gives a computed key the type of any text.
  return { [name]: value } as { readonly [Key in Name]: Value };
}
