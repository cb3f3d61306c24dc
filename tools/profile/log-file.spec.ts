import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log-file.js';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-log-'));
  path = join(dir, 'api.log');
});
afterEach(() => rmSync(dir, { recursive: true }));

const line = (n: number) => Buffer.from(`line ${n}\n`);
const read = (ending = '') => readFileSync(`${path}${ending}`, 'utf8');

it('a log that is long enough is set aside, and so many are kept', () => {
  const log = new LogFile(path, { bytes: 14, kept: 2 });
  for (let n = 1; n <= 8; n++) log.write(line(n));
  log.close();
  expect(readdirSync(dir).sort()).toEqual(['api.log', 'api.log.1', 'api.log.2']);
  expect([read(), read('.1'), read('.2')]).toEqual(['line 7\nline 8\n', 'line 5\nline 6\n', 'line 3\nline 4\n']);
});

it('a line that came in two pieces stays in one file, and what was there before counts', () => {
  new LogFile(path, { bytes: 10, kept: 1 }).write(line(1));
  const log = new LogFile(path, { bytes: 10, kept: 1 });
  log.write(Buffer.from('one half, '));
  log.write(Buffer.from('the other\n'));
  log.write(line(2));
  expect([read(), read('.1')]).toEqual(['line 2\n', 'line 1\none half, the other\n']);
});

it('a file that was moved away is made again when told', () => {
  const log = new LogFile(path, { bytes: 100, kept: 1 });
  log.write(line(1));
  renameSync(path, join(dir, 'moved'));
  log.reopen();
  log.write(line(2));
  expect(read()).toBe('line 2\n');
});

it('a folder that is gone loses lines and ends nothing', () => {
  const log = new LogFile(join(dir, 'gone', 'api.log'), { bytes: 100, kept: 1 });
  expect(() => log.write(line(1))).not.toThrow();
});
