import type { Account, LandingZone } from "../../declaration/model";
import type { AccountRequest, ContactRequest } from "./account-request";

type Contact = NonNullable<Account["contacts"]["operations"]>;

/**
 * The operations contact of a new account: what was asked for, completed by that of another account of the same owner; without any
 * of these none. `undefined` in a part: it must still be given.
 */
export function contactOf(zone: LandingZone, { owner, contact }: AccountRequest): ContactRequest | undefined {
  const known = zone.accounts.find((account) => account.owner === owner)?.contacts.operations;
  if (!contact && !known) return undefined;
  return {
    name: contact?.name ?? known?.name ?? `The ${owner ?? ""} team`,
    email: contact?.email ?? known?.email,
    phone: contact?.phone ?? known?.phone,
    title: contact?.title ?? known?.title ?? "On call",
  };
}

export function wholeContact(contact: ContactRequest | undefined): Contact | undefined {
  if (contact === undefined) return undefined;
  const { name, email, phone, title } = contact;
  const isWhole = name !== undefined && email !== undefined && phone !== undefined && title !== undefined;
  return isWhole ? { name, email, phone, title } : undefined;
}
