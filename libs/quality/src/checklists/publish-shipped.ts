import { type EntityManager } from 'typeorm';
import { type JournalService } from '#journal';
import { ChecklistRetirement, ChecklistVersion } from './checklist.entity.js';
import { type LoadedChecklist } from './load-checklist.js';

/** Checklists that come with the product. */
export const SHIPPED: readonly string[] = ['standard-inbound', 'standard-outbound', 'complaint', 'transfer'];

/** One change of a checklist at a time, from any process; held until the transaction ends. */
export const lockChecklist = (tx: EntityManager, checklistId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtext($1))', [`checklist ${checklistId}`]);

/** The newer version takes the place of those before it. */
export async function supersede(
  tx: EntityManager,
  { checklistId, version: supersededBy }: { checklistId: string; version: number },
  journal: JournalService,
  now: Date,
): Promise<void> {
  const retired: { version: number }[] = await tx.query(
    `insert into checklist_retirement (checklist_id, version, retired_at, superseded_by)
     select checklist_id, version, $3, $2 from checklist_version where checklist_id = $1 and version < $2
     on conflict do nothing returning version`,
    [checklistId, supersededBy, now],
  );
  for (const { version } of retired) {
    await journal.append(tx, 'checklist.retired', { checklistId, version, supersededBy });
  }
}

/**
 * Publishes a version that came with the product. A checklist that the company has made its own, by publishing a version or retiring one, is
 * left as it is: the shipped version can then be taken into a draft.
 *
 * @throws Error when other contents were shipped under the same number: they would change scores that name it
 */
export async function publishShipped(
  tx: EntityManager,
  { checklist, hash }: LoadedChecklist,
  journal: JournalService,
  now: Date,
): Promise<void> {
  const { id: checklistId, version } = checklist;
  await lockChecklist(tx, checklistId);
  const versions = await tx.findBy(ChecklistVersion, { checklistId });
  if (versions.some(({ origin }) => origin === 'company')) return;
  const stored = versions.find((one) => one.version === version);
  if (stored && stored.sha256 !== hash) {
    throw new Error(
      `checklist ${checklistId} version ${version} is published with other contents: give the new ones a new version`,
    );
  }
  // An older program beside a newer one, as while an upgrade rolls out, brings nothing back.
  if (versions.some((one) => one.version >= version)) return;
  const retired = await tx.findBy(ChecklistRetirement, { checklistId });
  if (retired.some(({ supersededBy }) => supersededBy === null)) return;
  const row = { checklistId, version, sha256: hash, definition: checklist as object, publishedAt: now };
  await tx.insert(ChecklistVersion, { ...row, origin: 'shipped' });
  await supersede(tx, { checklistId, version }, journal, now);
  await journal.append(tx, 'checklist.published', { checklistId, version, sha256: hash });
}
