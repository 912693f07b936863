import type { Measurement } from "../figure";
import { measureDecisions } from "./decisions";
import { measureQuestions } from "./questions";
import { measureWholeAudit } from "./whole-audit";

/** What `npm run bench -- audit` measures, in order. */
export const measurements: readonly Measurement[] = [measureDecisions, measureQuestions, measureWholeAudit];
