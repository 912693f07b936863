import type { Account } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import { type AccountRequest, none } from "./account-request";

interface Compared {
  readonly option: string;
  readonly asked: (request: AccountRequest) => unknown;
  readonly found: (account: Account) => unknown;
}

const compared: readonly Compared[] = [
  { option: "--ou", asked: (r) => r.organizationalUnit, found: (a) => a.organizationalUnit },
  { option: "--owner", asked: (r) => r.owner, found: (a) => a.owner },
  { option: "--display-name", asked: (r) => r.displayName, found: (a) => a.displayName },
  { option: "--email", asked: (r) => r.email, found: (a) => a.email },
  { option: "--budget", asked: (r) => r.budget, found: (a) => a.budget?.monthlyUsd ?? none },
  { option: "--domain", asked: (r) => r.domain, found: (a) => a.network?.domain ?? none },
  { option: "--prefix-length", asked: (r) => r.prefixLength, found: (a) => a.network?.prefixLength ?? none },
  { option: "--shared-vpc", asked: (r) => r.sharedVpc, found: (a) => a.sharedVpc ?? none },
  { option: "--service", asked: (r) => r.service, found: (a) => a.service?.name ?? none },
  { option: "--event-bus", asked: (r) => r.eventBus, found: (a) => a.service?.eventBus ?? none },
  { option: "--access", asked: (r) => r.access && ordered(r.access), found: (a) => ordered(a.access) },
  { option: "--tag", asked: (r) => r.tags && ordered(r.tags), found: (a) => ordered(a.tags) },
  { option: "--contact-name", asked: (r) => r.contact?.name, found: (a) => a.contacts.operations?.name ?? none },
  { option: "--contact-email", asked: (r) => r.contact?.email, found: (a) => a.contacts.operations?.email ?? none },
  { option: "--contact-phone", asked: (r) => r.contact?.phone, found: (a) => a.contacts.operations?.phone ?? none },
  { option: "--contact-title", asked: (r) => r.contact?.title, found: (a) => a.contacts.operations?.title ?? none },
  {
    option: "--repository",
    asked: (r) => r.repository,
    found: (a) => a.service?.repository?.split("/").at(-1) ?? none,
  },
];

/**
 * Checks that an account that is declared already is the one asked for. What was not asked for may be anything.
 * @param file as people find it
 * @throws UserError naming everything that differs
 */
export function checkAgreement(request: AccountRequest, account: Account, file: string): void {
  const differences = compared.flatMap(({ option, asked, found }) => {
    const [wanted, there] = [asked(request), found(account)].map((value) => JSON.stringify(value));
    return wanted === undefined || wanted === there ? [] : [`${option} ${wanted}, but there it is ${there ?? none}`];
  });
  if (differences.length === 0) return;
  throw new UserError(
    `${file} declares another account ${request.name}: ${differences.join("; ")}`,
    "Choose another name, or change the file: `landfall move` and `landfall rename` do some of it.",
  );
}

/** Entries in the order of their keys. */
function ordered(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
