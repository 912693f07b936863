/** SGR parameters (ECMA-48, 8.3.117): on and off. */
const codes = { red: [31, 39], green: [32, 39], yellow: [33, 39], dim: [2, 22], bold: [1, 22] } as const;

export type Colour = keyof typeof codes;

/** Colours text on a terminal, unless NO_COLOR is set (no-color.org). */
export function paint(colour: Colour, text: string, stream: NodeJS.WriteStream = process.stderr): string {
  const [on, off] = codes[colour];
  return stream.isTTY && !process.env["NO_COLOR"] ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}
