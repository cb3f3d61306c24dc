import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { move } from './moved-aside.js';

describe('moving a file of a watched folder aside', () => {
  let base: string;
  let root: string;
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'aside-')));
    root = join(base, 'pbx');
    mkdirSync(join(root, 'day'), { recursive: true });
    mkdirSync(join(base, 'keys'));
    writeFileSync(join(base, 'keys', 'one.dat'), 'secret');
    writeFileSync(join(root, 'day', 'one.dat'), '');
  });
  afterEach(() => rmSync(base, { recursive: true }));

  it('moves it, and says again that it lies there', async () => {
    expect(await move(root, 'day/one.dat', 'quarantine/1-one.dat')).toBe(true);
    expect(await move(root, 'day/one.dat', 'quarantine/1-one.dat')).toBe(true);
    expect(existsSync(join(root, 'day/one.dat'))).toBe(false);
    expect(existsSync(join(root, 'quarantine/1-one.dat'))).toBe(true);
  });

  it('takes nothing from where a link leads that took the place of its directory', async () => {
    renameSync(join(root, 'day'), join(root, 'old'));
    symlinkSync(join(base, 'keys'), join(root, 'day'));
    expect(await move(root, 'day/one.dat', 'quarantine/1-one.dat')).toBe(false);
    expect(existsSync(join(base, 'keys/one.dat'))).toBe(true);
    expect(existsSync(join(root, 'quarantine/1-one.dat'))).toBe(false);
  });

  it('puts nothing where a link leads', async () => {
    renameSync(join(root, 'day'), join(root, 'old'));
    symlinkSync(join(base, 'keys'), join(root, 'day'));
    expect(await move(root, 'old/one.dat', 'day/two.dat')).toBe(false);
    expect(existsSync(join(base, 'keys/two.dat'))).toBe(false);
  });
});
