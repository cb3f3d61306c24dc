import { PassThrough } from 'node:stream';
import { receive } from './upload-stream.js';

async function drain(bytes: PassThrough, limits: { idleMs?: number; longestMs?: number }): Promise<number> {
  let n = 0;
  for await (const chunk of receive(bytes, limits)) n += chunk.length;
  return n;
}

describe('bytes from a caller', () => {
  it('are passed on to their end', async () => {
    const bytes = new PassThrough();
    bytes.end('abc');
    expect(await drain(bytes, {})).toBe(3);
  });

  it.each([
    ['falls silent', { idleMs: 20 }],
    ['takes for ever', { longestMs: 20 }],
  ])('are given up when the sender %s', async (_what, limits) => {
    const bytes = new PassThrough();
    bytes.write('abc');
    await expect(drain(bytes, limits)).rejects.toMatchObject({ code: 'upload_cut_short' });
    expect(bytes.destroyed).toBe(true);
  });

  it('are cut short when the line breaks', async () => {
    const bytes = new PassThrough();
    bytes.destroy(new Error('reset'));
    await expect(drain(bytes, {})).rejects.toMatchObject({ code: 'upload_cut_short', fault: 'caller' });
  });
});
