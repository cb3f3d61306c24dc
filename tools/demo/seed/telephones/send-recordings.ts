import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type UploadMetadata } from '#contracts';
import { spokenSamples, wordsOf, type SpokenSample } from '../../../samples/sounds.js';
import { SAMPLE_CALLS } from '../../../samples/calls.js';
import { type ApiClient } from '../../api-client.js';
import { moved } from './moved.rules.js';
import { RECORDED_TALKS, type RecordedTalk } from './recordings.js';

/** The telephone system, as its calls name it. */
export const TELEPHONES = 'green-valley-pbx';

const run = promisify(execFile);
/** The agent is in the left channel. */
const AGENT_ALONE = ['-af', 'pan=stereo|c0=c0|c1=0*c1'];

/** Sends in what the telephone system recorded, with its words, so that it takes the recogniser no time. @param seconds as its records were moved */
export async function sendRecordings(operator: ApiClient, seconds: number): Promise<void> {
  for (const talk of RECORDED_TALKS) {
    const [spoken] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === talk.sample));
    if (!spoken) throw new Error(`there is no sample ${talk.sample}`);
    const about = JSON.parse(moved(JSON.stringify(metadataOf(talk)), seconds)) as UploadMetadata;
    await operator.take(about, await soundOf(talk, spoken), wordsOf({ ...spoken, turns: turnsOf(talk, spoken) }));
  }
}

/** What a recorder knows: who was recorded, and when it began. All else the records tell. */
function metadataOf({ externalId, startedAt, answeredAt, staffNumber, language, region }: RecordedTalk): object {
  const evidence = { kind: 'announcement', reference: `ivr-notice-${language}-1` };
  return {
    ...{ source: TELEPHONES, externalId, recordingExternalId: `${externalId}-${staffNumber}`, direction: 'inbound' },
    ...{ startedAt, language, region, consent: { state: 'announced', evidence }, agentChannel: 'left' },
    legs: [{ staffNumber, answeredAt }],
  };
}

async function soundOf({ fromMs, toMs, customerSilent }: RecordedTalk, { audio }: SpokenSample): Promise<Blob> {
  const cut = ['-ss', `${fromMs}ms`, '-to', `${toMs}ms`, '-i', audio, ...(customerSilent ? AGENT_ALONE : [])];
  const written = ['-ar', '8000', '-c:a', 'libopus', '-b:a', '40k', '-f', 'ogg', '-fflags', '+bitexact', 'pipe:1'];
  const { stdout } = await run('ffmpeg', ['-v', 'error', ...cut, ...written], { encoding: 'buffer' });
  return new Blob([new Uint8Array(stdout)]);
}

const turnsOf = ({ fromMs, toMs, customerSilent }: RecordedTalk, { turns }: SpokenSample): SpokenSample['turns'] =>
  turns
    .filter((turn) => turn.fromMs >= fromMs && turn.toMs <= toMs && !(customerSilent && turn.speaker === 'customer'))
    .map((turn) => ({ ...turn, fromMs: turn.fromMs - fromMs, toMs: turn.toMs - fromMs }));
