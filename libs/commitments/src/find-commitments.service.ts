import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { agentLeg } from '#calls';
import { WorkService, type JobContext } from '#platform';
import { newestOfLeg } from '#transcripts';
import { Commitment } from './commitment.entity.js';
import { CommitmentLedger, type Filing } from './commitment-ledger.js';
import { Fulfilment } from './fulfilment.js';
import { LegCommitmentsService, type LegPromises } from './leg-commitments.service.js';
import { reconcile } from './reconcile.rules.js';

/** Turns the promises in a leg's newest words into commitments. Safe to run twice: the same words give the same commitments. */
@Injectable()
export class FindCommitmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly promises: LegCommitmentsService,
    private readonly ledger: CommitmentLedger,
    private readonly fulfilment: Fulfilment,
  ) {}

  /** @throws LeaseLost, and what the vault throws; the work is then tried again */
  async find(legId: string, { lease }: JobContext): Promise<void> {
    const found = await this.promises.ofLeg(legId);
    if (!found) throw new Error(`leg ${legId} has no transcript to look through`);
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      // One leg's findings at a time: a job that runs twice, or beside one for newer words, sees what the other filed.
      await tx.query('select 1 from leg where id = $1 for update', [legId]);
      if (!(await isNewest(tx, found))) return;
      const known = await tx.find(Commitment, {
        where: { legId },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      await this.ledger.file(tx, await filingOf(tx, found), reconcile(known, found.promises));
      await this.fulfilment.ofCall(tx, found.leg.callId);
    });
  }
}

/** Newer words may have come while these were looked through: their own job files them. */
const isNewest = async (tx: EntityManager, { leg, transcript }: LegPromises): Promise<boolean> =>
  (await newestOfLeg(tx, leg.id))?.id === transcript.id;

async function filingOf(tx: EntityManager, { leg, transcript }: LegPromises): Promise<Filing> {
  const [team]: { client_id: string }[] = await tx.query('select client_id from team where id = $1', [leg.teamId]);
  if (!team) throw new Error(`there is no team ${leg.teamId}`);
  const { id: legId, callId, personId: ownerPersonId, teamId } = agentLeg(leg);
  return { callId, legId, transcriptId: transcript.id, ownerPersonId, teamId, clientId: team.client_id };
}
