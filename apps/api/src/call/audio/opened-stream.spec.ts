import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { openedStream } from './opened-stream.js';

describe('a stream of what is opened before the answer begins', () => {
  let open = 0;
  async function* file(): AsyncGenerator<Buffer, void> {
    open += 1;
    try {
      yield Buffer.from('one ');
      yield Buffer.from('two');
    } finally {
      open -= 1;
    }
  }

  it('gives all of it and closes it', async () => {
    expect(await text(await openedStream(file()))).toBe('one two');
    expect(open).toBe(0);
  });

  it('closes it for a client that went away before the first byte, or after it', async () => {
    const unread = await openedStream(file());
    expect(open).toBe(1);
    unread.destroy();
    await once(unread, 'close');
    const begun = await openedStream(file());
    await once(begun, 'readable');
    begun.destroy();
    await once(begun, 'close');
    // Its file is closed a moment after the stream.
    while (open > 0) await new Promise(setImmediate);
  });

  it('tells what could not be opened', async () => {
    // eslint-disable-next-line require-yield
    async function* broken(): AsyncGenerator<Buffer, void> {
      throw new Error('the object is damaged');
    }
    await expect(openedStream(broken())).rejects.toThrow('the object is damaged');
  });
});
