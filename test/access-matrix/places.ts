import { PLAN } from '../support/sampling-desk.js';
import { createHash, randomBytes } from 'node:crypto';
import { type Role, type RunKind } from '#contracts';
import { HoldService, LegalCases } from '#legal';
import { Client, Team } from '#people';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, type TestAccount } from '../factories/accounts.js';
import { type TestApi } from '../factories/api.js';
import { buildCall, type BuiltCall } from '../factories/calls.js';
import { type Organisation } from '../factories/organisation.js';
import { buildRecording, buildTranscript } from '../factories/recordings.js';
import { buildScorecard, SMALL_CHECKLIST } from '../factories/scorecards.js';

/** A call with everything that belongs to one: whose it is, what was heard, and how it was scored. */
export interface Place extends BuiltCall {
  recordingId: string;
  transcriptId: string;
  scorecardId: string;
  /** Whose leg it is. */
  personId: string;
  teamId: string;
}

export async function buildPlace(api: TestApi, leg: { personId: string; teamId: string }): Promise<Place> {
  const vault = api.app.get(VaultService);
  const call = await buildCall(api.source, leg, { stage: 'scored' });
  const { recordingId } = await buildRecording(api.source, vault, call);
  const transcriptId = await buildTranscript(api.source, vault, recordingId, [{ speaker: 'agent', text: 'Hello.' }], {
    engineName: 'provided',
  });
  const scorecardId = await buildScorecard(api.source, call.legId, transcriptId);
  return { ...call, ...leg, recordingId, transcriptId, scorecardId };
}

/** A client with one team that has nothing to do with the organisation's. */
export async function buildOtherClient({ source }: TestApi): Promise<{ clientId: string; teamId: string }> {
  const [clientId, teamId] = [newId(), newId()];
  await source.manager.insert(Client, { id: clientId, nameZh: '南风', nameEn: 'Southwind' });
  await source.manager.insert(Team, { id: teamId, clientId, nameZh: '南风组', nameEn: 'South team' });
  return { clientId, teamId };
}

/** A team of the same client whose members are never recorded: its approvers are of no recorded team. */
export async function buildOffice({ source }: TestApi, teamId: string): Promise<{ client: string; office: string }> {
  const { clientId: client } = await source.manager.findOneByOrFail(Team, { id: teamId });
  const office = newId();
  await source.manager.insert(Team, { id: office, clientId: client, nameZh: '办公室', nameEn: 'Office' });
  return { client, office };
}

/** What routes act on, made again for each cell, all of it of one client: a row of the table says by its parameter which. */
export class Things {
  private readonly place: Place;
  private made = 0;

  constructor(
    private readonly api: TestApi,
    private readonly organisation: Organisation,
    private readonly places: { own: Place; far: Place; office: string },
  ) {
    this.place = places.own;
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

  async suspended(): Promise<TestAccount> {
    const account = await this.colleague();
    await this.insert('role_suspension', {
      ...{ id: newId(), person_id: account.personId, account_id: account.accountId, cause: 'invited_again' },
      ...{ caused_by_person_id: this.organisation.first, caused_at: new Date() },
    });
    return account;
  }

  async invited(): Promise<TestAccount> {
    const account = await this.colleague();
    await this.insert('invitation', {
      ...{ id: newId(), account_id: account.accountId, code_hash: randomBytes(32).toString('hex'), wrong_tries: 0 },
      ...{ created_at: new Date(), expires_at: new Date(Date.now() + 86_400_000) },
    });
    return account;
  }

  async secondFactor(): Promise<TestAccount> {
    const account = await this.colleague();
    await this.insert('second_factor', {
      ...{ account_id: account.accountId, key_version: '1', wrapped_seed: randomBytes(48) },
      ...{ created_at: new Date(), confirmed_at: new Date() },
    });
    return account;
  }

  async assignment(wide: boolean): Promise<{ personId: string; assignmentId: string }> {
    const { accountId, personId } = await this.colleague(wide ? null : 'supervisor');
    const [{ id }] = await this.api.source.query('select id from role_assignment where account_id = $1', [accountId]);
    return { personId, assignmentId: id };
  }

  /** A role that waits for its second person. @param proposer must hold the right to propose it */
  async proposal(proposer: string, wide: boolean): Promise<string> {
    const { accountId, personId } = await this.colleague();
    const id = newId();
    await this.insert('role_proposal', {
      ...{ id, account_id: accountId, person_id: personId, role: 'supervisor', state: 'waiting' },
      ...{ team_id: wide ? null : this.place.teamId, proposed_by_person_id: proposer, proposed_at: new Date() },
    });
    return id;
  }

  /** Proposals of earlier cells are over: of two equal ones only one waits. */
  async noGrantWaits(): Promise<void> {
    await this.api.source.query(
      `update grant_proposal set state = 'withdrawn', decided_by_person_id = proposed_by_person_id, decided_at = now() where state = 'waiting'`,
    );
  }

  /** A standing grant that waits for its second person: over a team, or (null) over all that the role reaches. */
  async grantProposal(proposedBy: string, teamId: string | null): Promise<string> {
    const id = newId();
    await this.insert('grant_proposal', {
      ...{
        id,
        role: 'quality_analyst',
        scope: teamId === null ? 'company' : 'team',
        team_id: teamId,
        purpose: 'quality',
      },
      ...{ actions: JSON.stringify(['listen']), rendition: 'masked', expires_at: new Date(Date.now() + 86_400_000) },
      ...{ reason: 'For the table.', proposed_by_person_id: proposedBy, proposed_at: new Date(), state: 'waiting' },
    });
    return id;
  }

  legalCase(openedBy: string): Promise<string> {
    return this.api.app.get(LegalCases).open({ reference: `C-${newId()}`, title: 'A dispute' }, openedBy);
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

  async certificate(): Promise<string> {
    const [id, destructionId] = [newId(), newId()];
    const number = `DC-${String(900_000 + this.made++)}`;
    const { recordingId, callId } = this.place;
    const now = new Date();
    const of = { recording_id: recordingId, call_id: callId, key_id: newId(), reason: 'restored' };
    await this.insert('destruction', { id: destructionId, ...of, ordered_at: now, due_at: now, cancelled_at: now });
    const signed = { document: '{}', signature: 'none', public_key: 'none', issued_at: now };
    const row = { id, number, recording_id: recordingId, destruction_id: destructionId, ...signed };
    await this.insert('destruction_certificate', row);
    return number;
  }

  async dataRequest(registeredBy: string): Promise<string> {
    const id = newId();
    const registered = { registered_by_person_id: registeredBy, registered_at: new Date() };
    const what = { kind: 'access', subject: '{}', reference: 'a letter', state: 'open' };
    await this.insert('data_request', { id, code: `DR-${id}`, ...what, ...registered });
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

  /** A request of a colleague's for the calls of the place's agent. */
  async request(cookie: string, state: 'draft' | 'submitted'): Promise<string> {
    const send = async (path: string, body?: object) => {
      const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
      const init = { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) };
      return (await (await fetch(`${this.api.baseUrl}/api/v1${path}`, init)).json()) as { requestId: string };
    };
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const filters = { agent: this.place.personId };
    const asked = { purpose: 'dispute', reason: 'A hearing.', filters, action: 'listen', plays: 5, expiresAt };
    const { requestId } = await send('/legal/requests', asked);
    if (state === 'submitted') await send(`/legal/requests/${requestId}/submit`);
    return requestId;
  }

  /** A hold over the place's call, or over that and another client's. @param askedBy who asks that it be released */
  async hold(placedBy: string, over: 'own' | 'both', askedBy: string | null): Promise<string> {
    const { own, far } = this.places;
    const holds = this.api.app.get(HoldService);
    const targets = (over === 'own' ? [own] : [own, far]).map(({ callId }) => ({ callId, recordingId: null }));
    const order = { caseId: await this.legalCase(placedBy), reason: 'Ordered by the court', targets, rule: null };
    const { hold } = await holds.place(order, placedBy);
    if (askedBy) await holds.askRelease(hold.id, 'The case was settled', askedBy);
    return hold.id;
  }

  private async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`);
    await this.api.source.query(`insert into ${table} (${names}) values (${places})`, Object.values(row));
  }
}
