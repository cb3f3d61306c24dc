import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type LineProblem } from '#contracts';
import { canonicalJson } from '#journal';
import { peopleRefusals } from '../refusals.js';

/** Problems that a preview lists; the rest is counted. */
export const LISTED_PROBLEMS = 200;
const PER_TURN = 50;

/** Names a plan by everything that it would do: what is applied is what was previewed, or nothing. */
export async function planHash(parts: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256');
  for (const [index, part] of parts.entries()) {
    hash.update(canonicalJson(part)).update('\n');
    if (index % PER_TURN === PER_TURN - 1) await nextTurn();
  }
  return hash.digest('hex');
}

/** Calls `each` for every item, giving way to other requests on the way. */
export async function inTurns<T>(items: readonly T[], each: (item: T, index: number) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    each(item, index);
    if (index % PER_TURN === PER_TURN - 1) await nextTurn();
  }
}

/** @throws DomainError when the plan has problems, or is not the one that was previewed */
export function checkPlan(given: string, plan: string | null): void {
  if (plan === null) throw peopleRefusals.import_has_problems();
  if (given !== plan) throw peopleRefusals.changed_since_preview();
}

export const listed = (problems: readonly LineProblem[]) => ({
  problems: [...problems].sort((a, b) => a.line - b.line).slice(0, LISTED_PROBLEMS),
  moreProblems: Math.max(0, problems.length - LISTED_PROBLEMS),
});

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
