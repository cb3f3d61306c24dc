import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  bringTyped,
  followed,
  forgetTyped,
  hasTyped,
  setAsideTyped,
  setsAside,
  takeBack,
  typedIsKept,
} from './typed.js';

const KEYS = [1, 2, 3].map((one) => Buffer.alloc(32, one).toString('base64'));
const PLACE = '/calls/1 comment';
const stored = (): string => JSON.stringify(localStorage);
const typing = (accountId: string, text: string) => setsAside(accountId, PLACE, () => text);

beforeEach(() => {
  const storage = Object.defineProperties({} as Record<string, string>, {
    getItem: { value: (key: string) => storage[key] ?? null },
    setItem: { value: (key: string, text: string) => void (storage[key] = text) },
    removeItem: { value: (key: string) => void delete storage[key] },
  });
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

it('gives what was typed back to its account, in a page that was loaded since, and to no other', async () => {
  await bringTyped('li', KEYS[0] ?? '');
  const end = typing('li', '语气很好');
  setAsideTyped('li');
  end();
  await typedIsKept();
  expect(hasTyped('li')).toBe(true);
  expect(stored()).toContain('shouwen-draft li typed');
  expect(stored()).not.toContain('语气很好');
  expect(takeBack('wang', PLACE)).toBeUndefined();
  // Another page knows nothing but what lies in the storage, and opens it by the key of the account alone.
  forgetTyped('li');
  const [at, sealed] = Object.entries(localStorage)[0] ?? ['', ''];
  localStorage.setItem(at.replace('li', 'zhao'), sealed);
  localStorage.setItem(at.replace('li', 'chen'), sealed);
  await bringTyped('zhao', KEYS[0] ?? '');
  await bringTyped('chen', KEYS[1] ?? '');
  expect([takeBack('zhao', PLACE), takeBack('chen', PLACE)]).toEqual(['语气很好', undefined]);
});

it('keeps nothing of what is closed or sent, or was never touched', async () => {
  await bringTyped('sun', KEYS[2] ?? '');
  typing('sun', 'half a sentence')();
  setsAside('sun', '/calls/2 comment', () => undefined);
  setAsideTyped('sun');
  await typedIsKept();
  expect([hasTyped('sun'), stored()]).toEqual([false, '{}']);
  // What is brought back is of the form that has it from then on.
  const end = typing('sun', 'whole');
  setAsideTyped('sun');
  end();
  expect(takeBack('sun', PLACE)).toBe('whole');
  typing('sun', 'whole')();
  await typedIsKept();
  expect([takeBack('sun', PLACE), stored()]).toEqual([undefined, '{}']);
});

it('has the open page alone keep it where the account has no key', async () => {
  await bringTyped('qian', null);
  const end = typing('qian', 'on a page without https');
  setAsideTyped('qian');
  end();
  await typedIsKept();
  expect([takeBack('qian', PLACE), stored()]).toEqual(['on a page without https', '{}']);
});

it('keeps a draft that is left unsaved, and nothing of one that was saved', async () => {
  await bringTyped('zhou', KEYS[0] ?? '');
  let unsaved: string | undefined = '请先复述客户的问题';
  const leave = setsAside('zhou', PLACE, () => unsaved, true);
  leave();
  await typedIsKept();
  expect(takeBack('zhou', PLACE)).toBe('请先复述客户的问题');
  const leaveAgain = setsAside('zhou', PLACE, () => unsaved, true);
  unsaved = undefined;
  leaveAgain();
  expect(takeBack('zhou', PLACE)).toBeUndefined();
});

it('keeps nothing of a draft that is open when its account signs out', async () => {
  await bringTyped('wu', KEYS[0] ?? '');
  const leave = setsAside('wu', PLACE, () => '还没有分享', true);
  setAsideTyped('wu');
  forgetTyped('wu');
  leave();
  await typedIsKept();
  expect([hasTyped('wu'), stored()]).toEqual([false, '{}']);
});

describe('a draft of texts that the server has', () => {
  const was = { shared: 'a', own: 'b' };

  it('follows what another tab saves where it is not changed here', () => {
    const now = { shared: 'typed', own: 'b' };
    const saved = { shared: 'a', own: 'newer' };
    expect(followed({ of: was, now: was }, saved)).toEqual({ of: saved, now: saved });
    expect(followed({ of: was, now }, saved)).toEqual({ of: saved, now: { shared: 'typed', own: 'newer' } });
  });

  it('knows what it was written on, also where a newer text was saved since', () => {
    const draft = { of: was, now: { shared: 'typed', own: 'b' } };
    expect(followed(draft, { shared: 'newer', own: 'b' })).toBe(draft);
  });

  it('is none any more once it is saved', () => {
    const now = { shared: 'typed', own: 'b' };
    const saved = followed({ of: was, now }, now);
    expect(saved).toEqual({ of: now, now });
    expect(followed(saved, was)).toEqual({ of: was, now: was });
  });
});
