import { callStageSchema } from '#contracts';
import { z } from 'zod';
import type { FileState } from './pause.rules.js';

const KEY = 'shouwen.batch';

/** A file of a batch as the page that it is read into again knows it: what was taken goes on at the server, the rest is gone with the page. */
const rowSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  words: z.string().nullable(),
  taken: z
    .object({
      callId: z.string(),
      stage: callStageSchema,
      reason: z.string().nullable(),
      alreadyHere: z.boolean(),
      incomplete: z.boolean(),
    })
    .nullable(),
});
const batchSchema = z.object({ accountId: z.string(), startedAt: z.number(), rows: z.array(rowSchema) });
type KeptBatch = z.infer<typeof batchSchema>;

interface Row {
  path: string;
  bytes: number;
  words: string | null;
  state: FileState;
}

/** Keeps what a reload of this page would forget, for this account and this tab. */
export function keepBatch(accountId: string, startedAt: number, files: readonly Row[]): void {
  const rows = files
    .filter(({ state }) => state.kind !== 'skipped')
    .map(({ path, bytes, words, state }): KeptBatch['rows'][number] => {
      if (state.kind !== 'taken') return { path, bytes, words, taken: null };
      const { callId, stage, reason, alreadyHere, incomplete } = state;
      return { path, bytes, words, taken: { callId, stage, reason, alreadyHere, incomplete } };
    });
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ accountId, startedAt, rows } satisfies KeptBatch));
  } catch {
    // A browser that has no room for it forgets the batch; the calls are in the list.
  }
}

/** The batch that this account had here before the page was read again, once; null: none. */
export function takeKeptBatch(accountId: string): { startedAt: number; rows: Row[] } | null {
  const kept = batchSchema.safeParse(readKept()).data;
  sessionStorage.removeItem(KEY);
  if (kept?.accountId !== accountId || kept.rows.length === 0) return null;
  const rows = kept.rows.map(({ taken, ...row }): Row => {
    // A page that is read again holds no file: it has to be chosen once more.
    const state: FileState = taken ? { kind: 'taken', ...taken, progress: null } : { kind: 'failed', why: 'not_kept' };
    return { ...row, state };
  });
  return { startedAt: kept.startedAt, rows };
}

function readKept(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}
