import { type EntityManager } from 'typeorm';
import { newId } from '#platform';

/** A matter as a source names it. */
export interface NamedMatter {
  externalId: string;
  title: string;
}

/** The matter that a source names, written down where it is new, its title as it is now. */
export async function matterOf(
  tx: EntityManager,
  source: string,
  matter: NamedMatter | undefined,
): Promise<string | null> {
  if (!matter) return null;
  const [row]: { id: string }[] = await tx.query(
    `insert into matter (id, source, external_id, title) values ($1, $2, $3, $4)
     on conflict (source, external_id) do update set title = matter.title returning id`,
    [newId(), source, matter.externalId, matter.title],
  );
  return row?.id ?? null;
}
