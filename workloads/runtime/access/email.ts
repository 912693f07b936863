import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { emailVariables } from "../../email/variables";
import { ses } from "../clients/ses";
import { fromEnvironment } from "../clients/settings";

/** A mail to one recipient, from the service's address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** For those who read HTML. What is put into it has to be escaped. */
  readonly html?: string;
  /** Stand in what SES tells of the mail, as a bounce: letters, digits, `_` and `-`. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface EmailAccess {
  /**
   * Hands a mail to SES, once: there is no attempt after the first, because SES could not tell them apart.
   *
   * @returns the id that SES gave the mail: it took it, which is not to say that it arrived
   */
  send(mail: Mail): Promise<{ readonly messageId: string }>;
}

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });

/** What a handler that sends mails is given. */
export function sending(): EmailAccess {
  const from = fromEnvironment(emailVariables.from);
  const configurationSet = fromEnvironment(emailVariables.configurationSet);
  return {
    send: async ({ to, subject, text, html, tags = {} }) => {
      const { MessageId: messageId = "" } = await ses.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Text: utf8(text), ...(html === undefined ? {} : { Html: utf8(html) }) },
            },
          },
          EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          ConfigurationSetName: configurationSet,
        }),
      );
      return { messageId };
    },
  };
}
