import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { Clock, DomainError, newId } from '#platform';
import { StandingGrant } from '../standing-grant.entity.js';
import { grantFor, type GrantAction } from './grant.rules.js';

export type NewGrant = Pick<
  StandingGrant,
  'role' | 'scope' | 'purpose' | 'actions' | 'rendition' | 'publishedByPersonId' | 'approvedByPersonId' | 'expiresAt'
>;

/** Whether a leg may be unwrapped, and under which grant. */
export type GrantAnswer = { allowed: true; grant: StandingGrant } | { allowed: false; reason: 'no_grant' };

/** Standing grants: the ordinary rights to unwrap recordings (design §5). */
@Injectable()
export class GrantService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Publishes a grant with four eyes. @throws DomainError `four_eyes_needed` | `not_an_approver` */
  async publish(tx: EntityManager, grant: NewGrant): Promise<StandingGrant> {
    if (grant.publishedByPersonId === grant.approvedByPersonId) throw fourEyesNeeded();
    if (!(await this.holdsApproval(tx, grant.approvedByPersonId))) throw notAnApprover();
    // Codes are dense and read aloud: two publishers wait for each other.
    await tx.query('select pg_advisory_xact_lock(7310)');
    const id = newId();
    const code = `SG-${String((await tx.count(StandingGrant)) + 1).padStart(4, '0')}`;
    const row = { ...grant, id, code, validFrom: this.clock.now(), revokedAt: null };
    await tx.insert(StandingGrant, row);
    const details = { grantId: id, role: grant.role, approvedBy: grant.approvedByPersonId };
    await this.journal.append(tx, 'grant.published', details, { actorPersonId: grant.publishedByPersonId });
    return row;
  }

  /** Finds the grant under which the asker may act on a leg now. */
  async liveGrant(
    asker: Pick<Asker, 'personId' | 'held'>,
    leg: { personId: string; teamId: string },
    action: GrantAction,
    purpose?: StandingGrant['purpose'],
  ): Promise<GrantAnswer> {
    const roles = [...new Set(asker.held.map(({ role }) => role))];
    const grants = await this.source.manager.findBy(StandingGrant, { role: In(roles) });
    const question = { asker, leg, action, now: this.clock.now(), ...(purpose && { purpose }) };
    const grant = grantFor(grants, question);
    return grant ? { allowed: true, grant } : { allowed: false, reason: 'no_grant' };
  }

  private async holdsApproval(tx: EntityManager, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from role_in_force where person_id = $1 and role = 'legal_approver'`,
      [personId],
    );
    return rows.length > 0;
  }
}

const fourEyesNeeded = () =>
  new DomainError('four_eyes_needed', 'forbidden', {
    zh: '授权须由一人发布、另一人批准。',
    en: 'One person publishes a grant and another approves it.',
  });

const notAnApprover = () =>
  new DomainError('not_an_approver', 'forbidden', {
    zh: '批准授权的人须持有法务审批角色。',
    en: 'Whoever approves a grant must hold the legal approver’s role.',
  });
