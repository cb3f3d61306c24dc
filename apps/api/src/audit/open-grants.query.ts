import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type GrantAction, type OpenGrant, type OpenGrantList } from '#contracts';
import { RIGHTS_HOLD, grantState } from '#legal';
import { scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

interface RequestGrantRow {
  id: string;
  code: string;
  action: 'listen' | 'transcript' | 'evidence_export';
  rendition: OpenGrant['rendition'];
  purpose: OpenGrant['purpose'];
  request_id: string;
  request_code: string;
  break_glass: boolean;
  recordings: number;
  plays_allowed: number;
  plays_used: number;
  valid_from: Date;
  expires_at: Date;
  revoked_at: Date | null;
  rights_hold: boolean;
  person: { personId: string; name: Bilingual };
}

interface StandingRow {
  id: string;
  code: string;
  role: NonNullable<OpenGrant['role']>;
  scope: 'own' | 'team';
  purpose: OpenGrant['purpose'];
  actions: GrantAction[];
  rendition: OpenGrant['rendition'];
  valid_from: Date;
  expires_at: Date;
}

/** Every right to open recordings that holds now. Grants from requests that have not ended are listed here even when their uses are spent. */
@Injectable()
export class OpenGrantsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those that end first come first; ordinary rights, which concern every team, for who audits all of them. */
  async list(asker: Asker): Promise<OpenGrantList> {
    const now = this.clock.now();
    const all = scopeOf('journal.read', asker.held, asker.personId).kind === 'all';
    const [given, standing] = await Promise.all([this.given(asker, now), all ? this.standing(now) : []]);
    return { grants: [...given.map((row) => givenGrant(row, now)), ...standing.map(standingGrant)] };
  }

  private given(asker: Asker, now: Date): Promise<RequestGrantRow[]> {
    const parameters = new Parameters();
    const at = parameters.add(now);
    const visible = visibleLegs('journal.read', asker, parameters);
    return this.source.query(
      `select given.id, given.code, given.action, given.rendition, request.purpose, request.id as request_id, request.code as request_code,
         request.break_glass, request.recordings, given.plays_allowed, given.plays_used, given.valid_from, given.expires_at, given.revoked_at,
         ${RIGHTS_HOLD} as rights_hold,
         jsonb_build_object('personId', person.id, 'name', jsonb_build_object('zh', name_zh, 'en', name_en)) as person
       from request_grant given join legal_request request on request.id = given.request_id join person on person.id = given.person_id
       where given.expires_at > ${at} and given.revoked_at is null and exists (
         select from legal_request_recording listed join leg on leg.id = listed.leg_id where listed.request_id = request.id and ${visible})
       order by given.expires_at, given.id`,
      parameters.values,
    );
  }

  private standing(now: Date): Promise<StandingRow[]> {
    return this.source.query(
      `select * from standing_grant where expires_at > $1 and valid_from <= $1 and revoked_at is null
       order by expires_at, code`,
      [now],
    );
  }
}

function givenGrant(row: RequestGrantRow, now: Date): OpenGrant {
  const { plays_allowed: playsAllowed, plays_used: playsUsed, expires_at: expiresAt, revoked_at: revokedAt } = row;
  return {
    grantId: row.id,
    code: row.code,
    right: row.break_glass ? 'break_glass' : 'request',
    person: row.person,
    role: null,
    scope: null,
    requestId: row.request_id,
    requestCode: row.request_code,
    purpose: row.purpose,
    actions: [row.action],
    rendition: row.rendition,
    recordings: row.recordings,
    plays: { used: playsUsed, allowed: playsAllowed },
    validFrom: row.valid_from.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: grantState({ playsAllowed, playsUsed, expiresAt, revokedAt }, now, row.rights_hold),
  };
}

const standingGrant = (row: StandingRow): OpenGrant => ({
  grantId: row.id,
  code: row.code,
  right: 'standing',
  person: null,
  role: row.role,
  scope: row.scope,
  requestId: null,
  requestCode: null,
  purpose: row.purpose,
  actions: row.actions,
  rendition: row.rendition,
  recordings: null,
  plays: null,
  validFrom: row.valid_from.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  state: 'active',
});
