import { type EntityManager } from 'typeorm';
import { Call } from '../call.entity.js';

/** Does the gate not know the call yet, and records of a telephone system alone tell of it? */
export const isKnownFromRecordsOnly = ({ stage }: Pick<Call, 'stage'>): boolean => RECORD_STAGES.includes(stage);
const RECORD_STAGES: readonly Call['stage'][] = ['ringing', 'live', 'ended'];

/** What records of a telephone system tell of a call. */
export type RecordedFacts = Pick<
  Call,
  'direction' | 'customer' | 'startedAt' | 'answeredAt' | 'endedAt' | 'connection'
> & {
  stage: Extract<Call['stage'], 'ringing' | 'live' | 'ended'>;
};

/** Writes a call down that records alone tell of. What the gate asks of a call is asked once a recording of it comes. */
export async function createFromRecords(
  tx: EntityManager,
  known: Pick<Call, 'id' | 'source' | 'externalId' | 'region' | 'createdAt'>,
  told: RecordedFacts,
): Promise<void> {
  await tx.insert(Call, {
    ...{ ...known, ...told, matterId: null, classification: 'business', language: null },
    ...{ purpose: null, outcome: null, stageReason: null, stageAt: known.createdAt },
  });
}

/** Overwrites a call that is known only from telephone records with their latest data. */
export async function updateFromRecords(
  tx: EntityManager,
  { id, stage: before }: Pick<Call, 'id' | 'stage'>,
  { stage, ...told }: RecordedFacts & Pick<Call, 'externalId' | 'customerKey'>,
  at: Date,
): Promise<void> {
  await tx.update(Call, id, { ...told, ...(stage !== before && { stage, stageAt: at }) });
}
