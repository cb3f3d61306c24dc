import { z } from 'zod';
import { event } from './event.js';

const id = z.uuid();
const objectPlace = z.enum(['store', 'copy']);
const backupId = z.string().regex(/^[0-9a-z]+-[0-9a-z]+$/);
const journalPosition = z.string().regex(/^\d+$/).nullable();
const keyVersion = z.string().min(1).max(200);
const keyCopy = z.enum(['present', 'destroying', 'destroyed', 'missing', 'damaged']);

/** What the journal says of keys, stored objects, backups, of itself, and of webhooks. */
export const custodyEvents = {
  /** A new version of the key-encryption key wraps from now on. Versions are numbers of the keyring, or ARNs of KMS. */
  'keyring.rotated': event(z.object({ version: keyVersion }), {
    says: { zh: '启用新的密钥加密密钥', en: 'A new key-encryption key wraps from now on' },
  }),
  /** Everything that older versions had wrapped was wrapped anew; `failed` keys could not be opened. */
  'keyring.rewrapped': event(
    z.object({
      version: keyVersion,
      rewrapped: z.number().int(),
      failed: z.number().int(),
    }),
    {
      says: {
        zh: '重新包裹 {{rewrapped}} 个密钥，{{failed}} 个未成功',
        en: 'Keys wrapped anew: {{rewrapped}}, not opened: {{failed}}',
      },
    },
  ),
  'keyring.retired': event(z.object({ version: keyVersion }), {
    says: { zh: '停用旧的密钥加密密钥', en: 'An old key-encryption key was retired' },
  }),
  'keyring.backed_up': event(
    z.object({
      lock: z.enum(['passphrase', 'shares']),
      needed: z.number().int().nullable(),
      of: z.number().int().nullable(),
    }),
    {
      says: { zh: '备份密钥环', en: 'The keyring was backed up' },
    },
  ),
  /** A copy of this key had been lost or damaged and was made again from the other. */
  'key_store.repaired': event(z.object({ keyId: id, first: keyCopy, second: keyCopy }), {
    says: { zh: '录音密钥的一份副本已由另一份修复', en: 'A copy of a recording key was repaired from the other' },
  }),
  /** A tombstone that nothing vouches for: the recording is neither opened nor destroyed until somebody has looked. */
  'key_store.doubted': event(
    z.object({
      keyId: id,
      recordingId: id.nullable(),
      first: keyCopy,
      second: keyCopy,
      why: z.enum(['one_copy', 'held', 'no_order']),
    }),
    {
      says: {
        zh: '发现来历不明的密钥销毁标记',
        en: 'A mark of destruction that nobody ordered was found on a recording key',
      },
    },
  ),
  /** Somebody put a new disk in the place of a lost copy. */
  'key_store.marked': event(z.object({ copy: z.enum(['first', 'second']) }), {
    says: {
      zh: '以新磁盘替换丢失的一份录音密钥',
      en: 'A new disk took the place of a lost copy of the recording keys',
    },
  }),
  /** It turned out: the key is whole again, or its destruction was ordered after all. */
  'key_store.doubt_settled': event(
    z.object({ keyId: id, recordingId: id.nullable(), as: z.enum(['kept', 'destroyed']) }),
    {
      says: { zh: '来历不明的密钥销毁标记已查清', en: 'A doubtful mark of destruction was cleared up' },
    },
  ),
  /** A key that nothing named, left behind by a process that was killed. */
  'key_store.orphan_removed': event(z.object({ keyId: id }), {
    says: { zh: '清除无主密钥', en: 'A key that nothing named was removed' },
  }),
  /** An object, or its copy, is not what was sealed. `damage` says what was found, in a closed word. */
  'object.damaged': event(
    z.object({
      recordingId: id,
      objectId: id,
      kind: z.string(),
      place: objectPlace,
      damage: z.string().regex(/^[a-z_]+$/),
    }),
    {
      says: { zh: '存储对象与封存时不一致', en: 'A stored object is not what was sealed' },
    },
  ),
  /** It was written anew from the other place, read back and found right. */
  'object.repaired': event(z.object({ recordingId: id, objectId: id, kind: z.string(), place: objectPlace }), {
    says: { zh: '受损对象已由副本修复', en: 'A damaged object was written anew from its copy' },
  }),
  'database.backed_up': event(z.object({ backupId, rows: z.number().int(), position: journalPosition }), {
    says: { zh: '备份数据库', en: 'The database was backed up' },
  }),
  /** A backup was restored into a scratch place, compared, and thrown away again. */
  'database.restore_tried': event(
    z.object({
      backupId,
      rows: z.number().int(),
      position: journalPosition,
      tookMs: z.number().int(),
    }),
    {
      says: { zh: '试恢复备份', en: 'A backup was restored as a trial' },
    },
  ),
  /** This very database was made from a backup. Heads that were signed after it, up to `knownPosition`, are of what is lost. */
  'database.restored': event(
    z.object({
      backupId,
      takenAt: z.iso.datetime(),
      position: journalPosition,
      knownPosition: journalPosition,
      /** What was ended lest it come back to life; earlier releases ended sessions alone. */
      ended: z
        .object({
          ...{ tokens: z.number().int(), invitations: z.number().int(), grants: z.number().int() },
          /** By the journal that survived, where one was at hand. */
          ...{ accounts: z.number().int().optional(), roles: z.number().int().optional() },
          ...{ standingGrants: z.number().int().optional(), kept: z.number().int().optional() },
        })
        .optional(),
    }),
    {
      says: { zh: '本数据库由备份恢复', en: 'This database was made from a backup' },
    },
  ),
  'search_key.rotated': event(z.object({ keyId: id }), {
    says: { zh: '启用新的检索密钥', en: 'A new search key was made' },
  }),
  'search_key.destroyed': event(z.object({ keyId: id }), {
    says: { zh: '销毁旧的检索密钥', en: 'An old search key was destroyed' },
  }),
  /** Details of these entries, and their salt, were erased by the owner of the database; the entries stay. */
  'journal.details_erased': event(
    z.object({
      entryIds: z.array(id),
      reason: z.enum(['erasure_request', 'retention', 'correction', 'order']),
    }),
    {
      says: { zh: '清除了 {{entries}} 条日志的内容', en: 'Details were erased, entries: {{entries}}' },
    },
  ),
  'webhook.endpoint_created': event(z.object({ endpointId: id }), {
    says: { zh: '{{who}} 新增 Webhook', en: '{{who}} added a webhook' },
  }),
  'webhook.endpoint_changed': event(z.object({ endpointId: id }), {
    says: { zh: '{{who}} 修改 Webhook', en: '{{who}} changed a webhook' },
  }),
  'webhook.endpoint_paused': event(z.object({ endpointId: id, reason: z.enum(['by_person', 'gone', 'failing']) }), {
    says: { zh: 'Webhook 已暂停', en: 'A webhook was paused' },
  }),
  'webhook.endpoint_resumed': event(z.object({ endpointId: id }), {
    says: { zh: '{{who}} 恢复 Webhook', en: '{{who}} resumed a webhook' },
    opens: ({ endpointId }) => [{ job: 'deliver-webhooks', subjectId: endpointId }],
  }),
  'webhook.endpoint_removed': event(z.object({ endpointId: id }), {
    says: { zh: '{{who}} 删除 Webhook', en: '{{who}} removed a webhook' },
  }),
  'webhook.secret_rotated': event(z.object({ endpointId: id }), {
    says: { zh: '{{who}} 更换 Webhook 密钥', en: '{{who}} changed the secret of a webhook' },
  }),
  'webhook.pinged': event(z.object({ endpointId: id, deliveryId: id }), {
    says: { zh: '{{who}} 测试 Webhook', en: '{{who}} tried a webhook' },
    opens: ({ endpointId }) => [{ job: 'deliver-webhooks', subjectId: endpointId }],
  }),
  'webhook.replayed': event(z.object({ endpointId: id, deliveries: z.number().int() }), {
    says: { zh: '{{who}} 重发 Webhook 通知', en: '{{who}} sent deliveries of a webhook again' },
    opens: ({ endpointId }) => [{ job: 'deliver-webhooks', subjectId: endpointId }],
  }),
};
