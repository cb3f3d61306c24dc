import { PassThrough } from 'node:stream';
import { runOut } from './upload.handlers.js';

describe('the rest of a request', () => {
  const request = () => Object.assign(new PassThrough(), { complete: false });

  it('is read to its end before the answer goes out', async () => {
    const rest = request();
    const over = runOut(rest).then(() => rest.readableEnded);
    for (let sent = 0; sent < 10; sent += 1) await new Promise((written) => rest.write(Buffer.alloc(65_536), written));
    rest.end();
    expect(await over).toBe(true);
  });

  it.each([
    ['never comes', request()],
    ['came already', Object.assign(request(), { complete: true })],
  ])('holds no answer up when it %s', async (_what, rest) => {
    await runOut(rest, 20);
    expect(rest.readableEnded).toBe(false);
  });

  it('may break off', async () => {
    const rest = request();
    const over = runOut(rest);
    rest.destroy(new Error('reset'));
    await expect(over).resolves.toBeUndefined();
  });
});
