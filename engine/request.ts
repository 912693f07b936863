/** One call to AWS as a policy sees it. */
export interface Request {
  /** `service:Operation`; compared without regard to case. */
  readonly action: string;
  /** ARN of what is acted on, or `*` for an action without a resource. */
  readonly resource: string;
  /** ARN of who calls: decides whether a service-linked role calls, nothing else. */
  readonly principal?: string | undefined;
  /** Context keys that are present, `aws:PrincipalArn` and the like among them; names are compared without regard to case. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}
