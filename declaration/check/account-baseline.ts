import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** Days that a backup stays in cold storage at least: AWS Backup API Reference, Lifecycle. */
const coldStorageStay = 90;

/** Quotas asked for once, and backups that are kept as long as their storage wants. */
export function checkAccountBaseline(draft: Draft): readonly Problem[] {
  return [...checkQuotas(draft), ...checkBackup(draft), ...checkAuditors(draft)];
}

function checkAuditors({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  if (!zone?.file.baseline?.auditorRole || !accountsComplete) return [];
  const isAudit = accounts.some(({ account: { role } }) => role !== undefined && rolesOf(role).includes("audit"));
  if (isAudit) return [];
  const message = "no account has the role audit, from which auditors come; give it to one";
  return [problemAt(zone.source, ["baseline", "auditorRole"], "LF1770", message)];
}

function checkQuotas({ zone }: Draft): readonly Problem[] {
  const baseline = zone?.file.baseline;
  if (!zone || !baseline) return [];
  const quotas = Object.entries(baseline.quotas ?? {});
  return quotas.flatMap(([name, { service, code }], index): Problem[] => {
    const first = quotas.findIndex(([, other]) => other.service === service && other.code === code);
    const [other = ""] = quotas[first] ?? [];
    if (first === index || code === undefined) return [];
    const message = `${other} asks for ${code} of ${service} already; keep one`;
    return [problemAt(zone.source, ["baseline", "quotas", name, "code"], "LF1766", message)];
  });
}

function checkBackup({ zone }: Draft): readonly Problem[] {
  const { coldStorageDays, keepDays } = zone?.file.baseline?.backup ?? {};
  if (!zone || coldStorageDays === undefined || keepDays === undefined) return [];
  if (keepDays >= coldStorageDays + coldStorageStay) return [];
  const message = `a backup stays in cold storage for at least ${coldStorageStay} days; keep it for ${coldStorageDays + coldStorageStay} or more`;
  return [problemAt(zone.source, ["baseline", "backup", "coldStorageDays"], "LF1768", message)];
}
