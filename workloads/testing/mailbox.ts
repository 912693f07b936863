import { randomUUID } from "node:crypto";
import type { EmailAccess, Mail } from "../runtime/access/email";

export interface TestMailbox {
  /** What a handler that sends mails is given. */
  readonly email: EmailAccess;
  /** What was sent, in order. */
  readonly mails: readonly Mail[];
  /** Makes the next mail fail: SES took it and the answer was lost, or refused it. @param error what the handler gets */
  failNext(error: Error, options?: { readonly sent: boolean }): void;
}

/** A mailbox in memory for the handlers of a service. */
export function testMailbox(): TestMailbox {
  const mails: Mail[] = [];
  let failing: { readonly error: Error; readonly sent: boolean } | undefined;
  return {
    mails,
    email: {
      send: (mail) => {
        const failure = failing;
        failing = undefined;
        if (failure === undefined || failure.sent) mails.push(mail);
        return failure ? Promise.reject(failure.error) : Promise.resolve({ messageId: randomUUID() });
      },
    },
    failNext: (error, { sent } = { sent: false }) => (failing = { error, sent }),
  };
}
