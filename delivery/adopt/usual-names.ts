import type { FoundationRole } from "../../declaration/model";

/** Roles that every zone fills beside the management account's. */
export const requiredRoles = [
  "log-archive",
  "security-tooling",
  "network",
] as const satisfies readonly FoundationRole[];
export type RequiredRole = (typeof requiredRoles)[number];

/**
 * What accounts of a role are usually called, most telling first. "AWS Security Reference Architecture" and "Organizing Your AWS
 * Environment Using Multiple Accounts" (AWS whitepapers), and the names that Control Tower gives.
 */
export const usualNames: Readonly<Record<RequiredRole, readonly RegExp[]>> = {
  "log-archive": [/^(security-)?log-archives?$/, /^(central-)?(logs|logging)$/, /log-archive/],
  "security-tooling": [/^security-tooling$/, /^(security|security-tools|security-audit)$/, /^audit$/],
  network: [/^(network|networking|network-hub|networks)$/, /^(transit|connectivity|shared-network)$/],
};

/** Units in which such accounts usually are. */
export const usualUnits = /^(security|core|infrastructure|foundation(al)?|shared[ -]?services)$/i;
