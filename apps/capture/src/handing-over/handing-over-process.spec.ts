import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mock } from 'node:test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger } from '#platform';
import { HandingOverProcess, type HandingOverOptions } from './handing-over-process.js';

/** Answers the key `a`, dies at `b` the first time, and says by a release that it was told of `c`; it writes down of which keys it is told. */
const CHILD = `
const { appendFileSync, existsSync } = require('node:fs');
const file = __filename + '.told';
const again = existsSync(file);
process.on('message', ({ pressed }) => {
  if (!pressed) return;
  appendFileSync(file, pressed.id);
  if (pressed.id === 'a') process.send({ answered: 'a' });
  if (pressed.id === 'b' && !again) process.disconnect();
  if (pressed.id === 'c') process.send({ released: 7 });
});
process.on('disconnect', () => process.exit(0));
`;

/** A promise that is resolved from outside. */
function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

describe('the process that hands over', () => {
  const directory = mkdtempSync(join(tmpdir(), 'handing-over-'));
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => {
    mock.timers.reset();
    rmSync(directory, { recursive: true });
  });

  it('is told again of keys that it has not answered, where it was started again', async () => {
    const entry = join(directory, 'child.cjs');
    writeFileSync(entry, CHILD);
    const [ended, told] = [signal(), signal()];
    const handing = new HandingOverProcess({
      ...{ entry, goingOn: () => [], onReleased: () => told.resolve() },
      logger: { warn: () => ended.resolve() } as unknown as Logger,
    } as unknown as HandingOverOptions);
    const press = (id: string) => handing.press({ id, session: 's', label: '2', key: '1' });
    press('a');
    press('b');
    await ended.promise;
    press('c');
    mock.timers.tick(5000);
    await told.promise;
    await handing.close();
    expect(readFileSync(`${entry}.told`, 'utf8')).toBe('abbc');
  });
});
