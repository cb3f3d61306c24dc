import { setTimeout as delay } from 'node:timers/promises';
import { type CallDetail, type CallRow, type ChecklistDraftView, type CorrectionResult, type Run } from '#contracts';
import { type Day } from '../day.js';
import { everyWorkday, type Appointment } from '../week.js';

const QUALITY = 'quality';
const SECOND = 'analyst';
const CHECKLIST = 'standard-inbound';
/** In real time, beside all else that the machine is doing. */
const WITHIN_MS = 300_000;

/** Writes what calls are judged by, tries it on past calls, looks for what was said, and has a say in what is hidden. */
export const quality: readonly Appointment[] = [
  { at: 'mon 10:50', who: QUALITY, what: 'opens a draft of a checklist and changes a weight', do: draft },
  { at: 'mon 11:00', who: QUALITY, what: 'tries the draft on past calls', do: backTest },
  { at: 'mon 11:20', who: QUALITY, what: 'asks for its publication', do: askToPublish },
  { at: 'mon 11:25', who: SECOND, what: 'publishes it with a reason, as the second person', do: publish },
  ...everyWorkday('11:30', { who: QUALITY, what: 'looks for what was said', do: search }),
  ...everyWorkday('11:40', { who: 'analyst', what: 'reads the newest calls', do: analyse }),
  { at: 'tue 08:50', who: QUALITY, what: 'proposes to show addresses in words', do: proposeRedaction },
  { at: 'tue 08:55', who: 'legal', what: 'agrees to it, as the second person', do: agreeRedaction },
  { at: 'tue 10:50', who: QUALITY, what: 'corrects what is known of a call', do: correct },
  { at: 'tue 11:00', who: QUALITY, what: 'has Monday’s calls scored again', do: rescore },
  ...everyWorkday('17:00', { who: QUALITY, what: 'tries again what needs attention', do: tryAgain }),
];

async function draft(day: Day): Promise<void> {
  const seat = day.seat(QUALITY);
  await seat.ask('POST', '/checklists', { body: { checklistId: CHECKLIST, from: 'latest' } });
  const view = await seat.ask<ChecklistDraftView>('GET', `/checklists/${CHECKLIST}/draft`);
  const { definition, revision } = view;
  const [first, second] = definition.sections[0]?.items ?? [];
  if (!first || !second) throw new Error('the checklist has no two items to change');
  [first.weight, second.weight] = [first.weight + 1, second.weight - 1];
  const saved = await seat.ask<ChecklistDraftView>('PUT', `/checklists/${CHECKLIST}/draft`, {
    body: { revision, definition },
  });
  day.notes.set('draft revision', String(saved.revision));
}

async function backTest(day: Day): Promise<void> {
  const today = dateOf(day);
  const body = { checklistId: CHECKLIST, version: 'draft', from: today, to: today };
  const { runId } = await day.seat(QUALITY).ask<{ runId: string }>('POST', '/back-tests', { body });
  await finished(day, `/back-tests/${runId}`);
}

async function askToPublish(day: Day): Promise<void> {
  const body = { revision: Number(day.note('draft revision')) };
  await day.seat(QUALITY).ask('POST', `/checklists/${CHECKLIST}/draft/ask`, { body });
}

async function publish(day: Day): Promise<void> {
  const seat = day.seat(SECOND);
  const reason = 'A greeting weighs more than before; tried on this morning’s calls.';
  await seat.ask('POST', `/checklists/${CHECKLIST}/draft/publish`, {
    body: { revision: Number(day.note('draft revision')), reason },
    prove: true,
  });
}

async function correct(day: Day): Promise<void> {
  const call = day.calls.findLast(({ spoken }) => spoken);
  if (!call) throw new Error('no call was taken');
  const path = `/calls/${call.callId}/corrections`;
  const body = {
    reason: 'The customer called back and said so.',
    changes: { outcome: 'resolved', queueSeconds: 12 },
  };
  const { fields, shut } = await day.seat(QUALITY).ask<CorrectionResult>('POST', path, { body });
  if (!fields.includes('outcome') || shut) throw new Error(`corrected were ${fields.join(', ')}, shut: ${shut}`);
  // There is nothing left to correct.
  await day.seat(QUALITY).ask('POST', path, { body, expect: 409 });
}

async function rescore(day: Day): Promise<void> {
  const yesterday = dateOf(day, -1);
  const { runId } = await day
    .seat(QUALITY)
    .ask<{ runId: string }>('POST', '/rescores', { body: { from: yesterday, to: yesterday } });
  await finished(day, `/rescores/${runId}`);
}

/** Waits, in real time, until a run has ended. */
async function finished(day: Day, path: string): Promise<void> {
  for (const deadline = performance.now() + WITHIN_MS; performance.now() < deadline; await delay(250)) {
    const answer = await day.seat(QUALITY).ask<Run & { run?: Run }>('GET', path);
    const { state, failure } = answer.run ?? answer;
    if (state === 'finished') return;
    if (state === 'failed' || state === 'cancelled') throw new Error(`${path} ${state}: ${failure}`);
  }
  throw new Error(`${path} did not end`);
}

async function search(day: Day): Promise<void> {
  const seat = day.seat(QUALITY);
  for (const words of ['退款', 'refund', '银行']) {
    const { items } = await seat.ask<{ items: unknown[] }>('GET', `/search/words?words=${encodeURIComponent(words)}`);
    if (words === '银行' && items.length === 0) throw new Error('no call is found by words that are said in each');
  }
}

async function analyse(day: Day): Promise<void> {
  const seat = day.seat('analyst');
  const { items } = await seat.ask<{ items: { callId: string; stage: string }[] }>(
    'GET',
    '/calls?limit=20&stage=scored',
  );
  for (const { callId } of items.slice(0, 3)) await seat.ask('GET', `/calls/${callId}/transcript`);
}

interface Redaction {
  version: number;
  policy: { kinds: string[] };
  waiting: { version: number } | null;
}

async function proposeRedaction(day: Day): Promise<void> {
  const seat = day.seat(QUALITY);
  const { version, policy } = await seat.ask<Redaction>('GET', '/company/redaction');
  const kinds = policy.kinds.filter((kind) => kind !== 'address');
  await seat.ask('PUT', '/company/redaction', { body: { version, policy: { ...policy, kinds } }, prove: true });
}

async function agreeRedaction(day: Day): Promise<void> {
  const seat = day.seat('legal');
  const { waiting } = await seat.ask<Redaction>('GET', '/company/redaction');
  if (!waiting) throw new Error('no change of what is hidden waits');
  await seat.ask('POST', '/company/redaction/decisions', {
    body: { version: waiting.version, decision: 'agreed' },
    prove: true,
  });
}

async function tryAgain(day: Day): Promise<void> {
  const seat = day.seat(QUALITY);
  const { items } = await seat.ask<{ items: CallRow[] }>('GET', '/calls?stage=needs_attention&limit=50');
  const first = items.find(({ stageReason }) => stageReason === 'audio_undecodable');
  if (!first) return;
  const path = `/calls/${first.callId}`;
  const { may } = await seat.ask<CallDetail>('GET', path);
  // Of what is past its time nothing is tried again, and the call's page says so.
  await seat.ask('POST', `${path}/retry`, may.retry ? {} : { expect: 409 });
}

const dateOf = (day: Day, days = 0): string =>
  new Date(day.clock.now().getTime() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
