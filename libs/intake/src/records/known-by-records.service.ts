/*
 * A call that the gate knows, and what records say of it
 *   fill      what is unknown, and what they say more precisely, is written: no move, and no term gets shorter by it
 *   follow    what differs and moves nothing follows the records, as a correction whose source they are; what a person corrected stays
 *   wait      what would move rights, a term or a dispute is one proposal a call that a second person decides; until then all holds as it is
 * Scores follow in each case.
 */
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Correctable, type Moved } from '#contracts';
import { Call, type AgentLeg } from '#calls';
import { JournalService } from '#journal';
import { Person } from '#people';
import { Clock, DomainError } from '#platform';
import { type TelephonySourceRow } from '#telephony';
import { CorrectionFollowUps } from '../corrections/correction-follow-ups.js';
import { CorrectionLedger } from '../corrections/correction-ledger.js';
import { CorrectionProposals, waitingOf } from '../corrections/correction-proposals.service.js';
import {
  consequencesOf,
  differences,
  factsOf,
  saidOf,
  wasRefused,
  type CallFacts,
} from '../corrections/correction.rules.js';
import { CorrectionScales } from '../corrections/correction-scales.service.js';
import { KnownCalls, type LockedCall, type Written } from '../corrections/known-calls.js';
import { closes, movedBy } from '../corrections/moved.rules.js';
import { areOne, partsIn } from '../corrections/parts-in-a-call.js';
import { WrittenCorrections } from '../corrections/written-corrections.service.js';
import { type Sender } from '../sender.js';
import { type ToldCall } from './folded-rows.rules.js';
import { type AdoptedLeg } from './leg-rows.js';
import { isNearer, saidByRecords } from './said-by-records.rules.js';

const REASON = '电话系统的话单 / Records of the telephone system';

@Injectable()
export class KnownByRecords {
  constructor(
    private readonly known: KnownCalls,
    private readonly scales: CorrectionScales,
    private readonly proposals: CorrectionProposals,
    private readonly written: WrittenCorrections,
    private readonly followUps: CorrectionFollowUps,
    private readonly ledger: CorrectionLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Under the call's lock. @param changed whether something of the leg that only records say was written */
  async tell(
    tx: EntityManager,
    of: TelephonySourceRow,
    call: Call,
    { told, adopted, changed }: { told: ToldCall; adopted: AdoptedLeg; changed: boolean },
  ): Promise<void> {
    const { leg } = adopted;
    const known = await this.known.read(tx, call, leg.id);
    const wanted = saidByRecords(told, adopted.told, await staffNumberOf(tx, adopted));
    const open = await this.open(tx, known, wanted);
    const facts = factsOf(known);
    const nearer = open.filter((field) => isNearer(field, facts[field], wanted[field]));
    const moving = await this.moving(tx, known, wanted, nearer);
    const isNew = (field: keyof CallFacts): boolean => facts[field] === null;
    // What was not known takes nothing from a dispute, but a queue may bring another term.
    const moves = (field: keyof CallFacts): boolean =>
      (moving?.get(field) ?? []).some((move) => !isNew(field) || move !== 'dispute');
    const filled = moving ? nearer.filter((field) => !moves(field)) : [];
    const after = await this.fill(tx, known, wanted, filled, changed);
    const others = open.filter((field) => !nearer.includes(field) || (isNew(field) && moves(field)));
    if (others.length > 0) await this.differ(tx, of, after, wanted, others);
  }

  /** Where they differ from what is known, unless a person settled it: by a correction, or by refusing this very one. */
  private async open(
    tx: EntityManager,
    { call, leg, ...rest }: LockedCall,
    wanted: Partial<CallFacts>,
  ): Promise<(keyof CallFacts)[]> {
    const fields = differences(factsOf({ call, leg, ...rest }), wanted);
    if (fields.length === 0) return [];
    const history = await this.ledger.of(tx, call.id);
    const refused = await this.ledger.refusedOf(tx, call.id);
    return fields.filter(
      (field) =>
        !saidOf(history, field, leg.id).some(({ origin, before }) => origin === 'person' && field in before) &&
        !wasRefused(saidOf(refused, field, leg.id), field, wanted[field]),
    );
  }

  private async fill(
    tx: EntityManager,
    known: LockedCall,
    wanted: Partial<CallFacts>,
    fields: readonly Correctable[],
    changed: boolean,
  ): Promise<LockedCall> {
    const written = { wanted, fields, agent: null, proposalId: null };
    const possible = fields.length > 0 && this.wouldBe(known, written) !== null;
    if (!possible && !changed) return known;
    const after = possible ? await this.known.write(tx, known, written) : known;
    const consequences = { ...consequencesOf(fields), consent: false, words: false, everyLegsWords: false };
    const { jobs } = await this.followUps.plan(tx, after, consequences);
    const details = { legId: known.leg.id, fields: possible ? [...fields] : [], again: jobs };
    await this.journal.append(tx, 'call.filled', details, { callId: known.call.id });
    return after;
  }

  private async differ(
    tx: EntityManager,
    of: TelephonySourceRow,
    known: LockedCall,
    wanted: Partial<CallFacts>,
    fields: readonly (keyof CallFacts)[],
  ): Promise<void> {
    const by = of.createdByPersonId;
    const { own, disputed } = await partsIn(tx, by, known.call.id, this.clock.now());
    // Records speak in the name of the person who set their source up: of a call of that person's another one says it.
    if (own || disputed) return;
    const moving = await this.moving(tx, known, wanted, fields);
    if (!moving) return;
    const follow = fields.filter((field) => !moving.has(field));
    if (follow.length > 0) {
      const correction = { wanted, fields: follow, consent: null, agent: null, proposalId: null };
      await this.written.write(tx, known, { ...correction, by, reason: REASON, origin: 'records', moved: [] });
    }
    const waits = [...moving.keys()];
    if (waits.length === 0 || (await waitingOf(tx, known.call.id))) return;
    const agent = waits.includes('staffNumber') ? await agentOf(tx, wanted) : null;
    if (agent && (await areOne(tx, by, agent.personId, this.clock.now()))) return;
    const now = await this.known.read(tx, await tx.findOneByOrFail(Call, { id: known.call.id }), known.leg.id);
    const moves = [...new Set([...moving.values()].flat())];
    const order = { legId: known.leg.id, changes: {}, reason: REASON, origin: 'records' as const };
    const proposed = { wanted, fields: waits, consent: null, moves, agent, proof: null };
    await this.proposals.propose(tx, asRecords(by), now, order, proposed);
  }

  /** Which of these would move something, and what; null where all of them together cannot be so. */
  private async moving(
    tx: EntityManager,
    known: LockedCall,
    wanted: Partial<CallFacts>,
    fields: readonly (keyof CallFacts)[],
  ): Promise<Map<keyof CallFacts, Moved[]> | null> {
    const moving = new Map<keyof CallFacts, Moved[]>();
    const together = fields.length > 0 ? await this.moves(tx, known, wanted, fields) : [];
    if (!together) return null;
    for (const field of together.length > 0 ? fields : []) {
      const moves = (await this.moves(tx, known, wanted, [field])) ?? together;
      if (moves.length > 0) moving.set(field, moves);
    }
    return moving;
  }

  private async moves(
    tx: EntityManager,
    known: LockedCall,
    wanted: Partial<CallFacts>,
    fields: readonly (keyof CallFacts)[],
  ): Promise<Moved[] | null> {
    const agent = fields.includes('staffNumber') ? await agentOf(tx, wanted) : null;
    const would = this.wouldBe(known, { wanted, fields, agent, proposalId: null });
    if (!would) return null;
    const weights = await this.scales.weigh(tx, known, would, { fields, consent: null });
    const moves = movedBy(weights);
    return moves.length === 0 && closes(weights) ? ['consent'] : moves;
  }

  /** null where times would be impossible: clocks of two systems that do not agree say nothing. */
  private wouldBe(known: LockedCall, written: Written): LockedCall | null {
    try {
      return this.known.wouldBe(known, written);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'impossible_times') return null;
      throw error;
    }
  }
}

/** Records have no account, no right and no proof: what they propose, people decide. */
const asRecords = (personId: string): Sender => ({
  ...{ personId, tokenId: null, held: [], steppedUpAt: null, secondFactor: false, proofs: [] },
});

async function staffNumberOf(tx: EntityManager, { leg, told }: AdoptedLeg): Promise<string | null> {
  if (told.personId === null || told.personId === leg.personId) return null;
  return (await tx.findOneByOrFail(Person, { id: told.personId })).staffNumber;
}

async function agentOf(
  tx: EntityManager,
  { staffNumber }: Partial<CallFacts>,
): Promise<Pick<AgentLeg, 'personId' | 'teamId'>> {
  const { id: personId, teamId } = await tx.findOneByOrFail(Person, { staffNumber: staffNumber as string });
  return { personId, teamId };
}
