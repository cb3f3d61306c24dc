import { z } from 'zod';

const id = z.uuid();
const objectPlace = z.enum(['store', 'copy']);
const backupId = z.string().regex(/^[0-9a-z]+-[0-9a-z]+$/);
const journalPosition = z.string().regex(/^\d+$/).nullable();
const keyVersion = z.string().min(1).max(200);
const keyCopy = z.enum(['present', 'destroying', 'destroyed', 'missing', 'damaged']);

/** What the journal says of keys, stored objects, backups, of itself, and of webhooks. */
export const custodyEventSchemas = {
  /** A new version of the key-encryption key wraps from now on. Versions are numbers of the keyring, or ARNs of KMS. */
  'keyring.rotated': z.object({ version: keyVersion }),
  /** Everything that older versions had wrapped was wrapped anew; `failed` keys could not be opened. */
  'keyring.rewrapped': z.object({
    version: keyVersion,
    rewrapped: z.number().int(),
    failed: z.number().int(),
  }),
  'keyring.retired': z.object({ version: keyVersion }),
  'keyring.backed_up': z.object({
    lock: z.enum(['passphrase', 'shares']),
    needed: z.number().int().nullable(),
    of: z.number().int().nullable(),
  }),
  /** A copy of this key had been lost or damaged and was made again from the other. */
  'key_store.repaired': z.object({ keyId: id, first: keyCopy, second: keyCopy }),
  /** A tombstone that nothing vouches for: the recording is neither opened nor destroyed until somebody has looked. */
  'key_store.doubted': z.object({
    keyId: id,
    recordingId: id.nullable(),
    first: keyCopy,
    second: keyCopy,
    why: z.enum(['one_copy', 'held', 'no_order']),
  }),
  /** Somebody put a new disk in the place of a lost copy. */
  'key_store.marked': z.object({ copy: z.enum(['first', 'second']) }),
  /** It turned out: the key is whole again, or its destruction was ordered after all. */
  'key_store.doubt_settled': z.object({ keyId: id, recordingId: id.nullable(), as: z.enum(['kept', 'destroyed']) }),
  /** A key that nothing named, left behind by a process that was killed. */
  'key_store.orphan_removed': z.object({ keyId: id }),
  /** An object, or its copy, is not what was sealed. `damage` says what was found, in a closed word. */
  'object.damaged': z.object({
    recordingId: id,
    objectId: id,
    kind: z.string(),
    place: objectPlace,
    damage: z.string().regex(/^[a-z_]+$/),
  }),
  /** It was written anew from the other place, read back and found right. */
  'object.repaired': z.object({ recordingId: id, objectId: id, kind: z.string(), place: objectPlace }),
  'database.backed_up': z.object({ backupId, rows: z.number().int(), position: journalPosition }),
  /** A backup was restored into a scratch place, compared, and thrown away again. */
  'database.restore_tried': z.object({
    backupId,
    rows: z.number().int(),
    position: journalPosition,
    tookMs: z.number().int(),
  }),
  /** This very database was made from a backup. Heads that were signed after it, up to `knownPosition`, are of what is lost. */
  'database.restored': z.object({
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
  'search_key.rotated': z.object({ keyId: id }),
  'search_key.destroyed': z.object({ keyId: id }),
  /** Details of these entries, and their salt, were erased by the owner of the database; the entries stay. */
  'journal.details_erased': z.object({
    entryIds: z.array(id),
    reason: z.enum(['erasure_request', 'retention', 'correction', 'order']),
  }),
  'webhook.endpoint_created': z.object({ endpointId: id }),
  'webhook.endpoint_changed': z.object({ endpointId: id }),
  'webhook.endpoint_paused': z.object({ endpointId: id, reason: z.enum(['by_person', 'gone', 'failing']) }),
  'webhook.endpoint_resumed': z.object({ endpointId: id }),
  'webhook.endpoint_removed': z.object({ endpointId: id }),
  'webhook.secret_rotated': z.object({ endpointId: id }),
  'webhook.pinged': z.object({ endpointId: id, deliveryId: id }),
  'webhook.replayed': z.object({ endpointId: id, deliveries: z.number().int() }),
} as const;
