/** What to do about each reason why AWS did not create an account (Organizations API Reference, CreateAccountStatus, FailureReason). */
const remedies: Readonly<Record<string, string>> = {
  ACCOUNT_LIMIT_EXCEEDED:
    "Ask for more accounts (Service Quotas, AWS Organizations, us-east-1), then `landfall deploy org`.",
  CONCURRENT_ACCOUNT_MODIFICATION: "`landfall deploy org` asks again.",
  EMAIL_ALREADY_EXISTS:
    "Another AWS account has this email, and keeps it after closing: give the account's file another `email`, then `landfall deploy org`.",
  FAILED_BUSINESS_VALIDATION: "AWS checks the organization's business licence: ask AWS Support.",
  INVALID_ADDRESS: "Put the postal address of the management account right, then `landfall deploy org`.",
  INVALID_EMAIL: "Give the account's file an `email` that can receive mail, then `landfall deploy org`.",
  INVALID_PAYMENT_INSTRUMENT: "Put the management account's payment method right, then `landfall deploy org`.",
  MISSING_BUSINESS_VALIDATION: "AWS checks the organization's business licence: ask AWS Support.",
  MISSING_PAYMENT_INSTRUMENT: "Give the management account a payment method, then `landfall deploy org`.",
  PENDING_BUSINESS_VALIDATION: "AWS is checking the organization's business licence: wait, or ask AWS Support.",
  UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED: "Ask AWS Support.",
};

export function failureRemedy(reason: string): string {
  return remedies[reason] ?? "`landfall deploy org` asks again; if that fails too, ask AWS Support.";
}
