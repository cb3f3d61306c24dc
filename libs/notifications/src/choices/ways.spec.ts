import { mustBeTold, NOTIFICATIONS, type NotificationKind } from '../kinds/notifications.rules.js';
import { waysFor, whenTold } from './ways.rules.js';

const ALL = { bell: true, mail: true, chat: true };
const NONE = { bell: false, mail: false, chat: false };
const HAS = { mail: true, chat: true };

describe('the ways on which a person is told', () => {
  it('are those that they chose', () => {
    expect(waysFor('submitted', ALL, HAS)).toEqual(ALL);
    expect(waysFor('submitted', { ...NONE, chat: true }, HAS)).toEqual({ ...NONE, chat: true });
    expect(waysFor('submitted', NONE, HAS)).toEqual(NONE);
  });
  it.each((Object.keys(NOTIFICATIONS) as NotificationKind[]).filter(mustBeTold))(
    'keep bell and mail for %s',
    (kind) => {
      expect(waysFor(kind, NONE, HAS)).toEqual({ bell: true, mail: true, chat: false });
    },
  );
  it('go back to the bell where the chosen way is not there any more', () => {
    expect(waysFor('submitted', { ...NONE, mail: true }, { mail: false, chat: true })).toEqual({ ...NONE, bell: true });
    expect(waysFor('submitted', { ...NONE, chat: true }, { mail: true, chat: false })).toEqual({ ...NONE, bell: true });
  });
  it('tell of a chat that fails not in the chat', () => {
    expect(waysFor('chat_failing', ALL, HAS)).toEqual({ bell: true, mail: true, chat: false });
  });
});

describe('when a person is told', () => {
  const at = (time: string) => new Date(`2026-11-28T${time}:00+08:00`);
  const told = (time: string, quiet: { from: string; until: string } | null, digest: 'at_once' | 'daily' = 'at_once') =>
    whenTold('submitted', { quiet, digest, digestHour: 8 }, 'Asia/Shanghai', at(time));
  const night = { from: '22:00', until: '07:00' };

  it('is at once, outside of quiet hours', () => {
    expect(told('12:00', night)).toEqual({ dueAt: at('12:00'), gathered: false });
    expect(told('07:00', night)).toEqual({ dueAt: at('07:00'), gathered: false });
  });
  it('is when quiet hours end, across midnight as well', () => {
    const seven = new Date('2026-11-29T07:00:00+08:00');
    expect(told('22:00', night)).toEqual({ dueAt: seven, gathered: true });
    expect(told('06:59', night)).toEqual({ dueAt: at('07:00'), gathered: true });
    expect(told('12:30', { from: '12:00', until: '13:30' })).toEqual({ dueAt: at('13:30'), gathered: true });
  });
  it('is at the hour of the digest, the next day when that has passed, and after quiet hours', () => {
    expect(told('07:59', null, 'daily')).toEqual({ dueAt: at('08:00'), gathered: true });
    expect(told('08:00', null, 'daily')).toEqual({ dueAt: new Date('2026-11-29T08:00:00+08:00'), gathered: true });
    expect(told('07:59', { from: '07:30', until: '09:00' }, 'daily')).toEqual({ dueAt: at('09:00'), gathered: true });
  });
  it('is at once for what must be told', () => {
    const wanted = { quiet: night, digest: 'daily' as const, digestHour: 8 };
    expect(whenTold('opened', wanted, 'Asia/Shanghai', at('23:00'))).toEqual({ dueAt: at('23:00'), gathered: false });
  });
});
