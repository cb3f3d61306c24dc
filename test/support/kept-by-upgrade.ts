import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CallComments,
  type CoachingView,
  type DataRequestDetail,
  type DisputeList,
  type DisputeView,
  type HoldList,
  type LegalRequestView,
  type Me,
  type Play,
  type SignedCertificate,
  type StandingGrantList,
} from '#contracts';
import { type Lived } from '../../tools/pack-data/live-a-little.js';
import { runCommand } from './command.js';
import { type UpgradedHouse } from './upgraded-house.js';

type Kept = NonNullable<Lived['kept']>;

/** Expects that what people did with the calls before the upgrade holds after it, and goes on from where it was. */
export function keepsWhatPeopleDid(house: () => UpgradedHouse): void {
  const kept = (): Kept => house().lived.kept!;
  const callOf = (part: string) => house().lived.calls.find((call) => call.part === part)!;
  const key = () => join(house().product.dataDir, 'secrets/journal-ed25519.pem.pub');
  const outside = () => mkdtemp(join(house().product.dataDir, 'outside-'));

  it('a dispute is open where it was, and the deputy decides it', async () => {
    const { quality, people } = kept();
    const { disputeId, itemId } = quality.dispute;
    const { deputy, absenceId } = people.absence;
    const waiting = async (who: string) =>
      (await house().send<DisputeList>(who, 'GET', '/disputes')).items.find((one) => one.disputeId === disputeId);
    expect(await waiting('agent2')).toMatchObject({
      state: 'open',
      stage: 'quality_manager',
      itemId,
      may: ['withdraw'],
    });
    await house().send(deputy, 'PUT', '/account/acting', { absenceId });
    expect(await house().send<Me>(deputy, 'GET', '/auth/me')).toMatchObject({ acting: { over: false } });
    const dispute = await waiting(deputy);
    expect(dispute?.may).toEqual(['decide']);
    const decision = { stage: 'quality_manager', decision: 'granted', outcome: 'met', reason: 'agent_is_right' };
    const decided = await house().send<DisputeView>(deputy, 'POST', `/disputes/${disputeId}/decisions`, {
      ...decision,
      basedOn: dispute!.now.scorecardId,
    });
    expect(decided).toMatchObject({ state: 'granted', now: { outcome: 'met' } });
    const done = await house().send<{ total: number }>(
      people.absence.away,
      'GET',
      `/account/absences/${absenceId}/done`,
    );
    expect(done.total).toBeGreaterThan(0);
  });

  it('a hold holds against an erasure that two people agree to', async () => {
    const { callId, recordingId } = callOf('held');
    const { holds } = await house().send<HoldList>('requester', 'GET', '/legal/holds');
    expect(holds).toMatchObject([{ code: kept().legal.hold.code, state: 'active', calls: 1 }]);
    await house().prove('requester', 'legal');
    const order = { kind: 'erasure', reference: 'letter 2', subject: { callIds: [callId] } };
    const { requestId } = await house().send<DataRequestDetail>('requester', 'POST', '/data-requests', order);
    const agree = { proposal: 'agree', reason: 'Article 47' };
    await house().send('requester', 'POST', `/data-requests/${requestId}/proposals`, agree);
    await house().send('legal', 'POST', `/data-requests/${requestId}/decisions`, { decision: 'confirmed' });
    const { found } = await house().send<DataRequestDetail>('legal', 'GET', `/data-requests/${requestId}`);
    expect(found).toMatchObject([{ recordingId, outcome: 'held', holds: [kept().legal.hold.code], custody: 'sealed' }]);
  });

  it('a standing grant and the grant of a request play', async () => {
    const { callId, recordingId } = callOf('heard');
    const { grants } = await house().send<StandingGrantList>('legal', 'GET', '/legal/standing-grants');
    expect(grants).toContainEqual(expect.objectContaining({ code: kept().legal.standingGrant.code, state: 'live' }));
    const bytes = async (who: string, grant: object) => {
      const opened = { recordingId, ...grant };
      const { audioUrl } = await house().send<Play>(who, 'POST', `/calls/${callId}/plays`, opened);
      const answer = await (await house().as(who)).request(audioUrl, { headers: { range: 'bytes=0-' } });
      return (await answer.arrayBuffer()).byteLength;
    };
    expect(await bytes('supervisor', {})).toBeGreaterThan(1000);
    expect(await bytes('requester', { grantId: kept().legal.granted.grantId })).toBeGreaterThan(1000);
  });

  it('a request waits with its frozen list, and can be decided', async () => {
    const { requestId, recordings } = kept().legal.waiting;
    const request = await house().send<LegalRequestView>('legal', 'GET', `/legal/requests/${requestId}`);
    expect(request).toMatchObject({ state: 'submitted', recordings, mayDecide: true });
    await house().prove('legal');
    const decision = { decision: 'approve', round: request.round };
    const path = `/legal/requests/${requestId}/decisions`;
    const approved = await house().send<LegalRequestView>('legal', 'POST', path, decision);
    expect(approved).toMatchObject({ state: 'approved', grant: { state: 'active' } });
  });

  it('a certificate is the one that was issued, and verifies offline', async () => {
    const { number, signed } = kept().legal.certificate;
    const path = `/retention/certificates/${number}`;
    expect(await house().send<SignedCertificate>('legal', 'GET', path)).toEqual(signed);
    const file = join(await outside(), `${number}.json`);
    await writeFile(file, JSON.stringify(signed));
    const verified = await runCommand('tools/verify-certificate.mjs', [file, '--key', key()], {});
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining(`Genuine. 真实。 ${number}`) });
  });

  it('a package is the one that was made, and verifies offline', async () => {
    const { exportId, sha256 } = kept().legal.package;
    await house().prove('requester');
    const path = `/api/v1/evidence-exports/${exportId}/package`;
    const answer = await (await house().as('requester')).request(path);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, sha256]);
    const file = join(await outside(), 'package.zip');
    await writeFile(file, bytes);
    const verified = await runCommand('dist/tools/verify-export/main.js', [file, '--key', key()], {});
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('The package is whole') });
  });

  it('a correction, a review, a comment and a coaching session are there', async () => {
    const { corrected, review, comment, coaching } = kept().quality;
    const supervisor = await house().as('supervisor');
    const { corrections, outcome } = await supervisor.call(callOf('corrected').callId);
    expect(corrections).toMatchObject([{ reason: corrected.reason, fields: ['outcome'] }]);
    expect(outcome).toBe(corrected.outcome);
    const { callId } = callOf('reviewed');
    const card = (await supervisor.scorecards(callId)).find(({ scorecardId }) => scorecardId === review.scorecardId);
    expect(card?.author).toBe('review');
    expect(card?.items).toContainEqual(
      expect.objectContaining({ itemId: review.itemId, outcome: review.outcome, source: 'human' }),
    );
    const { comments } = await house().send<CallComments>('supervisor', 'GET', `/calls/${callId}/comments`);
    expect(comments).toMatchObject([{ text: comment.text }]);
    const session = await house().send<CoachingView>('agent', 'GET', `/coaching/${coaching.sessionId}`);
    expect(session).toMatchObject({ sharedText: coaching.sharedText });
  });

  it('a second factor is asked for, and a token opens what it opened', async () => {
    const { secondFactor, token } = kept().people;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username: secondFactor.username, password: house().lived.password });
    const login = await fetch(`${house().product.baseUrl}/api/v1/auth/login`, { method: 'POST', headers, body });
    expect(await login.json()).toMatchObject({ pending: 'second_factor' });
    expect(await house().send<Me>(secondFactor.username, 'GET', '/auth/me')).toMatchObject({ pending: null });
    const authorization = `Bearer ${token.token}`;
    const calls = await fetch(`${house().product.baseUrl}/api/v1/calls`, { headers: { authorization } });
    expect([calls.status, ((await calls.json()) as { items: unknown[] }).items.length]).toEqual([
      200,
      expect.any(Number),
    ]);
  });
}
