import { setTimeout as delay } from 'node:timers/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type SpokenSample } from '../../samples/sounds.js';
import { RecordingClient, type CallSound } from './recording-client.js';
import {
  ANNOUNCED_S,
  ANSWERED_S,
  answeredRecords,
  callIdAt,
  endedRecords,
  rungRecords,
  type QueueCall,
  type WrittenRecords,
} from './switchboard-records.rules.js';

const run = promisify(execFile);

/** A-law of both channels for ten minutes. */
const MOST_BYTES = 10 * 60 * 8000 * 2;

/** A sample as a telephone carries it, each side by itself. Needs ffmpeg. */
export async function soundOfSample({ audio }: Pick<SpokenSample, 'audio'>): Promise<CallSound> {
  const coded = ['-v', 'error', '-i', audio, '-ac', '2', '-ar', '8000', '-f', 'alaw', 'pipe:1'];
  const { stdout } = await run('ffmpeg', coded, { encoding: 'buffer', maxBuffer: MOST_BYTES });
  const side = (left: 0 | 1): Buffer => Buffer.from(stdout.filter((_, at) => at % 2 === left));
  return { agent: side(0), customer: side(1) };
}

/** Who answers the calls of a sample's language. */
export interface LiveAgent {
  extension: string;
  name: string;
}

export interface LiveCallOptions {
  spoken: SpokenSample;
  agent: LiveAgent;
  /** Port of the recording server on this machine. */
  port: number;
  /** Channels that the switchboard has opened before. */
  channels: number;
  send(records: WrittenRecords): Promise<void>;
}

/**
 * One call as a switchboard would bring it: it waits, rings and is answered, its two sides are offered to the recording server as they speak,
 * and records tell of each moment. When the signal falls it is hung up.
 * @throws when it could not be recorded
 */
export async function playLiveCall(
  { spoken, agent, port, channels, send }: LiveCallOptions,
  signal: AbortSignal,
): Promise<void> {
  const sound = await soundOfSample(spoken);
  const { customer } = spoken.sample;
  const at = Date.now();
  const call: QueueCall = { id: callIdAt(at, channels), at, queue: 'cards', customer, agent };
  await delay(ANNOUNCED_S * 1000, undefined, { signal });
  await send(rungRecords(call));
  await delay((ANSWERED_S - ANNOUNCED_S) * 1000, undefined, { signal });
  const answeredAt = Date.now();
  await send(answeredRecords(call, answeredAt));
  const client = await RecordingClient.open(call, port);
  try {
    await client.begin();
    await client.speak(sound, signal);
    await client.end();
  } catch (error) {
    client.close();
    throw error;
  } finally {
    await send(endedRecords(call, answeredAt, Date.now()));
  }
}
