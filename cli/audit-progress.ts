import type { AuditSources } from "../audit/audit-of";

/** One line on a terminal that says what an audit is at; nothing elsewhere, and nothing for an audit that is over at once. */
export function auditProgress(
  stream: NodeJS.WriteStream,
  now: () => number = Date.now,
): { readonly show: NonNullable<AuditSources["onProgress"]>; readonly end: () => void } {
  const patience = 500;
  const start = now();
  let isShown = false;
  const erase = (): void => {
    if (isShown) stream.write("\r\u001b[K");
    isShown = false;
  };
  return {
    show: (part, done, of) => {
      if (!stream.isTTY || now() - start < patience) return;
      erase();
      stream.write(`auditing ${part}: ${done} of ${of}`);
      isShown = true;
    },
    end: erase,
  };
}
