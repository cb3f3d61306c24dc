import { createHmac } from 'node:crypto';
import { type ChatFormat } from '#contracts';
import { chatPost, readChatAnswer } from './chat-formats.rules.js';
import { hostAllowed } from './chat-hosts.rules.js';

const SAID = {
  what: '申请 LR-0001：等待审批。',
  next: '请查看 <这里> & 决定。',
  link: 'https://shouwen.example/legal/requests/1',
};
const AT = new Date('2026-11-28T04:00:00.500Z');
const posted = (format: ChatFormat, secret: string | null = null, url = 'https://chat.example/hook?key=1') => {
  const post = chatPost(format, { url, secret, said: SAID, open: '打开首问' }, AT);
  return { ...post, body: JSON.parse(post.body) as Record<string, unknown> };
};
const TEXT = [SAID.what, SAID.next, SAID.link].join('\n');

describe('messages to chats', () => {
  it('are text for Feishu, signed over nothing by seconds and secret', () => {
    expect(posted('feishu').body).toEqual({ msg_type: 'text', content: { text: TEXT } });
    const sign = createHmac('sha256', '1795838400\nSEC').update('').digest('base64');
    expect(posted('feishu', 'SEC').body).toMatchObject({ timestamp: '1795838400', sign });
  });
  it('are text for DingTalk, signed by the secret over milliseconds, in the address', () => {
    const { url, body } = posted('dingtalk', 'SEC');
    expect(body).toEqual({ msgtype: 'text', text: { content: TEXT } });
    const { searchParams } = new URL(url);
    expect(searchParams.get('key')).toBe('1');
    expect(searchParams.get('timestamp')).toBe('1795838400500');
    expect(searchParams.get('sign')).toBe(createHmac('sha256', 'SEC').update('1795838400500\nSEC').digest('base64'));
    // Base64 has plus signs, which an address must not hold as they are.
    expect(url).not.toMatch(/sign=[^&]*\+/);
  });
  it('are text for WeCom and Slack, and a card with a button for Teams', () => {
    expect(posted('wecom').body).toEqual({ msgtype: 'text', text: { content: TEXT } });
    expect(posted('slack').body).toEqual({ text: TEXT.replace('<这里> &', '&lt;这里&gt; &amp;') });
    expect(posted('teams').body).toMatchObject({
      type: 'message',
      attachments: [{ content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl', url: SAID.link }] } }],
    });
  });
});

describe('answers of chats', () => {
  it.each<[ChatFormat, number, string, string | null, string | null]>([
    ['feishu', 200, '{"code":0,"msg":"success"}', null, null],
    ['feishu', 200, '{"StatusCode":0}', null, null],
    ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', 'refused', '19021'],
    ['feishu', 200, '{"code":11232}', 'try_later', '11232'],
    ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', 'refused', '310000'],
    ['dingtalk', 200, '{"errcode":130101}', 'try_later', '130101'],
    ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', null, null],
    ['wecom', 200, '{"errcode":93000}', 'refused', '93000'],
    ['wecom', 200, '<html>a portal of the hotel</html>', 'refused', 'no_code'],
    ['slack', 200, 'ok', null, null],
    ['slack', 404, 'no_service', 'refused', '404'],
    ['slack', 429, '', 'try_later', '429'],
    ['teams', 202, '', null, null],
    [
      'teams',
      200,
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429',
      'try_later',
      '429',
    ],
    ['teams', 302, '', 'refused', '302'],
  ])('of %s: %i %s', (format, status, text, reason, chatCode) => {
    expect(readChatAnswer(format, status, text)).toEqual({ reason, chatCode });
  });
});

describe('allowed hosts', () => {
  it('are exact, or every host below one, and no other that ends alike', () => {
    const allowed = ['open.feishu.cn', '*.webhook.office.com'];
    expect(['open.feishu.cn', 'a.webhook.office.com'].every((host) => hostAllowed(host, allowed))).toBe(true);
    for (const host of [
      'feishu.cn',
      'open.feishu.cn.evil.test',
      'webhook.office.com',
      'evilwebhook.office.com',
      'xopen.feishu.cn',
    ])
      expect(hostAllowed(host, allowed)).toBe(false);
  });
});
