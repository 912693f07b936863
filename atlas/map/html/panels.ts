/** Parts of the page, in the order of their tabs. */
export const panels = [
  { id: "organization", label: "Organization" },
  { id: "network", label: "Network" },
  { id: "services", label: "Services and events" },
  { id: "logs", label: "Logs" },
  { id: "changes", label: "Changes" },
] as const;
