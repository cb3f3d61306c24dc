import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Emptied } from '#contracts';
import { canonicalJson } from '#journal';
import { areOfOnePerson } from '#people';
import { productVersion, type KeyDestruction } from '#platform';
import {
  CertificateRegister,
  DestructionCertificate,
  Recording,
  type CertificateHead,
  type ErasedRows,
} from '#recordings';
import { RetentionScheduleRow } from '../schedule/retention-schedule.entity.js';
import { type Destruction, type LockedObject } from './destruction.entity.js';

/** What the certificate of a destroyed recording states. */
export interface DestructionDocument extends CertificateHead {
  format: 'shouwen.destruction-certificate/4';
  destructionId: string;
  recordingId: string;
  callId: string;
  reason: Destruction['reason'];
  scheduleVersion: number | null;
  /** Only where it is so: one person proposed and published that schedule, in a small house. */
  scheduleByOnePerson?: true;
  requestId: string | null;
  orderedAt: string;
  /** The point of no return. */
  startedAt: string;
  /** Both copies are gone: from then on no copy of these objects opens, in no backup either. */
  destroyedKeyId: string;
  keyDestroyedAt: string;
  /** Copy by copy: `removed`, or `absent` where it had been lost before. Null where an earlier release destroyed it and did not say. */
  keyCopies: KeyDestruction | null;
  /** `order`: it was ordered here. Else it was found destroyed after a restore: by its certificate, or by the tombstones of both copies. */
  basis: 'order' | 'certificate' | 'both_copies';
  /** sha256 of the bytes that were received; of a part, of its sound as it was cut. */
  receivedSha256: string;
  /** Of a part only: the recording that it was cut from, and where in it it began. */
  partOf?: { recordingId: string; fromMs: number };
  /** Of a recording that was split only: its parts, destroyed with it or when they were cut again. */
  parts?: string[];
  objects: { objectId: string; kind: string; sealedSha256: string | null; deleted: boolean }[];
  /** Packages of evidence that held it, and went with it: each key is gone like the recording's own. */
  packages: {
    exportId: string;
    objectId: string;
    destroyedKeyId: string;
    packageSha256: string | null;
    deleted: boolean;
  }[];
  /** Rows that left the database, by kind. */
  erased: ErasedRows;
  /** Values about the person that were emptied on the call, by place. Null: by the schedule, or while something else keeps the call. */
  emptied: Emptied | null;
  /** Ciphertext that its store keeps although nothing opens it any more. */
  ciphertextThatOutlivesItsKey: LockedObject[];
  product: string;
}

/** Certifies a destruction, once. */
@Injectable()
export class DestructionProof {
  constructor(private readonly register: CertificateRegister) {}

  /** Signs it, or finds the one that was signed before the database was restored. */
  async issue(tx: EntityManager, destruction: Destruction) {
    const before = await tx.findOneBy(DestructionCertificate, { destructionId: destruction.id });
    if (before) {
      const sha256 = createHash('sha256').update(canonicalJson(before.document)).digest('hex');
      return { number: before.number, certificateId: before.id, sha256 };
    }
    const { id, recordingId } = destruction;
    const recording = await tx.findOneByOrFail(Recording, { id: recordingId });
    const [time] = await tx.query<{ now: Date }[]>('select now()');
    if (!time) throw new Error('the database told no time');
    const marked = {
      ...(await markOfSchedule(tx, destruction.scheduleVersion)),
      ...(await markOfParts(tx, recording)),
    };
    const subject = { recordingId, cutId: null, destructionId: id };
    const { row, sha256 } = await this.register.issue(tx, { fileName: id, subject, issuedAt: time.now }, (head) =>
      documentOf(destruction, recording, { ...head, ...marked }),
    );
    return { number: row.number, certificateId: row.id, sha256 };
  }
}

/** What the certificate says of the schedule that it rests on: nothing where two people published it. */
async function markOfSchedule(tx: EntityManager, version: number | null): Promise<{ scheduleByOnePerson?: true }> {
  const row = version === null ? null : await tx.findOneBy(RetentionScheduleRow, { version });
  if (!row?.decidedAt) return {};
  const second = { personId: row.decidedByPersonId, at: row.decidedAt };
  return (await areOfOnePerson(tx, row.proposedByPersonId, second)) ? { scheduleByOnePerson: true } : {};
}

async function markOfParts(
  tx: EntityManager,
  { id, partOfId, partFromMs }: Recording,
): Promise<Pick<DestructionDocument, 'partOf' | 'parts'>> {
  if (partOfId !== null) return { partOf: { recordingId: partOfId, fromMs: partFromMs ?? 0 } };
  const parts = await tx.find(Recording, { where: { partOfId: id }, select: { id: true }, order: { id: 'ASC' } });
  return parts.length > 0 ? { parts: parts.map((part) => part.id) } : {};
}

function documentOf(
  destruction: Destruction,
  recording: Recording,
  head: CertificateHead & Pick<DestructionDocument, 'scheduleByOnePerson' | 'partOf' | 'parts'>,
): DestructionDocument {
  const { id, recordingId, callId, reason, scheduleVersion, requestId, orderedAt, keyId } = destruction;
  const { startedAt, keyDestroyedAt, objects, packages, erased, emptied, locked } = destruction;
  if (!startedAt || !keyDestroyedAt || !objects || !erased || !locked) throw new Error(`destruction ${id} is not done`);
  const isLocked = (objectId: string) => locked.some((one) => one.objectId === objectId);
  return {
    ...head,
    format: 'shouwen.destruction-certificate/4',
    ...{ destructionId: id, recordingId, callId, reason, scheduleVersion, requestId },
    orderedAt: orderedAt.toISOString(),
    startedAt: startedAt.toISOString(),
    destroyedKeyId: keyId,
    keyDestroyedAt: keyDestroyedAt.toISOString(),
    keyCopies: destruction.keyCopies,
    basis: destruction.basis ?? 'order',
    receivedSha256: recording.sha256,
    objects: objects.map(({ objectId, kind, sealedSha256 }) => {
      return { objectId, kind, sealedSha256, deleted: !isLocked(objectId) };
    }),
    packages: (packages ?? []).map(({ exportId, objectId, keyId: destroyedKeyId, sha256: packageSha256 }) => {
      return { exportId, objectId, destroyedKeyId, packageSha256, deleted: !isLocked(objectId) };
    }),
    erased,
    emptied,
    ciphertextThatOutlivesItsKey: locked,
    product: `shouwen ${productVersion()}`,
  };
}
