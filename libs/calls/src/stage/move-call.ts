import { In, type EntityManager } from 'typeorm';
import { type CallStage } from '#contracts';
import { Call } from '../call.entity.js';
import { JOURNEY, mayMove } from './journey.js';

const OPEN = (Object.keys(JOURNEY) as CallStage[]).filter((stage) => mayMove(stage, 'destroyed'));

/**
 * What people wrote of its processing goes with the sound. A call whose last recording was destroyed before it came to its end has ended: nothing can be worked on any more, so that it must not wait
 * for a person. To be called in the transaction that finishes a destruction, once every recording of the call is gone.
 */
export async function endDestroyed(tx: EntityManager, callId: string): Promise<void> {
  await tx.query(
    `update call set stage = 'destroyed', stage_reason = null, stage_at = now()
     where id = $1 and stage = any($2)`,
    [callId, OPEN],
  );
  await tx.query('update call_give_up set note = null where call_id = $1 and note is not null', [callId]);
}

const WITHOUT_RECORDING: CallStage[] = ['ringing', 'live', 'ended', 'known'];

/** The first recording of a call has come. */
export async function recordingCame(tx: EntityManager, callId: string, at: Date): Promise<void> {
  await tx.update(Call, { id: callId, stage: In(WITHOUT_RECORDING) }, { stage: 'recorded', stageAt: at });
}

/** A call that waited for a person, or was given up, goes on from where its recordings are sealed: its words are made again. */
export async function backToSealed(tx: EntityManager, callId: string): Promise<void> {
  await tx.query(
    `update call set stage = 'sealed', stage_reason = null, stage_at = now()
     where id = $1 and stage in ('needs_attention', 'given_up')`,
    [callId],
  );
}
