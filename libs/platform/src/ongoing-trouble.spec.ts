import { Writable } from 'node:stream';
import { createLogger } from './logger.js';
import { OngoingTrouble } from './ongoing-trouble.js';

describe('a trouble that goes on', () => {
  let now: number;
  let lines: { msg: string; unsaid?: number }[];
  let trouble: OngoingTrouble;

  beforeEach(() => {
    [now, lines] = [1_000, []];
    const to = new Writable({
      write: (line: Buffer, _encoding, done) => (lines.push(JSON.parse(line.toString('utf8'))), done()),
    });
    trouble = new OngoingTrouble(createLogger('test', 'info', to), () => now);
  });

  const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const meetFor = (seconds: number, error: () => Error) => {
    for (const end = now + seconds * 1000; now < end; now += 50) trouble.warn(error(), 'queue trouble');
  };

  it('is told once, then at pauses that double, with what was not told', () => {
    meetFor(29, refused);
    expect(lines).toHaveLength(1);
    meetFor(600, refused);
    expect(lines.map(({ unsaid = 0 }) => unsaid)).toEqual([0, 599, 1199, 2399, 4799]);
  });

  it('has one kind for a server that is away, in all its wordings', () => {
    meetFor(1, refused);
    meetFor(1, () => new Error('Connection terminated unexpectedly'));
    meetFor(1, () => Object.assign(new Error('the database system is starting up'), { code: '57P03' }));
    expect(lines).toHaveLength(1);
  });

  it('does not hide another, nor one that came back after it was over', () => {
    meetFor(1, refused);
    meetFor(1, () => Object.assign(new Error('No space left on device'), { code: '53100' }));
    expect(lines).toHaveLength(2);
    now += 60_000;
    meetFor(1, refused);
    expect(lines).toHaveLength(3);
    for (let job = 0; job < 100; job++) trouble.warn(new Error(`Missing lock for job ${job}. moveToFinished`), 'lock');
    expect(lines).toHaveLength(4);
  });
});
