/** A guardrail that AWS would refuse: a mistake of the zone's author, not a bug. The message names the way out. */
export class GuardrailError extends Error {
  constructor(
    readonly guardrail: string,
    problem: string,
  ) {
    super(`guardrail ${guardrail}: ${problem}`);
    this.name = "GuardrailError";
  }
}
