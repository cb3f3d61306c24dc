import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type EvidenceExportList, type LegalRequestView } from '#contracts';
import { type Day, type TakenCall } from '../day.js';
import { type Appointment } from '../week.js';
import { listen } from './listening.js';

const REQUESTER = 'requester';
const FIRST = 'legal';
const SECOND = 'legal2';
const DAY_MS = 86_400_000;
/** In real time, beside all else that the machine is doing. */
const WITHIN_MS = 300_000;

/** Ask for recordings and decide about them, two at a time; place holds and let go of them; open in an emergency. */
export const legal: readonly Appointment[] = [
  { at: 'mon 14:00', who: REQUESTER, what: 'opens a case and asks to hear a call', do: askToHear },
  {
    at: 'mon 14:10',
    who: REQUESTER,
    what: 'asks for the evidence of a call, and for one that will be refused',
    do: askForEvidence,
  },
  { at: 'mon 14:20', who: FIRST, what: 'approves the hearing, agrees to the evidence, refuses the third', do: decide },
  { at: 'mon 14:30', who: SECOND, what: 'agrees to the evidence, as the second person', do: decideToo },
  { at: 'mon 14:40', who: REQUESTER, what: 'hears what was approved', do: hear },
  { at: 'mon 14:50', who: REQUESTER, what: 'takes the package of evidence', do: download },
  { at: 'mon 15:00', who: REQUESTER, what: 'places a hold on a call', do: hold },
  { at: 'mon 16:00', who: REQUESTER, what: 'opens a call in an emergency and hears it', do: breakGlass },
  { at: 'tue 09:30', who: FIRST, what: 'reviews the emergency', do: review },
  { at: 'tue 10:30', who: FIRST, what: 'asks that the hold be released', do: askRelease },
  { at: 'tue 10:40', who: SECOND, what: 'agrees to the release, as the second person', do: agreeRelease },
  { at: 'thu 14:00', week: true, who: REQUESTER, what: 'asks for a call and takes it back', do: withdraw },
];

/** A call of each language that was judged. */
function call(day: Day, language: 'zh' | 'en', from = 0): TakenCall & { recordingId: string } {
  const found = day.calls.filter((one) => one.spoken && one.language === language)[from];
  if (!found?.recordingId) throw new Error(`no call in ${language} was taken`);
  return found as TakenCall & { recordingId: string };
}

async function ask(day: Day, more: Record<string, unknown>): Promise<LegalRequestView> {
  const seat = day.seat(REQUESTER);
  const body = {
    ...{ purpose: 'evidence', caseId: day.note('case'), reason: 'Ordered by the court.', action: 'listen', plays: 3 },
    expiresAt: new Date(day.clock.now().getTime() + 2 * DAY_MS).toISOString(),
    ...more,
  };
  const { requestId } = await seat.ask<LegalRequestView>('POST', '/legal/requests', { body });
  return seat.ask<LegalRequestView>('POST', `/legal/requests/${requestId}/submit`);
}

/** The filters that find one call: its agent, on its day. */
async function filtersOf(day: Day, { callId }: TakenCall): Promise<Record<string, string>> {
  const { startedAt, legs } = await day
    .seat(REQUESTER)
    .ask<{ startedAt: string; legs: { agent: { personId: string } }[] }>('GET', `/calls/${callId}`);
  const date = new Date(new Date(startedAt).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return { from: date, to: date, agent: legs[0]?.agent.personId ?? '' };
}

async function askToHear(day: Day): Promise<void> {
  const body = { reference: '2026-014', title: 'Refund in March' };
  const { caseId } = await day.seat(REQUESTER).ask<{ caseId: string }>('POST', '/legal/cases', { body });
  day.notes.set('case', caseId);
  const { requestId } = await ask(day, { filters: await filtersOf(day, call(day, 'zh')) });
  day.notes.set('hearing', requestId);
}

async function askForEvidence(day: Day): Promise<void> {
  const filters = await filtersOf(day, call(day, 'en'));
  const evidence = await ask(day, { filters, action: 'evidence_export' });
  day.notes.set('evidence', evidence.requestId);
  day.notes.set('evidence code', evidence.code);
  const third = await ask(day, { filters, purpose: 'quality', reason: 'Out of interest in the call.' });
  day.notes.set('third', third.requestId);
}

const approve = (day: Day, who: string, name: string) =>
  day.seat(who).ask<LegalRequestView>('POST', `/legal/requests/${day.note(name)}/decisions`, {
    body: { decision: 'approve', round: 1 },
    prove: true,
  });

async function decide(day: Day): Promise<void> {
  const { grant } = await approve(day, FIRST, 'hearing');
  if (!grant) throw new Error('an approved hearing gave no grant');
  day.notes.set('grant', grant.grantId);
  await approve(day, FIRST, 'evidence');
  const body = { decision: 'reject', round: 1, words: 'Interest is no reason.' };
  await day.seat(FIRST).ask('POST', `/legal/requests/${day.note('third')}/decisions`, { body, prove: true });
}

async function decideToo(day: Day): Promise<void> {
  const { grant } = await approve(day, SECOND, 'evidence');
  if (!grant) throw new Error('evidence that two agreed to gave no grant');
}

async function hear(day: Day): Promise<void> {
  const { callId, recordingId } = call(day, 'zh');
  const sound = await listen(day, day.seat(REQUESTER), { callId, recordingId, grantId: day.note('grant') });
  if (sound.length < 1000) throw new Error(`only ${sound.length} bytes were heard`);
}

async function download(day: Day): Promise<void> {
  const seat = day.seat(REQUESTER);
  for (const deadline = performance.now() + WITHIN_MS; performance.now() < deadline; await delay(250)) {
    const { exports } = await seat.ask<EvidenceExportList>('GET', '/evidence-exports');
    const made = exports.find(({ requestCode }) => requestCode === day.note('evidence code'));
    if (made?.state === 'failed') throw new Error(`the package failed: ${made.failure}`);
    if (made?.state !== 'ready') continue;
    await seat.ask('GET', `/evidence-exports/${made.exportId}/readiness`, { prove: true });
    const answer = await seat.request(`/api/v1/evidence-exports/${made.exportId}/package`);
    if (!answer.ok) throw new Error(`the package was answered ${answer.status} ${await answer.text()}`);
    return writeFile(day.out('evidence.zip'), Buffer.from(await answer.arrayBuffer()));
  }
  throw new Error('the package was not made in time');
}

async function hold(day: Day): Promise<void> {
  const { callId } = call(day, 'en', 1);
  const body = { caseId: day.note('case'), reason: 'The court asked to keep it.', callIds: [callId] };
  const placed = await day.seat(REQUESTER).ask<{ holdId: string }>('POST', '/legal/holds', { body, prove: true });
  day.notes.set('hold', placed.holdId);
}

async function askRelease(day: Day): Promise<void> {
  const body = { reason: 'The case was settled.' };
  await day.seat(FIRST).ask('POST', `/legal/holds/${day.note('hold')}/release`, { body, prove: true });
}

async function agreeRelease(day: Day): Promise<void> {
  await day
    .seat(SECOND)
    .ask('POST', `/legal/holds/${day.note('hold')}/release-decisions`, { body: { decision: 'agreed' }, prove: true });
}

async function breakGlass(day: Day): Promise<void> {
  const seat = day.seat(REQUESTER);
  const one = call(day, 'zh', 1);
  const body = {
    ...{ purpose: 'evidence', caseId: day.note('case'), reason: 'A threat was made.', action: 'listen', plays: 3 },
    filters: await filtersOf(day, one),
    expiresAt: new Date(day.clock.now().getTime() + DAY_MS).toISOString(),
  };
  const { requestId } = await seat.ask<LegalRequestView>('POST', '/legal/requests', { body });
  const words = { words: 'The police are at the door and no approver can be reached.' };
  const { grant } = await seat.ask<LegalRequestView>('POST', `/legal/requests/${requestId}/break-glass`, {
    body: words,
    prove: true,
  });
  if (!grant) throw new Error('an emergency gave no grant');
  day.notes.set('emergency', requestId);
  await listen(day, seat, { callId: one.callId, recordingId: one.recordingId, grantId: grant.grantId });
}

async function review(day: Day): Promise<void> {
  const body = { outcome: 'justified', words: 'The file number of the police is on record.' };
  await day.seat(FIRST).ask('POST', `/legal/requests/${day.note('emergency')}/review`, { body, prove: true });
}

async function withdraw(day: Day): Promise<void> {
  // Monday's are over by then: what was kept for two days is not asked for any more.
  const latest = day.calls.findLast(({ spoken }) => spoken);
  if (!latest) throw new Error('no call was taken');
  const { requestId } = await ask(day, { filters: await filtersOf(day, latest) });
  await day.seat(REQUESTER).ask('POST', `/legal/requests/${requestId}/withdraw`, { body: {} });
}
