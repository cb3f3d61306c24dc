import { type CommitmentView } from '#contracts';
import { type Day } from '../day.js';
import { everyWorkday, type Appointment } from '../week.js';
import { listen } from './listening.js';
import { type Seat } from './seat.js';

/** Hear their own calls, read what was made of them, and answer for what they promised. */
export const agents: readonly Appointment[] = [
  ...everyWorkday('10:05', {
    who: 'agent',
    what: 'hears her last call and reads her scores',
    do: (day) => looksAtOwn(day, 'agent', '3068'),
  }),
  ...everyWorkday('10:10', {
    who: 'agent2',
    what: 'keeps one promise and gives another a time',
    do: (day) => answerCommitments(day, 'agent2'),
  }),
  ...everyWorkday('16:50', {
    who: 'agent',
    what: 'says that a promise was not kept',
    do: (day) => admits(day, 'agent'),
  }),
  { at: 'tue 10:15', who: 'agent2', what: 'opens a colleague’s call and is told that there is none', do: isRefused },
];

async function looksAtOwn(day: Day, username: string, staffNumber: string): Promise<void> {
  const seat = day.seat(username);
  const own = day.calls.findLast((call) => call.staffNumber === staffNumber && call.spoken);
  if (!own?.recordingId) throw new Error('she has no call yet');
  await seat.ask('GET', `/calls/${own.callId}/scorecards`);
  await seat.ask('GET', `/calls/${own.callId}/transcript`);
  await listen(day, seat, { callId: own.callId, recordingId: own.recordingId });
}

const promisesOf = async (seat: Seat, view: string): Promise<CommitmentView[]> =>
  (await seat.ask<{ items: CommitmentView[] }>('GET', `/commitments?view=${view}&limit=50`)).items;

async function answerCommitments(day: Day, username: string): Promise<void> {
  const seat = day.seat(username);
  await seat.ask('GET', '/commitments/figures');
  const open = await promisesOf(seat, 'open');
  const kept = open.find(({ may }) => may.includes('kept'));
  if (!kept) return;
  const note = 'I called the customer back myself.';
  await seat.ask('POST', `/commitments/${kept.commitmentId}/answers`, {
    body: { answer: 'kept', revision: kept.revision, note },
  });
  const timeless = open.find(
    ({ dueAt, may, commitmentId }) => dueAt === null && may.includes('set_time') && commitmentId !== kept.commitmentId,
  );
  if (!timeless) return;
  const dueAt = new Date(day.clock.now().getTime() + 6 * 3_600_000).toISOString();
  await seat.ask('POST', `/commitments/${timeless.commitmentId}/answers`, {
    body: { answer: 'set_time', revision: timeless.revision, dueAt, note: 'Agreed with the customer.' },
  });
}

async function admits(day: Day, username: string): Promise<void> {
  const seat = day.seat(username);
  const [overdue] = [...(await promisesOf(seat, 'overdue')), ...(await promisesOf(seat, 'open'))].filter(({ may }) =>
    may.includes('broken'),
  );
  if (!overdue) return;
  const body = { answer: 'broken', revision: overdue.revision, note: 'The customer could not be reached.' };
  await seat.ask('POST', `/commitments/${overdue.commitmentId}/answers`, { body });
}

async function isRefused(day: Day): Promise<void> {
  const other = day.calls.find(({ staffNumber }) => staffNumber === '3068');
  if (!other) throw new Error('no call of the colleague came in');
  await day.seat('agent2').ask('GET', `/calls/${other.callId}`, { expect: 404 });
}
