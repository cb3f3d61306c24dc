import { createHash, createPublicKey, sign } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson, loadSigningKey } from '#journal';
import { ENV, newId, type Env } from '#platform';
import { DestructionCertificate } from './destruction-certificate.entity.js';

/** Under which number a recording's destruction is certified. */
@Injectable()
export class CertificateNumbers {
  constructor(private readonly source: DataSource) {}

  async of(recordingId: string): Promise<string | null> {
    const [row]: { number: string }[] = await this.source.query(
      'select number from destruction_certificate where recording_id = $1 and destruction_id is not null',
      [recordingId],
    );
    return row?.number ?? null;
  }
}

/** What every certificate contains; its signature covers the canonical JSON (keys in order, no spaces). */
export interface CertificateHead {
  certificateId: string;
  number: string;
  issuedAt: string;
}

export interface CertificateSubject {
  recordingId: string;
  cutId: string | null;
  destructionId: string | null;
}

/** Where certificates lie as files: beside the journal's exported heads, outside the database. */
export const certificatesDir = ({ journalHeadsDir }: Pick<Env, 'journalHeadsDir'>): string =>
  join(journalHeadsDir, 'certificates');

/**
 * Numbers and signs certificates with the journal's key. Each lies in the database and as a file, with signature and public key: it is
 * checked without this product, and found again where a database is restored that knows nothing of it.
 */
@Injectable()
export class CertificateRegister {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /**
   * Issues one in the transaction that finishes what it tells of; the file first, so that a certificate that is in the database has one.
   * @param fileName names the destruction or the cut, so that a try that was cut short writes the same file again
   */
  async issue<D extends object>(
    tx: EntityManager,
    { fileName, subject, issuedAt }: { fileName: string; subject: CertificateSubject; issuedAt: Date },
    documentOf: (head: CertificateHead) => D,
  ): Promise<{ row: DestructionCertificate; sha256: string }> {
    const key = await loadSigningKey(this.env.journalKeyFile);
    const number = await nextNumber(tx);
    const id = newId();
    const document = documentOf({ certificateId: id, number, issuedAt: issuedAt.toISOString() });
    const message = canonicalJson(document);
    const signature = sign(null, Buffer.from(message), key).toString('base64');
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    await this.writeFile(fileName, { document, signature, publicKey });
    const row = { id, number, ...subject, document, signature, publicKey, issuedAt };
    await tx.insert(DestructionCertificate, row);
    return { row, sha256: createHash('sha256').update(message).digest('hex') };
  }

  private async writeFile(name: string, signed: object): Promise<void> {
    const dir = certificatesDir(this.env);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const path = join(dir, `${name}.json`);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(signed, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }
}

/** Two that issue at once wait for each other; what is not committed has taken no number. */
async function nextNumber(tx: EntityManager): Promise<string> {
  await tx.query('select pg_advisory_xact_lock(7331)');
  const [row]: { last: number | null }[] = await tx.query(
    'select max(substr(number, 4)::int) as last from destruction_certificate',
  );
  return `DC-${String((row?.last ?? 0) + 1).padStart(6, '0')}`;
}
