import { setTimeout as delay } from 'node:timers/promises';
import { type SpokenSample } from '../../samples/sounds.js';
import { RecordingClient } from './recording-client.js';
import { soundOfSample } from './sample-sound.js';
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
