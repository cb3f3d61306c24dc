import { SoundWatch } from '#recordings';
import { longWav } from './long-wav.js';

describe('the generated recording', () => {
  it.each([44 + 64, 3_000_000, 3 * 1024 * 1024 + 1])(
    'is a whole WAVE file of %i bytes, to the frame',
    async (wanted) => {
      const { bytes, durationMs, chunks } = longWav(wanted);
      const watch = new SoundWatch();
      let passed = 0;
      watch.on('data', (chunk: Buffer) => (passed += chunk.length));
      const ended = new Promise((done, fail) => watch.once('end', done).once('error', fail));
      for (const chunk of chunks()) watch.write(chunk);
      watch.end();
      await ended;
      expect(passed).toBe(bytes);
      expect(wanted - bytes).toBeLessThan(4);
      expect(watch.verdict()).toMatchObject({
        state: 'complete',
        channels: 2,
        sampleRate: 16_000,
        codec: 'pcm_s16le',
        durationMs,
      });
    },
  );
});
