import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { synthWav, wavChunk, wavFile } from '../../../../test/fixtures/wav.js';
import { UnsupportedAudioError, SoundWatch } from './sound-watch.js';

async function watch(file: Buffer, pieceBytes = 7) {
  const pieces = Array.from({ length: Math.ceil(file.length / pieceBytes) }, (_, i) =>
    file.subarray(i * pieceBytes, (i + 1) * pieceBytes),
  );
  const watching = new SoundWatch();
  const [passed] = await Promise.all([buffer(watching), pipeline(Readable.from(pieces), watching)]);
  return { passed, verdict: watching.verdict() };
}

describe('an upload on its way', () => {
  const file = synthWav({ codec: 'pcm_mulaw', tones: [440, 0], seconds: 0.5 });

  it('passes unchanged and is judged complete, with its length', async () => {
    const { passed, verdict } = await watch(Buffer.concat([file, wavChunk('LIST', Buffer.alloc(900))]));
    expect(passed.subarray(0, file.length).equals(file)).toBe(true);
    expect(verdict).toMatchObject({ state: 'complete', durationMs: 500, codec: 'pcm_mulaw' });
  });

  it('is incomplete when the header promised more', async () => {
    expect((await watch(file.subarray(0, 44 + 4_001))).verdict).toMatchObject({
      state: 'incomplete',
      durationMs: 250,
    });
  });

  it('is damaged when there is no sound at all', async () => {
    expect((await watch(file.subarray(0, 45))).verdict).toMatchObject({ state: 'damaged', durationMs: 0 });
  });

  it('is complete when nothing was promised', async () => {
    const open = wavFile({
      samples: new Int16Array(800),
      channels: 1,
      sampleRate: 8_000,
      declaredDataBytes: 0xffffffff,
    });
    expect((await watch(open)).verdict).toMatchObject({ state: 'complete', durationMs: 100 });
  });

  it('fails before the first byte is passed on when it is no recording', async () => {
    const watching = new SoundWatch();
    const passed: Buffer[] = [];
    watching.on('data', (chunk: Buffer) => passed.push(chunk));
    const failing = pipeline(Readable.from([Buffer.from('<html>'.padEnd(600)), Buffer.alloc(2_000, 'x')]), watching);
    await expect(failing).rejects.toThrow(UnsupportedAudioError);
    expect(passed).toEqual([]);
  });
});
