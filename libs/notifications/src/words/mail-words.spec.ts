import { wordsOf, type ToldFacts } from './mail-words.rules.js';

const facts = (over: Partial<ToldFacts> & Pick<ToldFacts, 'kind'>): ToldFacts => ({
  ...{ requestId: null, callId: null, coachingId: null, calibrationId: null, code: null },
  ...{ alarm: null, alarmSubject: null, language: 'en' as const },
  ...over,
});
const PUBLIC = 'https://shouwen.example/';

describe('a mail about a figure', () => {
  it.each(['critical_many', 'rings_few'] as const)('says of %s that a line was passed, and of which day', (kind) => {
    const about = facts({ kind, code: '2026-11-27' });
    expect(wordsOf({ ...about, language: 'zh' }, PUBLIC).subject).toMatch(/^\[首问\] 报表 2026-11-27：.*越过告警线$/);
    const en = wordsOf(about, PUBLIC);
    expect(en.subject).toMatch(/^\[Shouwen\] Report 2026-11-27 says .* passed its alert line$/);
    // No team and no number: a mail lies where many can read it.
    expect(en.text.replaceAll('2026-11-27', '')).not.toMatch(/\d/);
  });
});

describe('a mail about a comment', () => {
  const about = facts({ kind: 'comment_mentioned', callId: 'c1' });

  it('leads to its second, and to the call alone once the comment is gone', () => {
    const { subject, said } = wordsOf({ ...about, comment: { leg: 2, atMs: 61_900 } }, PUBLIC);
    expect(subject).toBe('[Shouwen] A comment mentions you');
    expect(said.link).toBe('https://shouwen.example/calls/c1?leg=2&t=61');
    expect(wordsOf(about, PUBLIC).said.link).toBe('https://shouwen.example/calls/c1');
  });
});

describe('a mail about rights or an alarm', () => {
  it('is a sentence by itself, and names no one', () => {
    const { subject, said } = wordsOf(facts({ kind: 'rights_wait', language: 'zh' }), PUBLIC);
    expect(subject).toBe('[首问] 一位同事的权限等待确认');
    expect(said.link).toBe('https://shouwen.example/role-proposals');
  });

  it('says of an alarm what is to be done, and of one that is over that nothing is', () => {
    const alarm = facts({ kind: 'alarm_raised', alarm: 'disk_full', alarmSubject: 'recordings' });
    expect(wordsOf(alarm, PUBLIC).said.next).toContain('npm run doctor');
    expect(wordsOf({ ...alarm, kind: 'alarm_cleared' }, PUBLIC).said.next).toBe('There is nothing to do.');
  });
});
