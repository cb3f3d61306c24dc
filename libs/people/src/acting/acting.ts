import { type Bilingual, type DelegableWork } from '#contracts';
import { type HeldRole } from '../permissions.rules.js';
import { delegated, type AbsentRole } from './delegated.rules.js';

/** For whom a session acts: `held` is then what its person may do in that place, and nothing of their own. */
export interface Acting {
  absenceId: string;
  /** Who is away. */
  personId: string;
  name: Bilingual;
  works: readonly DelegableWork[];
  /** By its days, or when it was ended before. */
  endsAt: Date;
  /** It is over: until the session goes on for its own person it may do nothing. */
  over: boolean;
}

/** Who asks, as far as it matters in whose place. */
interface Asking {
  readonly personId: string;
  readonly acting: Pick<Acting, 'personId'> | null;
}

/** In whose place one asks: of a deputy who acts, the person who is away. */
export const placeOf = ({ personId, acting }: Asking): string => acting?.personId ?? personId;

/** Who counts as the asker: a deputy counts as both. */
export const countsAs = ({ personId, acting }: Asking): string[] => [personId, ...(acting ? [acting.personId] : [])];

/** When an absence counts, by the moment `$2`: the deputy has accepted, no person has ended it, and it is one of its days. */
export const IN_FORCE = `absence.accepted_at is not null and absence.ended_at is null and absence.begins_at <= $2 and $2 < absence.ends_at`;

/**
 * Roles of the person who is away, as rows `{ role, teamId, clientId, confirmed }`. What was given to them after the confirmation is not confirmed.
 */
export const ABSENT_ROLES = `coalesce((select json_agg(json_build_object('role', given.role, 'teamId', reach.team_id, 'clientId', given.client_id,
    'confirmed', absence.confirmed_at is not null and assigned.created_at <= absence.confirmed_at) order by given.role, reach.team_id)
  from role_in_force given join role_assignment assigned on assigned.id = given.id
  cross join lateral (select given.team_id where given.client_id is null
    union all select team.id from team where team.client_id = given.client_id) reach (team_id)
  where given.person_id = absence.person_id), '[]')`;

/** Of a `session` and its `person`, at `$2`. */
export const ACTING_COLUMN = `(select json_build_object('absenceId', absence.id, 'personId', absent.id, 'nameZh', absent.name_zh,
    'nameEn', absent.name_en, 'works', absence.works, 'endsAt', least(absence.ended_at, absence.ends_at), 'inForce', ${IN_FORCE}, 'roles', ${ABSENT_ROLES})
  from absence join person absent on absent.id = absence.person_id
  where absence.id = session.absence_id and absence.deputy_person_id = person.id) as acting`;

export interface ActingRow {
  acting: {
    absenceId: string;
    personId: string;
    nameZh: string;
    nameEn: string;
    works: DelegableWork[];
    endsAt: string;
    inForce: boolean;
    roles: AbsentRole[];
  } | null;
}

/** The part of an asker that says for whom the session acts, with the roles that it has then. */
export function actingOf(
  { acting: row }: ActingRow,
  { personId, held, suspended }: { personId: string; held: HeldRole[]; suspended: boolean },
): { acting: Acting | null; held: HeldRole[] } {
  if (!row) return { acting: null, held };
  const { absenceId, works, nameZh, nameEn, inForce, roles } = row;
  const over = !inForce || suspended;
  const acting = {
    ...{ absenceId, personId: row.personId, name: { zh: nameZh, en: nameEn } },
    ...{ works, endsAt: new Date(row.endsAt), over },
  };
  return { acting, held: over ? [] : delegated(roles, works, { held, personId }) };
}
