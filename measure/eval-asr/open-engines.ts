import { parseEnv } from '#platform';
import { createDetector, createEngines, engineId, type TranscriptionEngine, WarmWhisper } from '#transcripts';
import type { Tools } from './judge.js';

/** The product's settings: no database is used, the rest is. */
export function readSettings() {
  const { SHOUWEN_DATABASE_URL: url, SHOUWEN_DATABASE_URL_FILE: file } = process.env;
  return parseEnv({ ...process.env, ...(!url && !file && { SHOUWEN_DATABASE_URL: 'postgres://unused' }) });
}

/** The product's engines, and how they are given sound. `warm` is closed by the caller. @param onSent is told to which host sound goes */
export async function openEngines(onSent: (host: string) => void) {
  const env = readSettings();
  const warm = new WarmWhisper();
  const detector = await createDetector(env, warm);
  const onEgress = (host: string) => Promise.resolve(onSent(host));
  const tools: Tools = { detector, hotwords: [], allowUnsandboxed: env.allowUnsandboxed, onEgress };
  return { engines: await createEngines(env, warm), warm, tools };
}

/** Whether an engine is meant by its name, or by its name and model. */
export const isCalled = (name: string, { capabilities }: TranscriptionEngine): boolean =>
  name === engineId(capabilities) || name === capabilities.name;
