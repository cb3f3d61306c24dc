import { DomainError } from '../errors/domain-error.js';
import { isBeyondLastTry, retryDelaySeconds, verdictOn } from './job-failure.rules.js';

const now = { attempt: 1, attempts: 3, stopping: false, leaseLost: false };
const callers = new DomainError('bad', 'bad_input', { zh: '坏', en: 'bad' });
const vendors = new DomainError('down', 'unavailable', { zh: '坏', en: 'down' }, { fault: 'vendor' });
const lasting = new DomainError('refused', 'unavailable', { zh: '坏', en: 'no' }, { fault: 'ours', lasting: true });

describe('what a failed try means', () => {
  it.each([
    ['an unknown error is tried again', new Error('x'), {}, 'again'],
    ["a vendor's fault is tried again", vendors, {}, 'again'],
    ['the last try gives up', vendors, { attempt: 3 }, 'give_up'],
    ["a caller's fault gives up at once", callers, {}, 'give_up'],
    ['what will not pass gives up at once', lasting, {}, 'give_up'],
    [
      'a stopping process hands back, even on the last try',
      new Error('aborted'),
      { attempt: 3, stopping: true },
      'hand_back',
    ],
    [
      'a full disk waits for room, even on the last try',
      Object.assign(new Error('full'), { code: 'ENOSPC' }),
      { attempt: 3 },
      'wait_for_room',
    ],
    ['a lost lease changes nothing', new Error('lost'), { leaseLost: true, attempt: 3 }, 'drop'],
  ] as const)('%s', (_what, error, change, verdict) => {
    expect(verdictOn(error, { ...now, ...change })).toBe(verdict);
  });

  it('waits longer each time, but not for ever', () => {
    expect([1, 2, 3, 9].map(retryDelaySeconds)).toEqual([2, 8, 32, 600]);
  });
});

describe('a job that ends its worker', () => {
  it('is not tried once more than its tries', () => {
    expect([1, 4, 5, 6].map((attempt) => isBeyondLastTry(attempt, 5))).toEqual([false, false, false, true]);
  });
});
