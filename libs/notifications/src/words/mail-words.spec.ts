import { mailText } from './mail-words.rules.js';

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
