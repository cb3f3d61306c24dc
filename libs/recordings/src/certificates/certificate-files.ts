/*
 * Certificates as files, outside the database. Only those that our own key signed are believed: a file in this folder may come from anyone
 * who can write there.
 */
import { createPublicKey, verify } from 'node:crypto';
import { opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, loadSigningKey } from '#journal';
import { ENV, LOGGER, type Env, type Logger } from '#platform';
import { certificatesDir, type CertificateHead } from './certificate-register.service.js';

export interface SignedCertificate {
  document: CertificateHead & { format: string; destroyedKeyId: string; destructionId?: string };
  signature: string;
  publicKey: string;
}

@Injectable()
export class CertificateFiles {
  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Certificates of whole recordings for these keys, by key. One file at a time: years of them are not held in memory. */
  async of(keyIds: ReadonlySet<string>): Promise<Map<string, SignedCertificate>> {
    const found = new Map<string, SignedCertificate>();
    if (keyIds.size === 0) return found;
    const dir = certificatesDir(this.env);
    const folder = await opendir(dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (folder === null) return found;
    const publicKey = createPublicKey(await loadSigningKey(this.env.journalKeyFile));
    for await (const { name } of folder) {
      const signed = name.endsWith('.json') ? certificateIn(await readFile(join(dir, name), 'utf8')) : null;
      if (!signed || !keyIds.has(signed.document.destroyedKeyId) || isOfCut(signed)) continue;
      const message = Buffer.from(canonicalJson(signed.document));
      if (verify(null, message, publicKey, Buffer.from(signed.signature, 'base64')))
        found.set(signed.document.destroyedKeyId, signed);
      else this.logger.warn({ name }, 'a certificate is not signed by this installation, and is not believed');
    }
    return found;
  }
}

/** What a cut replaced has no row that could come back alone. */
const isOfCut = ({ document }: SignedCertificate): boolean => document.format === 'shouwen.destruction-certificate/1';

function certificateIn(text: string): SignedCertificate | null {
  try {
    const signed = JSON.parse(text) as SignedCertificate;
    return typeof signed.document.destroyedKeyId === 'string' && typeof signed.signature === 'string' ? signed : null;
  } catch {
    return null;
  }
}
