/*
 * Using what a request gave
 *   A use is counted before anything is opened, in the same statement that looks whether the grant still holds: of two who use the last one
 *   at once, one is refused. It holds for its requester, for the recordings of its list, until it expires or is revoked, and as long as
 *   those who agreed and who asked hold the right to. What was opened goes on after the last use is counted, but not after the grant has ended.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LegalAction, type LegalPurpose } from '#contracts';
import { JournalService } from '#journal';
import { Clock, DomainError } from '#platform';
import { RequestLedger } from './request-ledger.js';
import { legalRefusals } from '../refusals.js';

/**
 * Whether those who agreed to `request` still hold the right to: as many as all that it asks for takes, or one who gave the listening alone. An
 * emergency opening has no approvers.
 */
const APPROVALS_HOLD = `(request.break_glass or (select
    count(distinct decision.decided_by_person_id) >= case when bool_or(decision.decision = 'approve_listening') then 1 else request.approvals_needed end
  from legal_decision decision
  where decision.request_id = request.id and decision.round = request.round and decision.decision in ('approve','approve_listening')
    and exists (select 1 from role_in_force held
      where held.person_id = coalesce(decision.for_person_id, decision.decided_by_person_id) and held.role = 'legal_approver')))`;

/** Whether who asked is a requester still: what a request gave is theirs in that role, not for good. */
const REQUESTER_HOLDS = `exists (select 1 from role_in_force held
  where held.person_id = request.requested_by_person_id and held.role = 'legal_requester')`;

/** Whether everyone on whom the grant of `request` rests still holds their right: looked at whenever it is used. */
export const RIGHTS_HOLD = `(${APPROVALS_HOLD} and ${REQUESTER_HOLDS})`;

/** A grant, as its users need it. */
export interface UsableGrant {
  id: string;
  code: string;
  requestId: string;
  action: LegalAction;
  rendition: 'masked' | 'original';
  purpose: LegalPurpose;
  playsLeft: number;
  expiresAt: Date;
}

/** Whose grant, for which recording, to do what. */
export interface GrantUse {
  grantId: string;
  personId: string;
  recordingId: string;
  action: LegalAction;
}

const COLUMNS = `given.id, given.code, given.request_id as "requestId", given.action, given.rendition, request.purpose,
  given.plays_allowed - given.plays_used as "playsLeft", given.expires_at as "expiresAt"`;

/** Condition: the grant `given` of `request` still holds at `$1`, apart from its uses. */
export const REQUEST_GRANT_HOLDS = `given.valid_from <= $1 and given.expires_at > $1
  and given.revoked_at is null and ${RIGHTS_HOLD}`;

const OF_ASKER = `given.person_id = $2 and given.action = $3 and exists (select 1 from legal_request_recording listed
  where listed.request_id = request.id and listed.recording_id = $4)`;

@Injectable()
export class RequestGrants {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: RequestLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The asker's own grants that hold for a recording now; those with uses left first. */
  async holding({ personId, recordingId, action }: Omit<GrantUse, 'grantId'>): Promise<UsableGrant[]> {
    return this.source.query(
      `select ${COLUMNS} from request_grant given join legal_request request on request.id = given.request_id
       where ${REQUEST_GRANT_HOLDS} and ${OF_ASKER} order by given.plays_used < given.plays_allowed desc, given.expires_at, given.id`,
      [this.clock.now(), personId, action, recordingId],
    );
  }

  /** One of them. @throws DomainError `no_such_grant` | `request_grant_over` */
  async assertHolding(use: GrantUse): Promise<UsableGrant> {
    const grant = (await this.holding(use)).find(({ id }) => id === use.grantId);
    if (grant) return grant;
    throw await this.whyNot(this.source.manager, use);
  }

  /** Counts one use. @throws DomainError `no_such_grant` | `request_grant_over` */
  async take(tx: EntityManager, use: GrantUse): Promise<UsableGrant> {
    const { grantId, personId, recordingId, action } = use;
    const [rows]: [UsableGrant[], number] = await tx.query(
      `update request_grant given set plays_used = plays_used + 1 from legal_request request
       where request.id = given.request_id and ${REQUEST_GRANT_HOLDS} and ${OF_ASKER} and given.id = $5
         and given.plays_used < given.plays_allowed returning ${COLUMNS}`,
      [this.clock.now(), personId, action, recordingId, grantId],
    );
    const grant = rows[0];
    if (!grant) throw await this.whyNot(tx, use);
    if (grant.playsLeft === 0) {
      await this.ledger.note(tx, grant.requestId, { action: 'used_up', byPersonId: personId });
      const details = { requestId: grant.requestId, grantId };
      await this.journal.append(tx, 'request_grant.used_up', details, { actorPersonId: personId });
    }
    return grant;
  }

  /** What is not one's own, or not about this recording, does not exist. */
  private async whyNot(tx: EntityManager, { grantId, personId, recordingId, action }: GrantUse): Promise<DomainError> {
    const rows: unknown[] = await tx.query(
      `select 1 from request_grant given join legal_request request on request.id = given.request_id
       where $1::timestamptz is not null and given.id = $5 and ${OF_ASKER}`,
      [this.clock.now(), personId, action, recordingId, grantId],
    );
    return rows.length > 0 ? legalRefusals.request_grant_over() : legalRefusals.no_such_grant();
  }
}
