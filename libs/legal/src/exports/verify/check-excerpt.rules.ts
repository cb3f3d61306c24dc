import { verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type EventName } from '#contracts';
import { commitTo, headMessage, nextChainHash } from '#journal/rules';
import { type Manifest } from '../manifest.rules.js';
const excerptSchema = z.object({
  entries: z.array(
    z.object({
      position: z.string().nullable(),
      previousHash: z.string().nullable(),
      chainHash: z.string().nullable(),
      id: z.string(),
      event: z.string(),
      at: z.string(),
      actorPersonId: z.string().nullable(),
      callId: z.string().nullable(),
      commitment: z.string(),
      salt: z.string().nullable(),
      details: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});

/**
 * Each entry of a journal's excerpt against its own hash and commitment, and the head's signature. That an entry is in the journal at its
 * place is shown by the journal itself: `verify-journal`.
 */
export function checkExcerpt(json: string, head: Manifest['journalHead'], key: KeyObject): PackageFinding[] {
  const read = excerptSchema.safeParse(jsonOf(json));
  if (!read.success) return [{ fault: 'journal_wrong', path: 'journal.json' }];
  const wrong = read.data.entries.filter((entry) => {
    const { position, previousHash, chainHash, salt, details, at, event, ...rest } = entry;
    if (salt !== null && details !== null && commitTo(salt, details) !== entry.commitment) return true;
    if (position === null || previousHash === null) return false;
    const chained = { ...rest, event: event as EventName, at: new Date(at) };
    return nextChainHash(previousHash, BigInt(position), chained) !== chainHash;
  });
  const findings = wrong.map(({ position, id, event }): PackageFinding => ({
    fault: 'journal_wrong',
    path: `journal.json: ${position ?? id} ${event}`,
  }));
  if (head !== null && !isSigned(head, key)) findings.push({ fault: 'head_wrong', path: 'manifest.json: journalHead' });
  return findings;
}

function isSigned(head: NonNullable<Manifest['journalHead']>, key: KeyObject): boolean {
  const message = headMessage(BigInt(head.position), head.chainHash, new Date(head.signedAt));
  return verify(null, Buffer.from(message), key, Buffer.from(head.signature, 'base64'));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type PackageFault =
  | 'manifest_missing'
  | 'signature_invalid'
  | 'changed'
  | 'missing'
  | 'added'
  | 'twice'
  | 'journal_wrong'
  | 'head_wrong'
  | 'original_not_as_sealed'
  | 'time_stamp_wrong';

export interface PackageFinding {
  fault: PackageFault;
  /** The file, or the place in it. */
  path: string;
}
