import { type Bilingual, type CalibrationAct, type CalibrationSummary, type Language } from '#contracts';

/** A calibration as SQL gives it; `mine` and `manages` are of the asker. */
export interface CalibrationRecord {
  calibrationId: string;
  code: string;
  callId: string;
  legId: string;
  scorecardId: string;
  startedAt: Date;
  language: Language | null;
  checklistId: string;
  checklistVersion: number;
  title: Bilingual;
  openedBy: Bilingual;
  openedAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  reviewers: CalibrationSummary['reviewers'];
  manages: boolean;
}

const NAME = (person: string) => `json_build_object('zh', ${person}.name_zh, 'en', ${person}.name_en)`;

/** @param manages the condition under which the asker manages it */
export const calibrationSql = (manages: string): string => `
  select one.id as "calibrationId", one.code, one.call_id as "callId", one.leg_id as "legId", one.scorecard_id as "scorecardId",
    call.started_at as "startedAt", call.language, one.checklist_id as "checklistId", one.checklist_version as "checklistVersion",
    version.definition->'title' as title, ${NAME('opener')} as "openedBy", one.opened_at as "openedAt", one.due_at as "dueAt",
    one.closed_at as "closedAt", (${manages}) as manages,
    (select json_agg(json_build_object('personId', reviewer.id, 'name', ${NAME('reviewer')}, 'sawBefore', asked.saw_before,
       'submittedAt', to_char(asked.submitted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by reviewer.name_en, reviewer.id)
     from calibration_reviewer asked join person reviewer on reviewer.id = asked.person_id where asked.calibration_id = one.id) as reviewers
  from calibration one join leg on leg.id = one.leg_id join call on call.id = one.call_id join person opener on opener.id = one.opened_by_person_id
  join checklist_version version on version.checklist_id = one.checklist_id and version.version = one.checklist_version`;

export const mayOf = (one: CalibrationRecord, personId: string): CalibrationAct[] => {
  const own = one.reviewers.find((each) => each.personId === personId);
  const waits = own?.submittedAt === null;
  if (one.closedAt !== null) return one.manages ? ['decide'] : [];
  return [...(waits ? (['judge'] as const) : []), ...(one.manages && !waits ? (['close'] as const) : [])];
};

export const summaryOf = (one: CalibrationRecord, personId: string): CalibrationSummary => ({
  calibrationId: one.calibrationId,
  code: one.code,
  callId: one.callId,
  legId: one.legId,
  startedAt: one.startedAt.toISOString(),
  language: one.language,
  checklist: { id: one.checklistId, version: one.checklistVersion, title: one.title },
  openedBy: one.openedBy,
  openedAt: one.openedAt.toISOString(),
  dueAt: one.dueAt.toISOString(),
  state: one.closedAt === null ? 'open' : 'closed',
  closedAt: one.closedAt?.toISOString() ?? null,
  reviewers: one.reviewers,
  may: mayOf(one, personId),
});
