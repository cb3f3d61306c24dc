import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type Hold, type HoldDetail, type HoldRule, type Permission } from '#contracts';
import { legalRefusals } from '#legal';
import { scopeOf, type Asker } from '#people';
import { OBJECT_STORE, type ObjectStore } from '#platform';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

const MOST_CALLS = 200;

interface Row {
  id: string;
  code: string;
  case_id: string;
  reference: string;
  title: string;
  reason: string;
  rule: HoldRule | null;
  placed_by: Bilingual;
  placed_at: Date;
  asked_by_person_id: string | null;
  asked_by: Bilingual | null;
  asked_at: Date | null;
  release_reason: string | null;
  released_by: Bilingual | null;
  released_at: Date | null;
  calls: number;
}

const name = (column: string) =>
  `(select jsonb_build_object('zh', name_zh, 'en', name_en) from person where person.id = legal_hold.${column})`;

/** Holds as far as a person may see them: those over calls within reach, and one's own. */
@Injectable()
export class HoldsQuery {
  constructor(
    private readonly source: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** @param callId only those that cover this call now */
  async list(asker: Asker, callId?: string): Promise<Hold[]> {
    return (await this.rows(asker, { callId })).map((row) => holdOf(row, asker));
  }

  /** @throws DomainError `no_such_hold` */
  async detail(asker: Asker, holdId: string): Promise<HoldDetail> {
    const [row] = await this.rows(asker, { holdId });
    if (!row) throw legalRefusals.no_such_hold();
    const [covered, objectLock] = await Promise.all([this.covered(asker, holdId), this.objectLock(holdId)]);
    return { ...holdOf(row, asker), objectLock, covered };
  }

  /** Whether a right reaches every recording that the hold covers now, and every team that its rule goes on to cover. */
  async reachesAll(asker: Asker, holdId: string, permission: Permission): Promise<boolean> {
    const scope = scopeOf(permission, asker.held, asker.personId);
    if (scope.kind !== 'some') return scope.kind === 'all';
    const parameters = new Parameters();
    const visible = visibleLegs(permission, asker, parameters);
    const [row]: { rule: HoldRule | null; beyond: boolean }[] = await this.source.query(
      `select rule, exists (
         select 1 from custody_hold join leg on leg.call_id = custody_hold.call_id
         where hold_id = legal_hold.id and custody_hold.released_at is null and leg.person_id is not null and not ${visible}
           and (recording_id is null or leg.id = (select leg_id from recording where id = recording_id))) as beyond
       from legal_hold where id = ${parameters.add(holdId)}`,
      parameters.values,
    );
    if (!row || row.beyond) return false;
    return row.rule === null || (row.rule.teamIds ?? [null]).every((id) => id !== null && scope.teamIds.includes(id));
  }

  private rows(asker: Asker, { holdId, callId }: { holdId?: string; callId?: string | undefined }): Promise<Row[]> {
    const parameters = new Parameters();
    const within = this.within(asker, parameters);
    const one = holdId ? `and legal_hold.id = ${parameters.add(holdId)}` : '';
    const ofCall = callId
      ? `and exists (select 1 from custody_hold where hold_id = legal_hold.id and custody_hold.released_at is null
           and call_id in (select call_id from leg where call_id = ${parameters.add(callId)} and ${visibleLegs('holds.read', asker, parameters)}))`
      : '';
    return this.source.query(
      `select legal_hold.id, code, case_id, reference, title, reason, rule, placed_at,
         ${name('placed_by_person_id')} as placed_by,
         release_asked_by_person_id as asked_by_person_id, ${name('release_asked_by_person_id')} as asked_by,
         release_asked_at as asked_at, release_reason, ${name('released_by_person_id')} as released_by, released_at,
         (select count(distinct call_id)::int from custody_hold where hold_id = legal_hold.id) as calls
       from legal_hold join legal_case on legal_case.id = case_id
       where ${within} ${one} ${ofCall} order by (released_at is not null), legal_hold.id desc limit 500`,
      parameters.values,
    );
  }

  /** What the worker has told the bucket of it; the hold does not rest on this. */
  private async objectLock(holdId: string): Promise<HoldDetail['objectLock']> {
    const [row]: { objects: number; locked: number }[] = await this.source.query(
      `select count(distinct stored_object.id)::int as objects,
         count(distinct stored_object.id) filter (where locked_at is not null)::int as locked
       from custody_hold join recording on recording.call_id = custody_hold.call_id
         and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id)
       join stored_object on stored_object.recording_id = recording.id
       where hold_id = $1 and custody_hold.released_at is null`,
      [holdId],
    );
    if (!row || row.objects === 0) return null;
    if (row.locked > 0) return row;
    // A store that does not answer says nothing of what it can: the page is about the hold, not about the store.
    const locks = await this.store.locks?.().catch(() => null);
    return locks ? row : null;
  }

  private within(asker: Asker, parameters: Parameters): string {
    const scope = scopeOf('holds.read', asker.held, asker.personId);
    if (scope.kind === 'all') return 'true';
    return `(placed_by_person_id = ${parameters.add(asker.personId)} or exists (
      select 1 from custody_hold join leg on leg.call_id = custody_hold.call_id
      where hold_id = legal_hold.id and ${visibleLegs('holds.read', asker, parameters)}))`;
  }

  /** People who may not read calls learn how many there are, and not which. */
  private async covered(asker: Asker, holdId: string): Promise<HoldDetail['covered']> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const rows: { id: string; started_at: Date; customer: string | null; recording_id: string | null }[] =
      await this.source.query(
        `select call.id, started_at, customer, recording_id from custody_hold join call on call.id = call_id
         where hold_id = ${parameters.add(holdId)} and exists (select 1 from leg where leg.call_id = call.id and ${visible})
         order by started_at desc, call.id limit ${MOST_CALLS}`,
        parameters.values,
      );
    return rows.map(({ id: callId, started_at, customer, recording_id: recordingId }) => {
      return { callId, startedAt: started_at.toISOString(), customer, recordingId };
    });
  }
}

function holdOf(row: Row, asker: Asker): Hold {
  const { asked_by, asked_at, release_reason, released_by, released_at } = row;
  return {
    holdId: row.id,
    code: row.code,
    case: { caseId: row.case_id, reference: row.reference, title: row.title },
    reason: row.reason,
    rule: row.rule,
    state: released_at ? 'released' : asked_at ? 'release_asked' : 'active',
    placed: { by: row.placed_by, at: row.placed_at.toISOString() },
    releaseAsked:
      asked_by && asked_at
        ? {
            by: asked_by,
            at: asked_at.toISOString(),
            reason: release_reason ?? '',
            mine: row.asked_by_person_id === asker.personId,
          }
        : null,
    released: released_by && released_at ? { by: released_by, at: released_at.toISOString() } : null,
    calls: row.calls,
  };
}
