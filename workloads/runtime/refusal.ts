/** By its name a state machine chooses what to catch, and a saga what not to try again: `throw new Refusal("PaymentRefused", "…")`. */
export class Refusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    // Bundles are minified, so a class of its own would have another name there (Lambda Developer Guide, "Node.js error handling").
    this.name = name;
  }
}
