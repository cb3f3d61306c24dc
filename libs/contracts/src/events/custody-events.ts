import { z } from 'zod';
import { event } from './event.js';

const id = z.uuid();
const objectPlace = z.enum(['store', 'copy']);
const backupId = z.string().regex(/^[0-9a-z]+-[0-9a-z]+$/);
const journalPosition = z.string().regex(/^\d+$/).nullable();
const keyVersion = z.string().min(1).max(200);
const keyCopy = z.enum(['present', 'destroying', 'destroyed', 'missing', 'damaged']);

/** What the journal says of keys, stored objects, backups, the journal and webhooks. */
export const custodyEvents = {
  /** A new version of the key-encryption key wraps from now on. Versions are numbers of the keyring, or ARNs of KMS. */
  'keyring.rotated': event('启用新的密钥加密密钥', 'A new key-encryption key wraps from now on', {
    version: keyVersion,
  }),
  /** Everything that older versions had wrapped was wrapped again; `failed` keys could not be opened. */
  'keyring.rewrapped': event(
    '改由新密钥加密 {{rewrapped}} 个密钥，{{failed}} 个未成功',
    'Keys wrapped again: {{rewrapped}}, not opened: {{failed}}',
    { version: keyVersion, rewrapped: z.number().int(), failed: z.number().int() },
  ),
  'keyring.retired': event('停用旧的密钥加密密钥', 'An old key-encryption key was retired', { version: keyVersion }),
  'keyring.backed_up': event('备份密钥环', 'The keyring was backed up', {
    lock: z.enum(['passphrase', 'shares']),
    needed: z.number().int().nullable(),
    of: z.number().int().nullable(),
  }),
  /** A copy of this key had been lost or damaged and was made again from the other. */
  'key_store.repaired': event(
    '录音密钥的一份副本已由另一份修复',
    'A copy of a recording key was repaired from the other',
    { keyId: id, first: keyCopy, second: keyCopy },
  ),
  /** A tombstone without an order: the recording is neither opened nor destroyed until a person has looked into it. */
  'key_store.doubted': event(
    '发现来历不明的密钥销毁标记',
    'A mark of destruction without an order was found on a recording key',
    {
      keyId: id,
      recordingId: id.nullable(),
      first: keyCopy,
      second: keyCopy,
      why: z.enum(['one_copy', 'held', 'no_order']),
    },
  ),
  /** A person put a new disk in the place of a lost copy. */
  'key_store.marked': event(
    '以新磁盘替换丢失的一份录音密钥',
    'A new disk took the place of a lost copy of the recording keys',
    { copy: z.enum(['first', 'second']) },
  ),
  /** It turned out: the key is whole again, or its destruction was ordered after all. */
  'key_store.doubt_settled': event('来历不明的密钥销毁标记已查清', 'A doubtful mark of destruction was cleared up', {
    keyId: id,
    recordingId: id.nullable(),
    as: z.enum(['kept', 'destroyed']),
  }),
  /** A key that nothing named, left behind by a process that was killed. */
  'key_store.orphan_removed': event('清除无主密钥', 'A key without a recording was removed', { keyId: id }),
  /** An object, or its copy, is not what was sealed. `damage` says what was found, in a closed word. */
  'object.damaged': event('存储对象与封存时不一致', 'A stored object is not what was sealed', {
    recordingId: id,
    objectId: id,
    kind: z.string(),
    place: objectPlace,
    damage: z.string().regex(/^[a-z_]+$/),
  }),
  /** It was written again from the other place, read back and found right. */
  'object.repaired': event('受损对象已由副本修复', 'A damaged object was restored from its copy', {
    recordingId: id,
    objectId: id,
    kind: z.string(),
    place: objectPlace,
  }),
  'database.backed_up': event('备份数据库', 'The database was backed up', {
    backupId,
    rows: z.number().int(),
    position: journalPosition,
  }),
  /** A backup was restored into a scratch place, compared, and thrown away again. */
  'database.restore_tried': event('演练恢复备份', 'A backup was restored as a trial', {
    backupId,
    rows: z.number().int(),
    position: journalPosition,
    tookMs: z.number().int(),
  }),
  /** This very database was made from a backup. Heads that were signed after it, up to `knownPosition`, are of what is lost. */
  'database.restored': event('本数据库由备份恢复', 'This database was made from a backup', {
    backupId,
    takenAt: z.iso.datetime(),
    position: journalPosition,
    knownPosition: journalPosition,
    /** What was ended so that it does not come back with the backup; earlier releases ended sessions only. */
    ended: z
      .object({
        ...{ tokens: z.number().int(), invitations: z.number().int(), grants: z.number().int() },
        /** By the journal that survived, where one was at hand. */
        ...{ accounts: z.number().int().optional(), roles: z.number().int().optional() },
        ...{ standingGrants: z.number().int().optional(), kept: z.number().int().optional() },
      })
      .optional(),
  }),
  'search_key.rotated': event('启用新的搜索密钥', 'A new search key was made', { keyId: id }),
  'search_key.destroyed': event('销毁旧的搜索密钥', 'An old search key was destroyed', { keyId: id }),
  /** Details of these entries, and their salt, were erased by the owner of the database; the entries stay. */
  'journal.details_erased': event('清除了 {{entryIds}} 条日志的内容', 'Details were erased, entries: {{entryIds}}', {
    entryIds: z.array(id),
    reason: z.enum(['erasure_request', 'retention', 'correction', 'order']),
  }),
  'webhook.endpoint_created': event('{{who}} 新增 Webhook', '{{who}} added a webhook', { endpointId: id }),
  'webhook.endpoint_changed': event('{{who}} 修改 Webhook', '{{who}} changed a webhook', { endpointId: id }),
  'webhook.endpoint_paused': event('Webhook 已暂停', 'A webhook was paused', {
    endpointId: id,
    reason: z.enum(['by_person', 'gone', 'failing']),
  }),
  'webhook.endpoint_resumed': event(
    '{{who}} 恢复 Webhook',
    '{{who}} resumed a webhook',
    { endpointId: id },
    { opens: ({ endpointId }) => [{ job: 'deliver-webhooks', subjectId: endpointId }] },
  ),
  'webhook.endpoint_removed': event('{{who}} 删除 Webhook', '{{who}} removed a webhook', { endpointId: id }),
  'webhook.secret_rotated': event('{{who}} 更换 Webhook 密钥', '{{who}} changed the secret of a webhook', {
    endpointId: id,
  }),
  'webhook.pinged': event(
    '{{who}} 测试 Webhook',
    '{{who}} tried a webhook',
    { endpointId: id, deliveryId: id },
    { opens: ({ endpointId }) => [{ job: 'deliver-webhooks', subjectId: endpointId }] },
  ),
  'webhook.replayed': event(
    '{{who}} 重发 Webhook 通知',
    '{{who}} sent deliveries of a webhook again',
    { endpointId: id, deliveries: z.number().int() },
    { opens: ({ endpointId }) => [{ job: 'deliver-webhooks', subjectId: endpointId }] },
  ),
};
