export interface Signup {
  readonly signupId: string;
  readonly name: string;
  /** How often they were greeted. */
  readonly greetings?: number;
}

/** What is told of a signup. One has one such event, whoever stores it how often. */
export interface SignedUp {
  readonly id: string;
  readonly signupId: string;
}

export const signedUp = (signupId: string): SignedUp => ({ id: `signed-up-${signupId}`, signupId });
