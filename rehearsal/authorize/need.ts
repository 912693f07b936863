/** One permission that AWS asks a call for: an action on a resource. A call may need several. */
export interface Need {
  /** `service:Operation` as IAM names it. */
  readonly action: string;
  /** ARN, with `*` for an id that AWS has not chosen yet; `*` for an action without a resource; undefined: cannot be derived. */
  readonly resource: string | undefined;
}
