import { deepFreeze } from "../deep-freeze";
import type { LandingZone } from "../model";

export const blankLogs: LandingZone["logs"] = deepFreeze({
  retentionDays: 0,
  lockDays: 0,
  trail: { insights: [], dataEvents: {}, alarms: false },
  webAclLogs: false,
  apiAccessLogs: false,
});

export const blankSecurity: LandingZone["security"] = deepFreeze({
  minimumSeverity: "LOW",
  alerts: {},
  guardDuty: { plans: [] },
  securityHub: { standards: [], central: false },
  macie: false,
  inspector: [],
  detective: false,
  config: { rules: {}, conformancePacks: {} },
});
