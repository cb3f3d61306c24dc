import { playSchema, type Play } from '#contracts';
import { untilQuiet } from '../clock/quiet.js';
import { type Day } from '../day.js';
import { type Seat } from './seat.js';

const QUIET_WITHIN_MS = 300_000;
/** No one hears faster than this, and the product gives out no faster: the clock moves with the playhead. */
const PIECE_MS = 8_000;

interface Heard {
  callId: string;
  recordingId: string;
  /** Of one's own legal request. */
  grantId?: string;
}

/** Opens a recording, hears it piece by piece to its end, says so, and closes it. @returns its bytes, as they were given out */
export async function listen(day: Day, seat: Seat, { callId, recordingId, grantId }: Heard): Promise<Buffer> {
  const opened = await seat.ask('POST', `/calls/${callId}/plays`, {
    body: { recordingId, ...(grantId !== undefined && { grantId }) },
    ...(grantId !== undefined && { prove: true as const }),
  });
  const play = playSchema.parse(opened);
  const { durationMs } = await durationOf(seat, callId);
  const parts: Buffer[] = [];
  for (let at = 0, size = 1; at < size;) {
    const part = await range(seat, play, at);
    parts.push(part.bytes);
    const span: [number, number] = [
      Math.floor((at / part.size) * durationMs),
      Math.ceil((part.to / part.size) * durationMs),
    ];
    await passes(day, Math.min(PIECE_MS, span[1] - span[0]));
    await seat.ask('POST', `/plays/${play.playId}/heard`, { body: { intervals: [span] } });
    [at, size] = [part.to, part.size];
  }
  await seat.ask('DELETE', `/plays/${play.playId}`);
  return Buffer.concat(parts);
}

async function range(
  seat: Seat,
  { audioUrl }: Play,
  from: number,
): Promise<{ bytes: Buffer; to: number; size: number }> {
  const answer = await seat.request(audioUrl, { headers: { range: `bytes=${from}-` } });
  if (answer.status !== 206)
    throw new Error(`a range from ${from} was answered ${answer.status} ${await answer.text()}`);
  const [, size = '0'] = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length === 0) throw new Error(`a range from ${from} was empty`);
  return { bytes, to: from + bytes.length, size: Number(size) };
}

async function durationOf(seat: Seat, callId: string): Promise<{ durationMs: number }> {
  const call = await seat.ask<{ durationMs: number | null }>('GET', `/calls/${callId}`);
  return { durationMs: call.durationMs ?? 0 };
}

/** Some seconds of listening, in which nothing else happens. */
async function passes(day: Day, ms: number): Promise<void> {
  await untilQuiet(day.installation.database, QUIET_WITHIN_MS);
  day.clock.jump(Math.ceil(ms / 1000));
}
