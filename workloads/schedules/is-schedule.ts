/** Whether EventBridge takes it (EventBridge User Guide, "Setting a schedule pattern for scheduled rules"): one is one, and several are several. */
export function isSchedule(text: string): boolean {
  return /^rate\((1 (minute|hour|day)|([2-9]|[1-9]\d+) (minutes|hours|days))\)$|^cron\(\S+( \S+){5}\)$/.test(text);
}
