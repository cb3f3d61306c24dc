import {
  type Bilingual,
  type ChecklistDraftDefinition,
  type ChecklistDraftView,
  type ChecklistStage,
} from '#contracts';
import { countsAs, type Asker } from '#people';

export const nameOf = (table: string): string =>
  `case when ${table}.id is not null then json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en) end`;

/** The open drafts, of one checklist where `$1` names it. */
export const DRAFTS = `
  select draft.checklist_id as "checklistId", revision, state as stage, definition, based_on as "basedOn", library_entry as "libraryEntry",
    library_version as "libraryVersion", updated_at as "updatedAt",
    ${nameOf('saver')} as "updatedBy", author_person_ids as "authorPersonIds",
    (select json_agg(${nameOf('author')} order by author.name_en, author.id) from person author
      where author.id = any(author_person_ids)) as authors,
    asked_at as "askedAt", ${nameOf('asking')} as "askedBy",
    sent_back_at as "sentBackAt", ${nameOf('returner')} as "sentBackBy", sent_back_reason as "sentBackReason"
  from checklist_draft draft join person saver on saver.id = updated_by_person_id
  left join person asking on asking.id = asked_by_person_id
  left join person returner on returner.id = sent_back_by_person_id
  where ($1::text is null or draft.checklist_id = $1)`;

/** People of the whole company with one of the roles `$2` who did not write in the draft: none of `$1`. */
export const PUBLISHERS = `
  select ${nameOf('person')} as name from person
  where left_at is null and not person.id = any($1::uuid[]) and exists (select 1 from role_in_force held
    join account on account.id = held.account_id and account.disabled_at is null
    where held.person_id = person.id and held.role = any($2) and held.team_id is null and held.client_id is null)
  order by person.name_en, person.id limit 20`;

export interface DraftRow {
  checklistId: string;
  revision: number;
  stage: ChecklistStage;
  definition: ChecklistDraftDefinition;
  basedOn: number | null;
  libraryEntry: string | null;
  libraryVersion: number | null;
  updatedAt: Date;
  updatedBy: Bilingual;
  authorPersonIds: string[];
  authors: Bilingual[];
  askedAt: Date | null;
  askedBy: Bilingual | null;
  sentBackAt: Date | null;
  sentBackBy: Bilingual | null;
  sentBackReason: string | null;
}

export const draftSummary = (row: DraftRow, asker: Asker) => ({
  revision: row.revision,
  stage: row.stage,
  basedOn: row.basedOn,
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: row.updatedBy,
  asked: row.askedAt && row.askedBy ? { at: row.askedAt.toISOString(), by: row.askedBy } : null,
  isAuthor: countsAs(asker).some((one) => row.authorPersonIds.includes(one)),
});

export const sentBack = ({ sentBackAt, sentBackBy, sentBackReason }: DraftRow): ChecklistDraftView['sentBack'] =>
  sentBackAt && sentBackBy ? { at: sentBackAt.toISOString(), by: sentBackBy, reason: sentBackReason ?? '' } : null;
