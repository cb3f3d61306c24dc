import { randomBytes } from 'node:crypto';
import { HoldService, LegalCases } from '#legal';
import { newId } from '#platform';
import { type TestAccount } from '../factories/accounts.js';
import { JudgedThings } from './judged-things.js';

/** What routes act on, made again for each cell, all of it of one client: a row of the table says by its parameter which. */
export class Things extends JudgedThings {
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
    await this.insert('passkey', {
      ...{ id: newId(), account_id: account.accountId, credential_id: account.accountId, public_key: randomBytes(8) },
      ...{ counter: 0, transports: [], name: 'A key', synced: false, created_at: new Date() },
    });
    await this.insert('identity_link', {
      ...{ id: newId(), account_id: account.accountId, issuer: 'https://id.example', subject: account.accountId },
      ...{ how: 'account_page', linked_at: new Date() },
    });
    return account;
  }

  async assignment(wide: boolean): Promise<{ personId: string; assignmentId: string }> {
    const { accountId, personId } = await this.colleague(wide ? null : 'supervisor');
    const [{ id }] = await this.api.source.query('select id from role_assignment where account_id = $1', [accountId]);
    return { personId, assignmentId: id };
  }

  /** What is missing of the place's call; asked to be accepted, it waits for another person. */
  async gap(asked: boolean): Promise<{ gapId: string }> {
    const [gapId, now, { callId, legId }] = [newId(), new Date(), this.place];
    await this.api.source.query(
      `update gap set closed_at = coalesce(closed_at, now()), closing = coalesce(closing, 'lapsed'), over_at = now() where over_at is null`,
    );
    await this.insert('gap', {
      ...{ id: gapId, kind: 'not_scored', call_id: callId, leg_id: legId, facts: {}, opened_at: now, seen_at: now },
      ...(asked && { asked_by_person_id: this.organisation.first, asked_at: now, reason: 'not_needed' }),
    });
    return { gapId };
  }

  async wall(): Promise<{ wallId: string }> {
    const [wallId, made_at] = [newId(), new Date()];
    await this.insert('wall_link', {
      ...{ id: wallId, team_id: this.place.teamId, device: 'Third floor', link_hash: wallId, made_at },
      ...{ made_by_person_id: this.organisation.first, ends_at: new Date(made_at.getTime() + 86_400_000) },
    });
    return { wallId };
  }

  /** A call of the place's agent that goes on and waits for consent. */
  async liveCall(): Promise<{ liveCallId: string }> {
    const [liveCallId, now, { personId, teamId }] = [newId(), new Date(), this.place];
    await this.insert('live_call', {
      ...{ id: liveCallId, source: 'siprec', captured_by: 'none:0', began_at: now, seen_at: now, recording_since: now },
      ...{ person_id: personId, team_id: teamId, timeline: '[]', recording: 'consent_pending' },
    });
    return { liveCallId };
  }

  /** A telephone system from which nothing comes: every team's floor says so. */
  async silentSource(): Promise<{ subject: string }> {
    const subject = `source-${newId().slice(-12)}`;
    const raised_at = new Date();
    await this.insert('alarm', { subject, kind: 'source_silent', code: null, raised_at });
    return { subject: `${subject}@${raised_at.toISOString()}` };
  }

  /** A round that asks for a role of the place; one of which a supervisor said that it is not needed. */
  async recertified(removalAsked: boolean): Promise<{ roundId: string; itemId: string }> {
    const [roundId, itemId, now] = [newId(), newId(), new Date()];
    const { personId, assignmentId } = await this.assignment(false);
    const { teamId } = this.place;
    const [due_at, answered] = [new Date(Date.now() + 86_400_000), removalAsked];
    await this.insert('recertification_round', { id: roundId, opened_at: now, due_at });
    await this.insert('recertification_item', {
      ...{
        id: itemId,
        round_id: roundId,
        kind: 'role',
        right_id: assignmentId,
        person_id: personId,
        of_team_id: teamId,
      },
      ...{ role: 'supervisor', team_id: teamId, state: answered ? 'removal_asked' : 'open' },
      ...(answered && { answered_by_person_id: this.organisation.first, answered_at: now, reason: 'Left the team.' }),
    });
    return { roundId, itemId };
  }

  /** A supervisor who is away from now on; a colleague of the team deputises. */
  async absence(): Promise<{ absenceId: string }> {
    const [person, deputy] = [await this.colleague('supervisor'), await this.colleague()];
    const absenceId = newId();
    const [begins_at, ends_at] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
    await this.insert('absence', {
      ...{ id: absenceId, person_id: person.personId, deputy_person_id: deputy.personId, works: ['reviews'] },
      ...{ first_on: begins_at, last_on: ends_at, begins_at, ends_at, asked_at: begins_at },
    });
    return { absenceId };
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
}
