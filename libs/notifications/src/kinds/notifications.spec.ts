import { alarmWords } from '../words/alarm-words.rules.js';
import { EVENTS } from '#contracts';
import { bellWords } from '../words/bell-words.rules.js';
import { placeOf, type KnownOf } from '../words/place.rules.js';
import {
  kindsToldTo,
  NOTIFICATIONS,
  noticeOf,
  subjectOf,
  tellingsOf,
  type NotificationKind,
} from './notifications.rules.js';

const KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];

describe('who is told', () => {
  it('is an empty group for most events, and the other administrators for a way in that was reset', () => {
    expect(tellingsOf('account.signed_in')).toEqual([]);
    expect(tellingsOf('rights.suspended', { cause: 'moved' }).map(({ kind }) => kind)).toEqual([
      'rights_suspended',
      'rights_wait',
    ]);
    expect(tellingsOf('rights.suspended', { cause: 'way_in_reset' })[0]).toEqual({
      kind: 'way_in_reset',
      to: ['other_administrators'],
    });
  });
});

describe('the table of notifications', () => {
  it('tells of each kind, in words for bell and mail, unless an alarm has its own', () => {
    for (const kind of KINDS) {
      const { on, bell, state, next } = noticeOf(kind);
      expect(on).not.toHaveLength(0);
      if (!kind.startsWith('alarm_')) expect([kind, bell, state, next]).not.toContain(undefined);
    }
  });

  it.each(KINDS)(
    'names of what %s is about a detail that its events have, and the same for all kinds of an event',
    (kind) => {
      for (const { event } of noticeOf(kind).on) {
        const details = Object.fromEntries(
          Object.keys(EVENTS[event].details.shape).map((name) => [name, `its ${name}`]),
        );
        const subject = subjectOf(kind, details);
        if (noticeOf(kind).about) expect(subject).not.toBeNull();
        for (const other of tellingsOf(event, details)) expect(subjectOf(other.kind, details)).toEqual(subject);
      }
    },
  );

  it('offers a person what their roles can be told, topic by topic', () => {
    const topics = kindsToldTo(['administrator']).map((kind) => noticeOf(kind).topic);
    expect(topics).toEqual([...topics].sort((a, b) => topics.indexOf(a) - topics.indexOf(b)));
    expect(kindsToldTo(['agent'])).toContain('dispute_granted');
    expect(kindsToldTo(['agent'])).not.toContain('alarm_raised');
  });
});

const known = (over: Partial<KnownOf> & { kind: NotificationKind }): KnownOf => ({
  ...{ requestId: null, callId: null, coachingId: null, calibrationId: null, code: null, alarmSubject: null },
  ...over,
});

describe('where a notification leads', () => {
  it.each([
    ['a request, for those who may see it', known({ kind: 'submitted', requestId: 'r' }), '/legal/requests/r'],
    ['a call of the person, else', known({ kind: 'team_opened', requestId: 'r', callId: 'c' }), '/calls/c'],
    ['an address without what is not known', known({ kind: 'coaching_shared' }), '/coaching'],
    [
      'the moment of a remark',
      known({ kind: 'comment_mentioned', callId: 'c', comment: { leg: 2, atMs: 61_900 } }),
      '/calls/c?leg=2&t=61',
    ],
    ['a draft', known({ kind: 'checklist_waits', code: 'standard' }), '/checklists/standard?draft=1'],
    [
      'the calls behind a figure',
      known({ kind: 'rings_few', figure: { day: '2026-11-27', teamId: 't', measure: 'rings' } }),
      '/calls?from=2026-11-27&to=2026-11-27&team=t&rings=beyond',
    ],
    ['the place of an alarm', known({ kind: 'alarm_raised', alarmSubject: 'key-store' }), '/processing'],
  ])('is %s', (_what, of, place) => {
    expect(placeOf(of)).toBe(place);
  });

  it('is the grants, for people who see them', () => {
    expect([placeOf(known({ kind: 'grant_ending' })), placeOf(known({ kind: 'grant_ending' }), true)]).toEqual([
      '/calls',
      '/legal/grants',
    ]);
  });
});

describe('the words under the bell', () => {
  const facts = { over: false, code: 'SG-0001', alarm: null, person: null, figure: null, rescore: null };

  it('name a number, a person, a figure, and a sum with its sign', () => {
    expect(bellWords({ ...facts, kind: 'grant_revoked' }).en).toContain('SG-0001');
    const name = { zh: '李敏', en: 'Min Li' };
    expect(bellWords({ ...facts, kind: 'rights_wait', person: { name } }).zh).toBe('李敏 的权限等待确认');
    const figure = {
      team: { zh: '一组', en: 'Team 1' },
      day: '2026-11-27',
      measure: 'rings',
      value: 1999,
      of: 2000,
      line: 100,
    } as const;
    expect(bellWords({ ...facts, kind: 'rings_few', figure }).en).toContain('99.9%');
    expect(bellWords({ ...facts, kind: 'calls_rescored', rescore: { calls: 3, points: 4.5 } }).en).toContain('+4.5');
  });

  it('say no longer that something waits, once it does not', () => {
    const about = { ...facts, kind: 'dispute_filed' as const, code: 'DS-0001' };
    expect(bellWords(about).en).toBe('Dispute DS-0001 is waiting for a decision');
    expect(bellWords({ ...about, over: true }).en).toBe('Dispute DS-0001 no longer waits for your decision');
    expect(bellWords({ ...about, over: true }).zh).toBe('申诉 DS-0001 已不需要您决定');
  });

  it('are those of an alarm, where it is one', () => {
    const alarm = { kind: 'disk_full', subject: 'recordings' } as const;
    expect(bellWords({ ...facts, kind: 'alarm_cleared', alarm })).toEqual(alarmWords(alarm.kind, alarm.subject, true));
  });
});
