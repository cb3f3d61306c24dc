import { createHash } from 'node:crypto';

const digest = (id: string): string => createHash('sha256').update(id).digest('hex');

/**
 * Parts dialogues into those that may be read for errors, and a third that is not read: of each language the ids whose SHA-256 comes first.
 * The choice hangs on nothing but the ids, so it is the same for everyone and for ever, and cannot be picked to please.
 */
export function partHeldThird<T extends { readonly id: string; readonly language: string }>(
  dialogues: readonly T[],
): { readonly readable: readonly T[]; readonly held: readonly T[] } {
  const held = new Set<T>();
  for (const language of new Set(dialogues.map((one) => one.language))) {
    const all = dialogues.filter((one) => one.language === language);
    const byDigest = [...all].sort((a, b) => (digest(a.id) < digest(b.id) ? -1 : 1));
    for (const one of byDigest.slice(0, Math.floor(all.length / 3))) held.add(one);
  }
  return { readable: dialogues.filter((one) => !held.has(one)), held: dialogues.filter((one) => held.has(one)) };
}
