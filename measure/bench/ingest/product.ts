import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { uploadResultSchema, type UploadMetadata, type UploadResult } from '#contracts';
import { createLogger, parseEnv } from '#platform';
import { ApiClient } from '../../../tools/demo/api-client.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from '../../../tools/demo/seed/organisation.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { SAMPLE_CALLS } from '../../../tools/samples/calls.js';
import { metadataOf } from '../../../tools/samples/metadata.js';
import { type LongWav } from './long-wav.js';
import { send } from './send.js';

const BOUNDARY = 'shouwen-bench-4f1c';

/** The product's API and database as they run in the demonstration. Without the worker: nothing else wants the processor. */
export class Product {
  private taken = 0;

  private constructor(
    private readonly profile: EmbeddedProfile,
    private readonly client: ApiClient,
  ) {}

  /** @param dataDir empty, or from an earlier run */
  static async start(dataDir: string, root: string): Promise<Product> {
    const logger = createLogger('bench', 'warn');
    const profile = await EmbeddedProfile.prepare({ dataDir, port: await freePort(), root, logger });
    try {
      const password = randomBytes(12).toString('base64url');
      await seedOrganisation(parseEnv(profile.env), password);
      profile.api.start();
      await profile.apiReady();
      return new Product(profile, await ApiClient.signIn(profile.baseUrl, 'admin', password));
    } catch (error) {
      await profile.stop();
      throw error;
    }
  }

  get apiPid(): number {
    return this.profile.api.pid ?? 0;
  }

  /** Uploads the recording as a new call. @returns seconds @throws Error when it was not taken as what it is */
  async upload(wav: LongWav): Promise<number> {
    const body = formOf(this.metadata(wav), wav);
    const { seconds, answer } = await send({
      url: `${this.client.baseUrl}/api/v1/calls`,
      method: 'POST',
      headers: {
        cookie: this.client.cookie,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        ...body.length,
      },
      body: body.chunks(),
    });
    assertRecorded(uploadResultSchema.parse(JSON.parse(answer)), wav);
    return seconds;
  }

  stop(): Promise<void> {
    return this.profile.stop();
  }

  private metadata({ durationMs }: LongWav): UploadMetadata {
    const sample = SAMPLE_CALLS.find(({ kind }) => kind === 'model')!;
    const startedAt = new Date(Date.now() - durationMs);
    const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
    return { ...metadataOf(sample, { startedAt, durationMs, staffNumber }), externalId: `bench-${(this.taken += 1)}` };
  }
}

/** The upload as a browser or a telephone system would write it: the metadata, then the sound. */
function formOf(metadata: UploadMetadata, wav: LongWav) {
  const part = (disposition: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const head = Buffer.from(
    `${part('name="metadata"')}\r\n${JSON.stringify(metadata)}\r\n` +
      `${part('name="audio"; filename="call.wav"')}content-type: audio/wav\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  return {
    length: { 'content-length': head.length + wav.bytes + tail.length },
    *chunks(): Generator<Buffer> {
      yield head;
      yield* wav.chunks();
      yield tail;
    },
  };
}

function assertRecorded({ stage, durationMs, incomplete, duplicate }: UploadResult, wav: LongWav): void {
  if (stage === 'recorded' && durationMs === wav.durationMs && !incomplete && !duplicate) return;
  throw new Error(`the upload was not taken as a new, whole recording of ${wav.durationMs} ms`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
