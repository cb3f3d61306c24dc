import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthWav } from '../../test/fixtures/wav.js';
import { runCommand } from '../../test/support/command.js';
import { hasRecogniser } from '../../test/support/recogniser.js';
import { heardOnce } from '../../test/support/run-recogniser.js';
import { soundOf } from '#recordings';
import { mixDown } from '../../measure/eval-spoken/mix-down.js';
import { SAMPLE_CALLS } from '../samples/calls.js';
import { spokenSamples } from '../samples/sounds.js';
import { DEEP } from '../../test/support/deep.js';

const [spoken] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === 'en-no-greeting'));
const { sample, audio } = spoken!;
let folder: string;
let tones: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-score-'));
  tones = join(folder, 'tones');
  await mkdir(tones);
  await copyFile(audio, join(folder, 'call.opus'));
  await writeFile(join(folder, 'call.lang'), 'unknown\n');
  await writeFile(join(folder, 'broken.wav'), 'RIFF, it says, and is none');
  await writeFile(join(folder, 'notes.txt'), 'what was said');
  await writeFile(join(tones, 'tone.wav'), synthWav({ tones: [440], seconds: 2, sampleRate: 8_000 }));
});
afterAll(() => rm(folder, { recursive: true }));

const score = async (args: readonly string[], env?: Record<string, string>) =>
  runCommand('dist/tools/score.js', args, env ?? (await heardOnce()));
const hears = hasRecogniser() ? it : it.skip;

interface Line {
  turns: { speaker: string; fromMs: number; toMs: number; text: string }[];
  items: Record<string, { outcome: string; evidence: { turn: number; text: string }[] }>;
}

describe('a folder of recordings', () => {
  hears('is heard and judged, a line for each, and what cannot be heard is named while the rest goes on', async () => {
    const { code, stdout, stderr } = await score([folder, '--agent', 'left', '--language', 'zh']);
    expect(stderr).toContain('1 of 2: broken.wav');
    expect(stderr).toMatch(/broken\.wav: .*cannot|broken\.wav: no recording that can be read/);
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!) as Line;
    expect(stderr).toContain('its language, as it sounds: en');
    expect(line).toMatchObject({
      id: 'call',
      language: 'en',
      languageTold: { from: 'sound', doubt: null },
      unreliable: [],
      engine: { name: 'faster-whisper' },
    });
    // As it was spoken: the same people one after the other, each turn within half a second.
    expect(line.turns.map(({ speaker }) => speaker)).toEqual(spoken!.turns.map(({ speaker }) => speaker));
    line.turns.forEach(({ fromMs }, at) => expect(Math.abs(fromMs - spoken!.turns[at]!.fromMs)).toBeLessThan(500));
    const facts = ['answer.three_rings', 'closing.customer_hangs_up_first'];
    for (const [item, outcome] of Object.entries(sample.expected).filter(([item]) => !facts.includes(item)))
      expect([item, line.items[item]?.outcome]).toEqual([item, outcome]);
    for (const { evidence } of Object.values(line.items))
      for (const { turn, text } of evidence) expect(line.turns[turn]!.text).toContain(text);
  });

  // Told apart by voice: tell-apart.int-spec. Swapped sides: swap-sides.spec.
  (DEEP ? hears : it.skip)(
    'of one channel are told apart by voice, and a channel that seems swapped judges no agent',
    async () => {
      const model = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === 'en-no-greeting'))[0]!;
      const people = join(folder, 'people');
      await mkdir(people);
      await copyFile(join(tones, 'tone.wav'), join(people, 'tone.wav'));
      const bytes = await readFile(model.audio);
      await writeFile(join(people, 'mixed.wav'), (await mixDown(bytes, soundOf(bytes), true)).mixed);
      await copyFile(model.audio, join(people, 'swapped.opus'));
      // Its agent is on the left.
      const { code, stdout, stderr } = await score([people, '--language=en', '--agent=right']);
      expect(code).toBe(0);
      for (const said of [
        'mixed.wav: one channel with two voices; their words tell which is the agent',
        'swapped.opus: what agents say is heard on the other channel than --agent right: swapped?',
        'tone.wav: one channel, and no two voices that can be told apart',
      ])
        expect(stderr).toContain(said);
      const [mixed, swapped, tone] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
      expect(tone).toMatchObject({ id: 'tone', turns: [] });
      const truth = model.turns.map(({ speaker }) => speaker);
      expect(mixed!.turns.map(({ speaker }) => speaker).filter((one, at, all) => one !== all[at - 1])).toEqual(
        truth.filter((one, at) => one !== truth[at - 1]),
      );
      expect(new Set(swapped!.turns.map(({ speaker }) => speaker))).toEqual(new Set(['unknown']));
      expect(Object.values(swapped!.items).filter(({ outcome }) => outcome === 'not_met')).toEqual([]);
    },
  );

  it('needs to know where the agent speaks, which language, and that there are recordings', async () => {
    expect(await score([folder, '--language', 'en'])).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr: expect.stringContaining('--agent left or right'),
    });
    const unknown = await score([tones]);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('its language is not sure')]);
    expect((await score([tones, '--agent', 'middle'])).stderr).toContain('--agent is left or right, not middle');
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await score([empty])).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no recording') });
  });

  it('says what is missing where there is no recogniser', async () => {
    const nothing = { SHOUWEN_MODELS_DIR: join(folder, 'no-models'), SHOUWEN_ENGINES: 'faster-whisper' };
    const { code, stderr } = await score([tones, '--language', 'zh'], nothing);
    expect([code, stderr]).toEqual([1, expect.stringContaining('npm run models -- set-up')]);
  });
});
