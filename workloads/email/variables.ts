/** What the environment says to a function that sends mails. */
export const emailVariables = { from: "LANDFALL_EMAIL_FROM", configurationSet: "LANDFALL_EMAIL_SETTINGS" } as const;
