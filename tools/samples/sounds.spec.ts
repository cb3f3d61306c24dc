import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_CALLS } from './calls.js';
import { spokenSamples, wordsOf } from './sounds.js';
import { voicesOf } from './sample-voices.js';

const FOLDER = join(import.meta.dirname, 'sound');
/** What a checkout may carry of them. */
const MOST_BYTES = 4 * 1024 * 1024;

describe('the sound of the samples', () => {
  it.each(spokenSamples().map((one) => [one.sample.id, one] as const))('%s says what its script says', (_, spoken) => {
    const { sample, turns, durationMs } = spoken;
    expect(turns.map(({ speaker, text }) => ({ speaker, text }))).toEqual(
      sample.lines.map(({ speaker, text }) => ({ speaker, text })),
    );
    const ends = [0, ...turns.map(({ toMs }) => toMs)];
    turns.forEach(({ fromMs, toMs }, at) => expect([fromMs > ends[at]!, toMs > fromMs]).toEqual([true, true]));
    expect(ends.at(-1)).toBeLessThan(durationMs);
  });

  it('lies in the repository, every call in few bytes and nothing besides', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.opus'));
    expect(names.sort()).toEqual(SAMPLE_CALLS.map(({ id }) => `${id}.opus`).sort());
    const bytes = names.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('has two people in every call, and no caller twice', () => {
    for (const call of SAMPLE_CALLS) expect(voicesOf(call).agent.style).not.toBe(voicesOf(call).customer.style);
    const callers = SAMPLE_CALLS.map((call) => voicesOf(call).customer.style);
    expect(new Set(callers).size).toBe(callers.length);
  });

  it('can bring its words along', async () => {
    const [spoken] = spokenSamples();
    expect(JSON.parse(await wordsOf(spoken!).text())).toEqual({
      language: spoken!.sample.language,
      turns: spoken!.turns,
    });
  });
});
