/** Environment variable that tells a function the name of a table: synth sets it, the runtime reads it. */
export function tableVariable(table: string): string {
  return `${table.replaceAll("-", "_").toUpperCase()}_TABLE`;
}
