import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type CallDelta, type ScorecardView, type WaitingRow } from '#contracts';
import { type Day, type TakenCall } from '../day.js';
import { everyWorkday, type Appointment } from '../week.js';
import { listen } from './listening.js';

const SUPERVISOR = 'supervisor';

/** Watches the floor, hears calls of the team, judges what waits for a person, and sees to promises. */
export const supervisor: readonly Appointment[] = [
  ...everyWorkday('09:20', {
    who: SUPERVISOR,
    what: 'hears two calls of the team to their end and reads their words',
    do: spotCheck,
  }),
  ...everyWorkday('09:50', { who: SUPERVISOR, what: 'judges what waits for a person', do: judge }),
  { at: 'mon 13:05', who: SUPERVISOR, what: 'has the list open while calls come in', do: watch },
  { at: 'mon 13:30', who: SUPERVISOR, what: 'has heard of each of the calls that came in', do: hasHeard },
  {
    at: 'tue 08:30',
    who: SUPERVISOR,
    what: 'opens a call of another team and is told that there is none',
    do: isRefused,
  },
  { at: 'fri 16:00', week: true, who: SUPERVISOR, what: 'takes the week’s list away as a file', do: takeList },
];

/** Calls of the team that can be heard, the latest first. */
const ofTeam = (day: Day): TakenCall[] =>
  day.calls.filter(({ staffNumber, spoken }) => spoken && ['3068', '3071'].includes(staffNumber)).toReversed();

async function spotCheck(day: Day): Promise<void> {
  const seat = day.seat(SUPERVISOR);
  await seat.ask('GET', '/calls?limit=50');
  await seat.ask('GET', '/calls/figures');
  for (const { callId, recordingId } of ofTeam(day).slice(0, 2)) {
    await seat.ask('GET', `/calls/${callId}/scorecards`);
    await seat.ask('GET', `/calls/${callId}/transcript`);
    if (recordingId !== null) await listen(day, seat, { callId, recordingId });
  }
}

async function judge(day: Day): Promise<void> {
  const seat = day.seat(SUPERVISOR);
  const { items } = await seat.ask<{ items: WaitingRow[] }>('GET', '/reviews/waiting?limit=50');
  const first = items[0];
  if (!first) return;
  await seat.ask('POST', `/reviews/waiting/${first.waitingId}/claim`);
  const { scorecards } = await seat.ask<{ scorecards: ScorecardView[] }>('GET', `/calls/${first.callId}/scorecards`);
  const card = scorecards.find(({ legId, checklist }) => legId === first.legId && checklist.id === first.checklist.id);
  if (!card) throw new Error(`what waits has no card: ${first.itemId} of ${first.callId}`);
  const answers = [{ itemId: first.itemId, outcome: 'met', note: 'Heard it myself.' }];
  const body = { legId: first.legId, checklistId: card.checklist.id, basedOn: card.scorecardId, answers };
  await seat.ask('POST', `/calls/${first.callId}/reviews/preview`, { body });
  await seat.ask('POST', `/calls/${first.callId}/reviews`, { body });
}

let screen: Socket | undefined;
let before = 0;
const heardOf = new Set<string>();

async function watch(day: Day): Promise<void> {
  const seat = day.seat(SUPERVISOR);
  await seat.signIn();
  before = day.calls.length;
  const { baseUrl } = day.installation;
  screen = io(baseUrl, { path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie: seat.signedInCookie } });
  const opened = screen;
  opened.on('delta', (delta: CallDelta) => void (delta.kind === 'call' && heardOf.add(delta.callId)));
  await new Promise<void>((done, fail) => {
    opened.once('hello', () => done());
    opened.once('connect_error', fail);
  });
}

async function hasHeard(day: Day): Promise<void> {
  screen?.disconnect();
  const came = day.calls.slice(before);
  const mine = came.filter(({ staffNumber }) => ['3068', '3071'].includes(staffNumber));
  const missed = mine.filter(({ callId }) => !heardOf.has(callId));
  if (mine.length === 0 || missed.length > 0)
    throw new Error(`of ${mine.length} calls, the screen was not told of ${missed.length}`);
  const others = came.filter((call) => !mine.includes(call) && heardOf.has(call.callId));
  if (others.length > 0) throw new Error(`the screen was told of ${others.length} calls of other teams`);
}

async function isRefused(day: Day): Promise<void> {
  const other = day.calls.find(({ staffNumber }) => staffNumber === '3201');
  if (!other) throw new Error('no call of the other team came in');
  await day.seat(SUPERVISOR).ask('GET', `/calls/${other.callId}`, { expect: 404 });
}

async function takeList(day: Day): Promise<void> {
  await day.seat(SUPERVISOR).ask('GET', '/calls/export.csv');
}
