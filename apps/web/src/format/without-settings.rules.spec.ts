import { describe, expect, it } from '@jest/globals';
import { withoutSettings } from './without-settings.rules.js';

describe('words for people who do not run the installation', () => {
  it('say what is the matter and whom to ask, without the setting that mends it', () => {
    expect(
      withoutSettings({
        zh: '两份密钥在同一块磁盘上：这块磁盘一旦损坏，录音就打不开。请把 SHOUWEN_KEY_COPY_DIR 指向另一块磁盘。',
        en: 'Both copies of the keys are on one disk: if it fails, no recording opens. Point SHOUWEN_KEY_COPY_DIR at another disk.',
      }),
    ).toEqual({
      zh: '两份密钥在同一块磁盘上：这块磁盘一旦损坏，录音就打不开。请联系管理员。',
      en: 'Both copies of the keys are on one disk: if it fails, no recording opens. Ask an administrator.',
    });
  });

  it('leave out a setting that is named by the way, and commands', () => {
    expect(
      withoutSettings({
        zh: '没有设置邮件服务器（SHOUWEN_SMTP_HOST）：通知只在屏幕上显示。',
        en: 'No mail server is set (SHOUWEN_SMTP_HOST): people are notified on screen only. Run npm run doctor.',
      }),
    ).toEqual({
      zh: '没有设置邮件服务器：通知只在屏幕上显示。请联系管理员。',
      en: 'No mail server is set: people are notified on screen only. Ask an administrator.',
    });
  });

  it('stay as they are where they name neither', () => {
    const words = { zh: '从未演练过恢复。', en: 'Restoring was never tried.' };
    expect(withoutSettings(words)).toBe(words);
  });
});
