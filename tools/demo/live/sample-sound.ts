import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type SpokenSample } from '../../samples/sounds.js';
import { type CallSound } from './recording-client.js';

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
