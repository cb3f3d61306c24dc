import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { loadSigningKey } from '#journal';
import { markOf } from '#people/rules';
import { ENV, type Env } from '#platform';
import { MANIFEST, MANIFEST_FORMAT, SIGNATURE, TIMESTAMP, type ListedFile, type Manifest } from './manifest.rules.js';
import { CustodyQuery } from './files/custody.query.js';
import { JournalExcerptQuery } from './files/journal-excerpt.query.js';
import { readmeOf } from './files/readme.rules.js';
import { RecordingFiles, type PackageOrder } from './files/recording-files.service.js';
import { type PackageFile } from './package-writer.js';
import { TimeStamper } from './timestamp/time-stamper.service.js';

/** The plan of a package: its files in order, and what its manifest came to once they were written. */
export interface PackagePlan {
  files: PackageFile[];
  callIds: string[];
  result: () => { manifestSha256: string };
}

/** Lays a package out: what of each recording, then custody, journal, public key, and last the manifest with its signature. */
@Injectable()
export class PackageFiles {
  constructor(
    private readonly recordings: RecordingFiles,
    private readonly custody: CustodyQuery,
    private readonly journal: JournalExcerptQuery,
    private readonly stamper: TimeStamper,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async plan(order: PackageOrder): Promise<PackagePlan> {
    const { exportId, request, requestedBy, recordingIds, builtAt, signal } = order;
    const key = await loadSigningKey(this.env.journalKeyFile);
    const custody = await this.custody.of(recordingIds);
    const head = await this.journal.head();
    const callIds = [...new Set(custody.map(({ callId }) => callId))];
    const told: Manifest['recordings'] = [];
    const files: PackageFile[] = (['zh', 'en'] as const).map((language) => {
      const text = readmeOf(language, {
        code: request.code,
        byOnePerson: request.byOnePerson ?? false,
        builtAt: builtAt.toISOString(),
        recordings: custody,
      });
      return { path: `README.${language}.txt`, what: 'readme', open: async () => Buffer.from(text) };
    });
    for (const one of custody) {
      const { files: made, omitted } = await this.recordings.of(one, order);
      const { recordingId, callId, legId, receivedSha256, keptSha256, consent } = one;
      told.push({ recordingId, callId, legId, receivedSha256, keptSha256, consent, omitted });
      files.push(...made);
    }
    const marked = markOf({ byOnePerson: request.byOnePerson ?? false });
    const excerpt = () => this.journal.of({ callIds, recordingIds, requestId: request.requestId }, head);
    files.push(
      { path: 'custody.json', what: 'custody', open: async () => json({ ...marked, recordings: custody }) },
      { path: 'journal.json', what: 'journal', open: async () => json(await excerpt()) },
      { path: 'public-key.pem', what: 'public_key', open: async () => publicKeyOf(key) },
    );
    let manifest: Buffer = Buffer.alloc(0);
    const write = async (listed: readonly ListedFile[]) => {
      const journalHead = head && { ...head, signedAt: head.signedAt.toISOString() };
      const about = { format: MANIFEST_FORMAT, exportId, request, requestedBy, builtAt: builtAt.toISOString() };
      manifest = json({ ...about, journalHead, recordings: told, files: [...listed] } as Manifest);
      return manifest;
    };
    files.push(
      { path: MANIFEST, what: null, open: write },
      { path: SIGNATURE, what: null, open: async () => sign(null, manifest, key) },
    );
    if (this.stamper.isOn)
      files.push({ path: TIMESTAMP, what: null, open: () => this.stamper.stamp(exportId, manifest, signal) });
    return { files, callIds, result: () => ({ manifestSha256: createHash('sha256').update(manifest).digest('hex') }) };
  }
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
const publicKeyOf = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
