import { seeded } from '../records/seeded.fixture.js';
import { asterisk } from '../sources/asterisk/asterisk.rules.js';
import { OPTIONS, read, told } from '../sources/asterisk/twelve-calls.fixture.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '../sources/asterisk/twelve-calls.fixture.js';
import { REMEMBERED, takeLines, toRead, type TailState } from './tail.rules.js';

/** Files as a disk holds them: names lead to what is in them. */
class Disk {
  private readonly files = new Map<string, { inode: string; bytes: Buffer }>();
  private count = 0;

  append(name: string, text: string): void {
    const file = this.files.get(name) ?? { inode: String(++this.count), bytes: Buffer.alloc(0) };
    this.files.set(name, { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(text)]) });
  }

  rename(from: string, to: string): void {
    const file = this.files.get(from);
    if (file) this.files.set(to, file);
    this.files.delete(from);
  }

  cut(name: string): void {
    const file = this.files.get(name);
    if (file) file.bytes = Buffer.alloc(0);
  }

  list = () => [...this.files].map(([name, { inode, bytes }]) => ({ name, inode, size: bytes.length }));

  /** One look: what is new, and the states after it. */
  look(states: readonly TailState[]): { text: string; states: TailState[] } {
    const there = new Set(this.list().map(({ inode }) => inode));
    const next = new Map(states.filter(({ inode }) => there.has(inode)).map((state) => [state.inode, state]));
    let text = '';
    for (const found of toRead(states, this.list())) {
      const bytes = this.files.get(found.name)?.bytes ?? Buffer.alloc(0);
      const part = bytes.subarray(Math.max(0, found.from - REMEMBERED), found.to);
      const whole = { ...found, from: 0, after: null };
      const taken = takeLines(found, part) ?? takeLines(whole, bytes.subarray(0, found.to));
      if (!taken) throw new Error('bytes without a state before them are always taken');
      text += taken.text;
      next.set(found.inode, taken.state);
    }
    return { text, states: [...next.values()] };
  }
}

describe('a log that grows', () => {
  it('gives whole lines once, and keeps a half one for later', () => {
    const disk = new Disk();
    disk.append('log', 'one\ntw');
    const first = disk.look([]);
    expect(first.text).toBe('one\n');
    disk.append('log', 'o\nthree 通话\n');
    const second = disk.look(first.states);
    expect(second.text).toBe('two\nthree 通话\n');
    expect(disk.look(second.states)).toEqual({ text: '', states: second.states });
  });

  it('is read to its end under its new name before the one that took its place', () => {
    const disk = new Disk();
    disk.append('log', 'one\n');
    const first = disk.look([]);
    disk.append('log', 'two\n');
    disk.rename('log', 'log.1');
    disk.append('log', 'three\n');
    expect(disk.look(first.states).text).toBe('two\nthree\n');
  });

  it('that was cut is read from its beginning, also where it has grown past it again', () => {
    const disk = new Disk();
    disk.append('log', 'one\ntwo\n');
    const first = disk.look([]);
    disk.cut('log');
    disk.append('log', 'new\n');
    expect(disk.look(first.states).text).toBe('new\n');
    disk.append('log', 'that is longer than what stood there\n');
    expect(disk.look(first.states).text).toBe('new\nthat is longer than what stood there\n');
  });

  it('tells of a call while it goes on, and in the end what the whole file tells', () => {
    const text = readFileSync(join(FIXTURES, 'Cel.csv'), 'utf8');
    const [disk, chance] = [new Disk(), seeded(5)];
    let states: TailState[] = [];
    const records = [];
    let answered = false;
    for (let at = 0; at < text.length;) {
      const piece = text.slice(at, (at += 1 + Math.floor(chance() * 4000)));
      disk.append('Cel.csv', piece);
      const look = disk.look(states);
      states = look.states;
      if (look.text !== '')
        records.push(...(asterisk.read({ name: 'Cel.csv', text: look.text }, OPTIONS)?.records ?? []));
      answered ||= told(records).some(({ outcome, endedAt }) => outcome === 'answered' && endedAt === null);
    }
    expect(answered).toBe(true);
    expect(told(records)).toEqual(told(read('Cel.csv')));
  });
});
