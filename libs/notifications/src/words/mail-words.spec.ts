import { mailText } from './mail-words.rules.js';
import { wordsOf, type ToldFacts } from './told-words.js';

const LINK = 'https://shouwen.example/calls';

describe('a mail about a figure', () => {
  it.each(['critical_many', 'rings_few'] as const)('says of %s that a line was passed, and of which day', (kind) => {
    const zh = mailText({ kind, code: '2026-11-27', language: 'zh', link: LINK });
    expect(zh.subject).toMatch(/^\[首问\] 报表 2026-11-27：.*越过告警线$/);
    const en = mailText({ kind, code: '2026-11-27', language: 'en', link: LINK });
    expect(en.subject).toMatch(/^\[Shouwen\] Report 2026-11-27 says .* passed its alert line$/);
    // No team and no number: a mail lies where many can read it.
    expect(en.text.replaceAll('2026-11-27', '')).not.toMatch(/\d/);
  });
});

describe('a mail about a comment', () => {
  const about: Omit<ToldFacts, 'leg' | 'atMs'> = {
    ...{ kind: 'comment_mentioned', requestId: null, callId: 'c1', coachingId: null, bestCallId: null },
    ...{ code: null, alarm: null, subject: null, language: 'en' },
  };

  it('leads to its second, and to the call alone once the comment is gone', () => {
    const { subject, said } = wordsOf({ ...about, leg: 2, atMs: 61_900 }, 'https://shouwen.example/');
    expect(subject).toBe('[Shouwen] A comment mentions you');
    expect(said.link).toBe('https://shouwen.example/calls/c1?leg=2&t=61');
    const gone = wordsOf({ ...about, leg: 2, atMs: null }, 'https://shouwen.example/');
    expect(gone.said.link).toBe('https://shouwen.example/calls/c1');
  });
});
