import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Readable, PassThrough, pipeline } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { type Env, runSandboxed } from '#platform';
import { ENCODER_READY, findWhisper, packagesFolder, type WhisperPackages } from '../engines/index.js';
import type { Breath } from './breaths.rules.js';

/** Hz at which the encoder wants samples. */
export const VOICE_RATE = 16_000;
/** Longer recordings are not told apart: all of one lies in the child's memory. */
export const MOST_TOLD_APART_MS = 2 * 3_600_000;

const answerSchema = z.object({
  who: z.array(z.union([z.literal(0), z.literal(1)])),
  gap: z.number(),
  share: z.number().min(0).max(1),
});
/** Which of two voices says each breath, and how well two voices fit. @see `libs/transcripts/child/speakers.py` */
export type Voices = z.infer<typeof answerSchema>;

/** What tells voices apart, where its weights are installed beside faster-whisper. */
export interface VoiceEncoder {
  packages: WhisperPackages;
  program: string;
  threads: number;
  allowUnsandboxed: boolean;
}

/** The encoder of this installation, or undefined. */
export async function findVoiceEncoder({
  engines: { modelsDir, threads },
  allowUnsandboxed,
}: Pick<Env, 'engines' | 'allowUnsandboxed'>): Promise<VoiceEncoder | undefined> {
  const packages = await findWhisper(modelsDir);
  if (!packages || !existsSync(join(packagesFolder(modelsDir), ENCODER_READY))) return undefined;
  return { packages, program: join(dirname(packages.program), 'speakers.py'), threads, allowUnsandboxed };
}

/** Asks a child of its own, which ends with its answer. @returns null when it gave none */
export async function hearVoices(
  { packages, program, threads, allowUnsandboxed }: VoiceEncoder,
  breaths: readonly Breath[],
  { pcm, durationMs, signal }: { pcm: Readable; durationMs: number; signal?: AbortSignal | undefined },
): Promise<Voices | null> {
  const input = new PassThrough();
  input.write(headOf({ breaths: breaths.map(({ fromMs, toMs }) => [fromMs, toMs]) }));
  pipeline(pcm, input, () => undefined);
  const { stdout, done } = runSandboxed({
    program: packages.python,
    args: () => ['-I', '-B', program, String(threads)],
    input,
    limits: {
      wallMs: 120_000 + durationMs * 2,
      cpuSeconds: 60 + Math.ceil(durationMs / 1000),
      memoryBytes: 4 * 1024 ** 3 + durationMs * 512,
      outputBytes: 1024 * 1024,
    },
    readOnly: [...packages.readOnly, program],
    ...(signal && { signal }),
    allowUnsandboxed,
  });
  const [said, exit] = await Promise.all([text(stdout), done]);
  if (exit.ended !== 'exited') return null;
  const voices = answerSchema.safeParse(parsed(said));
  return voices.success && voices.data.who.length === breaths.length ? voices.data : null;
}

function headOf(head: object): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json]);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
