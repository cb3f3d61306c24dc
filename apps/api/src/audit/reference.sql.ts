/* Of what and of whom an entry is, from its details, which the query calls `detail`. */

const person = (id: string) =>
  `(select jsonb_build_object('personId', person.id, 'name', jsonb_build_object('zh', name_zh, 'en', name_en)) from person where person.id = ${id})`;

/** Whom the entry is about: a person it names, or whose account it names. */
const SUBJECT_PERSON = `coalesce((detail.details->>'personId')::uuid, (detail.details->>'ownerPersonId')::uuid, (detail.details->>'toPersonId')::uuid,
  (select person_id from account where account.id = (detail.details->>'accountId')::uuid))`;

/** That person, with their name. */
export const SUBJECT = person(SUBJECT_PERSON);

const code = (table: string, column: string, key: string) =>
  `(select ${column} from ${table} where id = (detail.details->>'${key}')::uuid)`;

/** What people call the thing that an entry names by its id. */
export const REFERENCE = `coalesce(detail.details->>'number', ${[
  code('legal_request', 'code', 'requestId'),
  code('data_request', 'code', 'requestId'),
  code('request_grant', 'code', 'grantId'),
  code('standing_grant', 'code', 'grantId'),
  code('legal_hold', 'code', 'holdId'),
  code('legal_case', 'reference', 'caseId'),
  code('dispute', 'code', 'disputeId'),
  code('calibration', 'code', 'calibrationId'),
  code('sampling_plan', 'code', 'planId'),
  code('best_call', 'code', 'bestCallId'),
  code('coaching_session', 'code', 'coachingId'),
].join(', ')}, (select code from legal_request where id = (
  select request_id from evidence_export where id = (detail.details->>'exportId')::uuid)))`;
