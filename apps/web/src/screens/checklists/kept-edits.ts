import { checklistDraftSchema, type ChecklistDraftDefinition, type ChecklistDraftView } from '#contracts';
import { keepAgain, mayKeep, placesOfAccount } from '../../data/kept-drafts.js';

/*
 * What was written and could not be saved any more, when a browser was closed or lost its network: kept in the browser for the account that
 * wrote it until the server has it, or until it signs out. Every editor that is open has a place of its own, so that none takes away what another one kept.
 * Checklists hold no words of calls.
 */

export interface KeptEdits {
  /** Its place in the browser. */
  readonly key: string;
  /** The save that it was written on; a draft that was discarded and begun again has the same revisions, but not the same times. */
  readonly revision: number;
  readonly updatedAt: string;
  readonly definition: ChecklistDraftDefinition;
}

const prefixOf = (accountId: string, checklistId: string): string => `${placesOfAccount(accountId)}${checklistId} `;

/** A place for an editor that is opened now. */
export const newPlace = (accountId: string, checklistId: string): string =>
  prefixOf(accountId, checklistId) + Math.random().toString(36).slice(2);

export function keepEdits(
  key: string,
  { revision, updatedAt }: Pick<ChecklistDraftView, 'revision' | 'updatedAt'>,
  definition: ChecklistDraftDefinition,
): void {
  if (!mayKeep(key)) return;
  try {
    localStorage.setItem(key, JSON.stringify({ revision, updatedAt, definition }));
  } catch {
    // No room, or no storage: the server's copy and the warning on leaving are what there is.
  }
}

export function forgetEdits(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // No storage, and nothing in it.
  }
}

/** The server has taken `saved`. What was kept after it was sent was written on it, and stays. */
export function settleEdits(key: string, saved: ChecklistDraftDefinition, next: ChecklistDraftView): void {
  const kept = readEdits(key);
  if (!kept) return;
  if (same(kept.definition, saved) || same(kept.definition, next.definition)) forgetEdits(key);
  else keepEdits(key, next, kept.definition);
}

/** `mine` goes on where it was; the `others` were written on another save than the one that is open, or in another tab. */
export function findEdits(
  accountId: string,
  view: ChecklistDraftView,
): { mine: KeptEdits | null; others: KeptEdits[] } {
  keepAgain(accountId);
  const kept = keysOf(prefixOf(accountId, view.checklistId)).flatMap((key) => readEdits(key) ?? []);
  const known = kept.filter(({ definition }) => same(definition, view.definition));
  for (const { key } of known) forgetEdits(key);
  const left = kept.filter((one) => !known.includes(one));
  const mine = left.find((one) => one.revision === view.revision && one.updatedAt === view.updatedAt) ?? null;
  return { mine, others: left.filter((one) => one !== mine) };
}

const plain = (one: ChecklistDraftDefinition): string =>
  JSON.stringify(checklistDraftSchema.safeParse(one).data ?? one);
const same = (a: ChecklistDraftDefinition, b: ChecklistDraftDefinition): boolean => plain(a) === plain(b);

function keysOf(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .sort();
  } catch {
    return [];
  }
}

function readEdits(key: string): KeptEdits | null {
  try {
    const { revision, updatedAt, definition } = JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>;
    const read = checklistDraftSchema.safeParse(definition);
    if (typeof revision !== 'number' || typeof updatedAt !== 'string' || !read.success) return null;
    return { key, revision, updatedAt, definition: read.data };
  } catch {
    return null;
  }
}
