import { type EntityManager } from 'typeorm';
import { type Leg } from './leg.entity.js';

/**
 * Legs as people corrected them: what a person said of times and holds goes before what records of the telephone system say of the same in
 * another way, whenever these come.
 */
export async function withCorrections<const Legs extends readonly Leg[]>(
  manager: EntityManager,
  legs: Legs,
): Promise<Legs> {
  const rows: { leg_id: string; field: string }[] = await manager.query(
    `select distinct leg_id, field from call_correction, jsonb_object_keys(after) field
     where leg_id = any($1) and origin = 'person' and field in ('alertedAt', 'answeredAt', 'holdSpans')`,
    [legs.map(({ id }) => id)],
  );
  const said = (leg: Leg): Leg => {
    const fields = rows.filter((row) => row.leg_id === leg.id).map(({ field }) => field);
    const holds = fields.includes('holdSpans') ? null : leg.holds;
    const ringSeconds = fields.some((field) => field !== 'holdSpans') ? null : leg.ringSeconds;
    return { ...leg, holds, ringSeconds };
  };
  return legs.map(said) as unknown as Legs;
}
