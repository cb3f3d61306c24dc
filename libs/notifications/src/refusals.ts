import { defineRefusals, refusal } from '#platform/rules';

/** What the settings of notifications refuse. */
export const notificationsRefusals = defineRefusals({
  chat_host_not_allowed: refusal('bad_input', (host: string) => ({
    zh: `管理员没有允许向 ${host} 发送消息。请管理员在“集成”页加入这个主机。`,
    en: `Administrators do not allow messages to ${host}. Ask one to add the host on the Integrations screen.`,
  })),
  chat_secret_unknown: refusal('bad_input', {
    zh: '这种聊天没有签名密钥。请把密钥一栏留空。',
    en: 'This chat knows no secret for signatures. Leave the secret empty.',
  }),
  chat_address_not_set: refusal('conflict', {
    zh: '还没有设置聊天地址。请先设置，再发送测试消息。',
    en: 'No chat address is set. Set one before sending a test message.',
  }),
  chat_test_too_soon: refusal('conflict', {
    zh: '刚刚发送过测试消息。请 10 秒后再试。',
    en: 'A test message was sent a moment ago. Try again in ten seconds.',
  }),
});
