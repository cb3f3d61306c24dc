import { existsSync } from 'node:fs';
import { type Env } from './env.js';
import { openQueues, type QueueBackend } from './jobs/index.js';
import { KmsKeyProvider, LocalKeyring, type KeyProvider } from './key-store/index.js';
import { type Place } from './settings/place-settings.js';
import { FileSystemObjectStore, S3ObjectStore, type ObjectStore } from './object-store/index.js';
import { type Probed, type ProbedService } from './probes/index.js';

/** The object store that the settings name: a bucket where there is one, else files. */
export function openObjectStore({ s3, objectDir }: Pick<Env, 's3' | 'objectDir'>): ObjectStore {
  return openPlace(s3 ? { s3 } : { dir: objectDir });
}

/** A place that the settings name. */
export function openPlace(place: Place): ObjectStore {
  return 's3' in place ? new S3ObjectStore(place.s3) : new FileSystemObjectStore({ directory: place.dir });
}

/** The places of the objects one by one: only copying, checking and repairing look at them so. */
export interface ObjectPlaces {
  readonly first: ObjectStore;
  readonly copy: ObjectStore | null;
}

export function openObjectPlaces(env: Pick<Env, 's3' | 'objectDir' | 'objectCopy'>): ObjectPlaces {
  return { first: openObjectStore(env), copy: env.objectCopy ? openPlace(env.objectCopy) : null };
}

/**
 * The holder of the key-encryption keys that the settings name: KMS, which still opens what a keyring wrapped if its file is there, or
 * that file itself. @throws KeyringUnusable
 */
export async function openKeyProvider({ kms, keyringFile }: Pick<Env, 'kms' | 'keyringFile'>): Promise<KeyProvider> {
  if (!kms) return LocalKeyring.open(keyringFile);
  return new KmsKeyProvider({
    ...kms,
    former: existsSync(keyringFile) ? await LocalKeyring.open(keyringFile) : undefined,
  });
}

/** Asks queue, object store and key provider how they are, as the settings name them. */
export class ServiceProbes {
  private readonly queue: QueueBackend;
  private readonly objectStore: ObjectStore;

  constructor(private readonly env: Env) {
    this.queue = openQueues(env, 'shouwen-probe');
    this.objectStore = openObjectStore(env);
  }

  /** Never rejects; each answers within five seconds. */
  async ask(): Promise<Record<ProbedService, Probed>> {
    const [queue, objectStore, keyProvider] = await Promise.all([
      this.queue.probe(),
      this.objectStore.probe(),
      this.askKeyProvider(),
    ]);
    return { queue, objectStore, keyProvider };
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  /** Opened again each time: a keyring that cannot be opened is an answer too. */
  private async askKeyProvider(): Promise<Probed> {
    try {
      return await (await openKeyProvider(this.env)).probe();
    } catch (error) {
      const en = error instanceof Error ? error.message : 'The keyring cannot be used.';
      const zh = `密钥环文件 ${this.env.keyringFile} 不能使用。请检查其权限（0600），或从备份恢复。`;
      return { ok: false, detail: { zh, en }, facts: { kind: 'keyring' } };
    }
  }
}
