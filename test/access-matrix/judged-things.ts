import { createHash } from 'node:crypto';
import { type Role, type RunKind } from '#contracts';
import { newId } from '#platform';
import { buildAccount, type TestAccount } from '../factories/accounts.js';
import { type TestApi } from '../factories/api.js';
import { type Organisation } from '../factories/organisation.js';
import { SMALL_CHECKLIST } from '../factories/scorecards.js';
import { PLAN } from '../support/sampling-desk.js';
import { type Place } from './places.js';

/** What routes of quality work act on: what people judge, promise, contest and learn from. */
export class JudgedThings {
  protected readonly place: Place;
  protected made = 0;

  constructor(
    protected readonly api: TestApi,
    protected readonly organisation: Organisation,
    protected readonly places: { own: Place; far: Place; office: string },
  ) {
    this.place = places.own;
  }

  /** The staff number of a colleague to whom the place's call may be corrected; no correction of it waits. */
  async nextAgent(): Promise<string> {
    await this.noCorrectionWaits();
    const { personId } = await this.colleague();
    const [{ staff_number }] = await this.api.source.query('select staff_number from person where id = $1', [personId]);
    return staff_number as string;
  }

  /** A correction of the place's call that waits for a second person: a supervisor of its team proposed it. */
  async correction(): Promise<string> {
    await this.noCorrectionWaits();
    const { personId: proposer } = await this.colleague('supervisor');
    const id = newId();
    const { callId } = this.place;
    const [{ queue, person_id }] = await this.api.source.query('select queue, person_id from leg where call_id = $1', [
      callId,
    ]);
    const now = new Date();
    await this.insert('correction_proposal', {
      ...{ id, call_id: callId, origin: 'person', reason: 'It was wrong.', moved: ['dispute'] },
      ...{ before: JSON.stringify({ queue }), after: JSON.stringify({ queue: `queue ${++this.made}` }) },
      ...{ former_person_id: person_id, proposed_by_person_id: proposer, proposed_at: now, proved_at: now },
    });
    return id;
  }

  private async noCorrectionWaits(): Promise<void> {
    await this.api.source.query(
      `update correction_proposal set decision = 'withdrawn', decided_by_person_id = proposed_by_person_id, decided_at = now(),
         decision_proved_at = now() where decision is null`,
    );
  }

  /**
   * A colleague who is there to be acted on, with an account: an agent of the place's team, or (null) a person whose role is for the whole
   * company.
   */
  colleague(role: Role | null = 'agent'): Promise<TestAccount> {
    const { teamId } = this.place;
    const of = role === null ? { role: 'auditor' as const, teamId: null, of: teamId } : { role, teamId };
    return buildAccount(this.api.source, this.organisation, of);
  }

  /** An item that waits for a person. @param claimedBy who has taken it */
  async waiting(claimedBy: string | null): Promise<string> {
    const id = newId();
    const { legId, scorecardId } = this.place;
    // Taking one item takes all of its scorecard: those of earlier cells are over.
    await this.api.source.query(
      `update awaiting_person set closed_at = now(), closed_why = 'superseded', claimed_by_person_id = null, claimed_until = null where closed_at is null`,
    );
    await this.insert('awaiting_person', {
      ...{ id, leg_id: legId, scorecard_id: scorecardId, checklist_id: 'small', item_id: `greeting.${id}` },
      ...{ reason: 'unclear', opened_at: new Date(), claimed_by_person_id: claimedBy },
      ...{ claimed_until: claimedBy && new Date(Date.now() + 600_000) },
    });
    return id;
  }

  /** A leg that was drawn and waits for those who take it. */
  async drawn(plannedBy: string): Promise<string> {
    const [id, planId, drawId] = [newId(), newId(), newId()];
    const { callId, legId } = this.place;
    const [now, seed] = [new Date(), 'ab'.repeat(32)];
    const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
    await this.insert('sampling_plan', { id: planId, created_by_person_id: plannedBy, created_at: now });
    const version = { content: JSON.stringify(PLAN), sha256: 'x', changed_by_person_id: plannedBy };
    await this.insert('sampling_plan_version', { plan_id: planId, version: 1, ...version, changed_at: now });
    const seedSha256 = createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex');
    await this.insert('sampling_draw', {
      ...{ id: drawId, plan_id: planId, plan_version: 1, from_day: '2026-01-01', to_day: '2026-01-02', seed },
      ...{ from_at: days(1), to_at: days(2), committed_at: now, seed_sha256: seedSha256 },
    });
    const leg = { draw_id: drawId, leg_id: legId, call_id: callId, checklist_id: 'small', stratum: '' };
    await this.insert('sampling_frame', { ...leg, severity: 0, risks: '{}' });
    await this.insert('review_assignment', { ...leg, id, place: 1, due_at: now, state: 'open', created_at: now });
    return id;
  }

  async run(kind: RunKind, askedBy: string): Promise<string> {
    const id = newId();
    const days = { from_day: '2026-01-01', to_day: '2026-01-02', from_at: new Date(0), to_at: new Date() };
    const judged = kind === 'back_test' ? { definition: JSON.stringify(SMALL_CHECKLIST), checklist_id: 'small' } : {};
    const what = { kind, asked_by_person_id: askedBy, asked_at: new Date(), team_ids: [this.place.teamId] };
    await this.insert('quality_run', { id, ...what, ...days, at_most: 10, total: 1, ...judged });
    return id;
  }

  async commitment(): Promise<string> {
    const id = newId();
    const from = this.made++;
    const { callId, legId, transcriptId, personId, teamId } = this.place;
    const now = new Date();
    const [{ client_id }] = await this.api.source.query('select client_id from team where id = $1', [teamId]);
    await this.insert('commitment', {
      ...{ id, call_id: callId, leg_id: legId, transcript_id: transcriptId, kind: 'call_back' },
      ...{ turn: 0, from_char: from, to_char: from + 1, from_ms: 0, to_ms: 500, said_at: now, created_at: now },
      ...{ owner_person_id: personId, team_id: teamId, client_id, state: 'open', state_at: now },
      ...{ due_at: new Date(now.getTime() + 86_400_000), due_basis: 'clock' },
    });
    return id;
  }

  async dispute(): Promise<string> {
    const id = newId();
    // The result of a call that a person still has to judge in a calibration is hidden from them.
    await this.api.source.query('update calibration set closed_at = now() where closed_at is null');
    const { callId, legId, scorecardId, personId } = this.place;
    const [now, due] = [new Date(), new Date(Date.now() + 86_400_000)];
    await this.insert('dispute', {
      ...{
        id,
        call_id: callId,
        leg_id: legId,
        checklist_id: 'small',
        item_id: `greeting.${id}`,
        scorecard_id: scorecardId,
      },
      ...{ was: 'not_met', wanted: 'met', reason: 'fact_wrong', filed_by_person_id: personId, filed_at: now },
      ...{ stage: 'supervisor', due_at: due },
    });
    return id;
  }

  /** A stretch of the place's call that waits for its agent. */
  async bestCall(nominator: string): Promise<string> {
    const id = newId();
    const { callId, legId, recordingId, personId, teamId } = this.place;
    const place = { call_id: callId, leg_id: legId, recording_id: recordingId, from_ms: 0, to_ms: 1000 };
    const people = { agent_person_id: personId, team_id: teamId, nominated_by_person_id: nominator };
    await this.insert('best_call', {
      id,
      ...place,
      ...people,
      title: 'Well said',
      scope: 'team',
      nominated_at: new Date(),
    });
    return id;
  }

  /** A session with the place's agent that was shared. */
  async coaching(coach: string): Promise<string> {
    const id = newId();
    const { personId, teamId } = this.place;
    const times = { created_at: new Date(), shared_at: new Date() };
    const people = { agent_person_id: personId, team_id: teamId, coach_person_id: coach };
    await this.insert('coaching_session', { id, ...people, ...times, shared_text: 'Well done.' });
    return id;
  }

  /** The asker is a reviewer where they answer; it is closed where something is decided. */
  async calibration(openedBy: string, route: string, askerPersonId: string): Promise<string> {
    const [id, now] = [newId(), new Date()];
    const { callId, legId, scorecardId } = this.place;
    // Those of earlier cells are over: their reviewer would see nothing of the place's results.
    await this.api.source.query('update calibration set closed_at = now() where closed_at is null');
    await this.insert('calibration', {
      ...{ id, call_id: callId, leg_id: legId, checklist_id: 'small', checklist_version: 1, scorecard_id: scorecardId },
      ...{ opened_by_person_id: openedBy, opened_at: now, due_at: new Date(now.getTime() + 86_400_000) },
      ...(route.includes('decisions') && { closed_at: now }),
    });
    const reviewer = route.includes('answers') ? askerPersonId : (await this.colleague('supervisor')).personId;
    await this.insert('calibration_reviewer', { calibration_id: id, person_id: reviewer });
    return id;
  }

  protected async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`);
    await this.api.source.query(`insert into ${table} (${names}) values (${places})`, Object.values(row));
  }
}
