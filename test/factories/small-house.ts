import { type DataSource } from 'typeorm';
import { SmallHousePeriod } from '#people';
import { newId } from '#platform';

/** Chooses a small house as its first administrator does before anything was recorded: in force from then on. @returns the period's id */
export async function buildSmallHouse(source: DataSource, chosenByPersonId: string, chosenAt: Date): Promise<string> {
  const id = newId();
  await source.manager.insert(SmallHousePeriod, { id, chosenByPersonId, chosenAt });
  return id;
}
