import { In, type EntityManager } from 'typeorm';
import { type CallStage } from '#contracts';
import { Call } from '../call.entity.js';

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
