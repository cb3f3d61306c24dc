import { join } from 'node:path';
import { checklistSchema, type Checklist } from '#contracts';
import { prepareCondition } from '../checks/condition.rules.js';
import { prepareCheck } from '../checks/index.js';
import { contentHash } from '../content-hash.rules.js';
import { firstUnreadable } from '../lexicons/own-lists.rules.js';
import { packageRoot } from '#platform';
import { readYaml } from '../shipped-yaml.js';

export interface LoadedChecklist {
  readonly checklist: Checklist;
  /** SHA-256 of the content. */
  readonly hash: string;
}

/**
 * Validates a checklist that came from a file, a form or the database, its checks and conditions included.
 *
 * @throws Error naming the item and what is wrong in it
 */
export function readChecklist(value: unknown): LoadedChecklist {
  const read = checklistSchema.safeParse(value);
  if (!read.success) throw new Error(`checklist: ${read.error.message}`);
  try {
    read.data.judges?.appliesWhen.forEach((condition) => prepareCondition(condition));
  } catch (cause) {
    throw new Error(`checklist ${read.data.id}, judges: ${(cause as Error).message}`, { cause });
  }
  for (const item of read.data.sections.flatMap((section) => section.items)) {
    try {
      prepareCheck(item.check);
      item.appliesWhen.forEach((condition) => prepareCondition(condition));
    } catch (cause) {
      throw new Error(`checklist ${read.data.id}, item ${item.id}: ${(cause as Error).message}`, { cause });
    }
  }
  const bad = firstUnreadable(read.data.phraseLists ?? []);
  if (bad) throw new Error(`checklist ${read.data.id}, phrase "${bad.phrase}": ${bad.why.en}`);
  return { checklist: read.data, hash: contentHash(read.data) };
}

/**
 * Loads a shipped checklist.
 *
 * @param name the file's name without `.yaml`, e.g. "standard-inbound"
 */
export function loadChecklist(name: string): LoadedChecklist {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`"${name}" is not the name of a checklist`);
  return readChecklist(readYaml(join(packageRoot(), 'libs/quality/checklists', `${name}.yaml`)));
}
