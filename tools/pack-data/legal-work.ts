import {
  type CertificateList,
  type DataRequestDetail,
  type EvidenceExportList,
  type LegalCaseView,
  type LegalRequestView,
  type PlacedHold,
  type SignedCertificate,
  type StandingGrantList,
} from '#contracts';
import { type CallPart, type PackedCall } from './packed-calls.js';
import { found, type Seats } from './seats.js';

const DAY_MS = 86_400_000;

export interface LegalWork {
  hold: { code: string };
  standingGrant: { code: string };
  /** Approved, with a grant to listen; waiting; approved, with a package. */
  granted: { code: string; grantId: string };
  waiting: { requestId: string; code: string; recordings: number };
  package: { exportId: string; sha256: string };
  certificate: { number: string; signed: SignedCertificate };
}

/** What legal did: a hold, a standing grant, three requests, and a recording that was erased with a certificate. */
export async function workOnLegal(seats: Seats, calls: Record<CallPart, PackedCall>): Promise<LegalWork> {
  await seats.prove('requester', 'legal', 'legal2');
  const certificate = await erase(seats, calls.destroyed);
  await seats.prove('requester', 'legal', 'legal2');
  return {
    certificate,
    hold: await hold(seats, calls.held),
    standingGrant: await publish(seats),
    ...(await ask(seats)),
  };
}

async function hold(seats: Seats, { callId }: PackedCall): Promise<LegalWork['hold']> {
  const asked = { reference: 'C-1', title: 'Packed' };
  const { caseId } = await seats.send<LegalCaseView>('requester', '/legal/cases', asked);
  const placed = { caseId, reason: 'Packed.', callIds: [callId] };
  const { code } = await seats.send<PlacedHold>('requester', '/legal/holds', placed);
  return { code };
}

async function publish(seats: Seats): Promise<LegalWork['standingGrant']> {
  const terms = { role: 'supervisor', scope: 'company', purpose: 'coaching', actions: ['listen', 'read'] };
  const expiresAt = later(200);
  const proposal = { ...terms, rendition: 'masked', expiresAt, reason: 'Packed.' };
  const path = '/legal/standing-grants/proposals';
  const { waiting } = await seats.send<StandingGrantList>('requester', path, proposal);
  const decided = `${path}/${waiting[0]!.proposalId}/decisions`;
  const { grants } = await seats.send<StandingGrantList>('legal', decided, { decision: 'publish' });
  return { code: grants.find(({ purpose }) => purpose === 'coaching')!.code };
}

async function ask(seats: Seats): Promise<Pick<LegalWork, 'granted' | 'waiting' | 'package'>> {
  const filters = { from: later(-3).slice(0, 10), to: later(1).slice(0, 10), agent: await seats.personOf('3068') };
  const submitted = async (action: string) => {
    const body = { purpose: 'evidence', reason: 'Packed.', action, plays: 9, filters, expiresAt: later(60) };
    const { requestId } = await seats.send<LegalRequestView>('requester', '/legal/requests', body);
    return seats.send<LegalRequestView>('requester', `/legal/requests/${requestId}/submit`);
  };
  const approve = (by: string, { requestId }: LegalRequestView) =>
    seats.send<LegalRequestView>(by, `/legal/requests/${requestId}/decisions`, { decision: 'approve', round: 1 });
  const { code, grant } = await approve('legal', await submitted('listen'));
  const exported = await submitted('evidence_export');
  for (const by of ['legal', 'legal2']) await approve(by, exported);
  const waiting = await submitted('transcript');
  return {
    granted: { code, grantId: grant!.grantId },
    waiting: { requestId: waiting.requestId, code: waiting.code, recordings: waiting.recordings },
    package: await packageOf(seats, exported.code),
  };
}

const packageOf = (seats: Seats, code: string): Promise<LegalWork['package']> =>
  found(`the package of ${code}`, async () => {
    const { exports } = await seats.read<EvidenceExportList>('requester', '/evidence-exports');
    const one = exports.find(({ requestCode }) => requestCode === code);
    if (one?.state === 'failed') throw new Error(`the package of ${code} failed: ${one.failure}`);
    return one?.state === 'ready' ? { exportId: one.exportId, sha256: one.sha256! } : undefined;
  });

async function erase(seats: Seats, { callId, recordingId }: PackedCall): Promise<LegalWork['certificate']> {
  const order = { kind: 'erasure', reference: 'letter 1', subject: { callIds: [callId] } };
  const { requestId } = await seats.send<DataRequestDetail>('requester', '/data-requests', order);
  const agree = { proposal: 'agree', reason: 'Article 47' };
  await seats.send('requester', `/data-requests/${requestId}/proposals`, agree);
  await seats.send('legal', `/data-requests/${requestId}/decisions`, { decision: 'confirmed' });
  const path = '/retention/certificates';
  const number = await found(`the certificate of ${recordingId}`, async () => {
    const { certificates } = await seats.read<CertificateList>('legal', path);
    return certificates.find((one) => one.recordingId === recordingId)?.number;
  });
  return { number, signed: await seats.read<SignedCertificate>('legal', `${path}/${number}`) };
}

const later = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
