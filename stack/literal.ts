/** Terraform takes `${` and `%{` of a string for its own (Terraform language, "Strings and Templates"); policy variables begin so too. */
export function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}
