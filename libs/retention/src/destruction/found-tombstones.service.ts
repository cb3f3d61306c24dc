import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileKeyStore, KEY_STORE, UpkeepService, type KeyEntry } from '#platform';
import { CertificateFiles, KeyDoubts, type SignedCertificate } from '#recordings';

/** A recording that the database has, and whose key has a tombstone. */
export interface Returned {
  readonly recordingId: string;
  readonly entry: KeyEntry;
  readonly file: SignedCertificate | undefined;
}

/** What the key store says of recordings that the database believes to be there. */
@Injectable()
export class FoundTombstones {
  constructor(
    private readonly source: DataSource,
    private readonly doubts: KeyDoubts,
    private readonly upkeep: UpkeepService,
    private readonly certificates: CertificateFiles,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
  ) {}

  async isReasonToLook(): Promise<boolean> {
    const last = await this.upkeep.last('keys');
    if (last && Number(last.result?.['undecided'] ?? 0) > 0) return true;
    const [row]: { restored: boolean }[] = await this.source.query(
      `select exists (select from journal_entry where event = 'database.restored' and ($1::timestamptz is null or at >= $1)) as restored`,
      [last?.startedAt ?? null],
    );
    return row?.restored === true;
  }

  /** All of them, with the certificates that vouch for them; tombstones are walked a folder at a time. */
  async returned(): Promise<Returned[]> {
    const found: { recordingId: string; entry: KeyEntry }[] = [];
    for await (const entries of this.keys.pages({ ending: '.destroyed' })) {
      const unordered = await this.doubts.unordered(entries.map(({ keyId }) => keyId));
      for (const entry of entries) {
        const recordingId = unordered.get(entry.keyId);
        if (recordingId) found.push({ recordingId, entry });
      }
    }
    const files = await this.certificates.of(new Set(found.map(({ entry }) => entry.keyId)));
    return found.map((one) => ({ ...one, file: files.get(one.entry.keyId) }));
  }

  async doubt(entry: KeyEntry, why: 'one_copy' | 'held'): Promise<false> {
    await this.doubts.note(entry, why);
    return false;
  }
}
