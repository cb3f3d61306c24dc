/*
 * Two calls every few minutes, while a person looks
 *   A newcomer sees agents ring and talk on the floor, finds each call a little after it ended, and its scorecard when it has been heard.
 *   Recordings are destroyed by the demonstration's schedule alone, as everywhere: so there are twenty a day and no more.
 */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { telephonySourcesSchema, type Language } from '#contracts';
import { SAMPLE_CALLS } from '../../samples/calls.js';
import { spokenSamples, type SpokenSample } from '../../samples/sounds.js';
import { ApiClient } from '../api-client.js';
import { EXTENSIONS, PEOPLE, SAMPLE_AGENT_STAFF_NUMBER } from '../seed/organisation.js';
import { TELEPHONES } from '../seed/telephones/send-recordings.js';
import { playLiveCall, type LiveAgent } from './live-call.js';
import { capturedToday, someoneLooks } from './looked-at.js';
import { type WrittenRecords } from './switchboard-records.rules.js';

const MOST_A_DAY = 20;
const AT_ONCE = 2;
const ROUND_MS = 4 * 60_000;
const LOOK_MS = 5_000;
/** Channels that its switchboard had opened before: other than those of the seeded records. */
const CHANNELS = 5001;
/** The second call comes in so much later. */
const APART_MS = 7_000;

export interface LivePlay {
  baseUrl: string;
  password: string;
  databaseUrl: string;
  port: number;
  /** Languages that a recogniser hears here: other calls would stay without a scorecard. */
  hears: readonly Language[];
  say(line: string): void;
}

/** Until the signal falls. Never rejects: the demonstration goes on without it, and says why. */
export async function playLiveCalls(play: LivePlay, signal: AbortSignal): Promise<void> {
  const rounds = roundsOf(play.hears);
  if (rounds.length === 0) return;
  const database = new pg.Pool({ connectionString: play.databaseUrl, max: 1 });
  database.on('error', () => undefined);
  const told = new Set<string>();
  const once = (line: string): void => void (!told.has(line) && told.add(line) && play.say(line));
  let [round, last] = [0, -Infinity];
  while (!signal.aborted) {
    try {
      if (Date.now() - last > ROUND_MS && (await isWanted(database, once))) {
        last = Date.now();
        await playRound(play, { samples: rounds[round % rounds.length] ?? [], round: round++ }, signal);
      }
    } catch (error) {
      if (!signal.aborted)
        once(`a live call was not played: ${error instanceof Error ? error.message : String(error)}`);
    }
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
  await database.end();
}

/** One sample of each language at a time: its agent has one telephone. */
function roundsOf(hears: readonly Language[]): SpokenSample[][] {
  const samples = spokenSamples(SAMPLE_CALLS.filter(({ kind }) => kind !== 'consent_declined'));
  const byLanguage = hears.map((language) => samples.filter(({ sample }) => sample.language === language));
  const most = Math.max(0, ...byLanguage.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => byLanguage.flatMap((some) => some[at % some.length] ?? []));
}

async function isWanted(database: pg.Pool, once: (line: string) => void): Promise<boolean> {
  if (!(await someoneLooks(database))) return false;
  if ((await capturedToday(database)) + AT_ONCE <= MOST_A_DAY) return true;
  once(`${MOST_A_DAY} live calls were played within a day, and no more are: they stay as long as the schedule says`);
  return false;
}

async function playRound(
  { baseUrl, password, port, say }: LivePlay,
  { samples, round }: { samples: readonly SpokenSample[]; round: number },
  signal: AbortSignal,
): Promise<void> {
  const administrator = await ApiClient.signIn(baseUrl, 'admin', password);
  const { sources } = telephonySourcesSchema.parse(await administrator.json('/api/v1/telephony-sources'));
  const sourceId = sources.find(({ name }) => name === TELEPHONES)?.sourceId ?? '';
  const send = async (records: WrittenRecords): Promise<void> => {
    for (const [name, text] of Object.entries(records))
      await administrator.sendFile(`/api/v1/telephony-sources/${sourceId}/records?name=${name}`, text);
  };
  say(`live: ${samples.map(({ sample }) => sample.id).join(' and ')} ring now; see the floor`);
  const calls = samples.map(async (spoken, at) => {
    await delay(at * APART_MS, undefined, { signal });
    const channels = CHANNELS + 2 * (round * AT_ONCE + at);
    return playLiveCall({ spoken, agent: agentOf(spoken.sample.language), port, channels, send }, signal);
  });
  const failed = (await Promise.allSettled(calls)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Who takes the calls of a language, at their telephone of today. */
function agentOf(language: Language): LiveAgent {
  const staff = SAMPLE_AGENT_STAFF_NUMBER[language];
  const extension = EXTENSIONS.findLast(({ staffNumber }) => staffNumber === staff)?.extension ?? '';
  const name = PEOPLE.find(({ staffNumber }) => staffNumber === staff)?.name.en ?? '';
  return { extension, name };
}
