import { type Bilingual } from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';

/** Why nothing is sent to this address. */
const badUrl = (words: Bilingual) =>
  refusal('bad_input', words, { details: { fields: [{ path: 'url', message: words }] } });

/** The refusals of this library: codes, and what people read. */
export const webhooksRefusals = defineRefusals({
  webhook_not_found: refusal('not_found', { zh: '没有这个接收端。', en: 'There is no such endpoint.' }),
  webhook_delivery_not_found: refusal('not_found', {
    zh: '没有这条投递记录；投递记录保留 30 天。',
    en: 'There is no such delivery; deliveries are kept for 30 days.',
  }),
  webhook_unknown_scope: refusal('bad_input', {
    zh: '所选的班组或委托方不存在。请重新选择。',
    en: 'The chosen team or client does not exist. Choose again.',
  }),
  webhook_too_many: refusal('conflict', (most: number) => ({
    zh: `最多 ${most} 个接收端。请先删除不再使用的。`,
    en: `At most ${most} endpoints. Remove one that is no longer used first.`,
  })),
  webhook_paused: refusal('conflict', {
    zh: '这个接收端已暂停。请先恢复，再发送或重发。',
    en: 'This endpoint is paused. Resume it before sending or replaying.',
  }),
  webhook_not_an_address: badUrl({
    zh: '这不是一个网址。请填写完整地址，例如 https://example.com/hooks。',
    en: 'This is not an address. Give it in full, like https://example.com/hooks.',
  }),
  webhook_not_https: badUrl({
    zh: '只接受 https 地址。内网中的 http 地址须先由运维人员写入 SHOUWEN_WEBHOOK_ALLOW_RANGES。',
    en: 'Only https addresses are taken. For http inside your network the operator lists its range in SHOUWEN_WEBHOOK_ALLOW_RANGES first.',
  }),
  webhook_has_credentials: badUrl({
    zh: '网址里不能写用户名或密码。接收方应核对签名。',
    en: 'An address must not contain a user name or password. The receiver checks the signature instead.',
  }),
  webhook_port_refused: badUrl({
    zh: '公网地址只接受 443 和 8443 端口。',
    en: 'Public addresses are taken on ports 443 and 8443 only.',
  }),
  webhook_not_resolved: badUrl({
    zh: '找不到这个主机名。请检查拼写，或请运维人员检查域名解析。',
    en: 'There is no such host name. Check its spelling, or ask the operator to check name resolution.',
  }),
  webhook_address_refused: badUrl({
    zh: '这个主机名指向本机、内网或保留地址。确需发送时，请运维人员把该地址段写入 SHOUWEN_WEBHOOK_ALLOW_RANGES。',
    en: 'This host name stands for this machine, a private network or a reserved range. If it is meant, the operator lists that range in SHOUWEN_WEBHOOK_ALLOW_RANGES.',
  }),
});
