import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { type ConsentRuleSet, type ConsentTrial, type ConsentTrialRequest } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { ConsentRuleTrialRow, type ConsentRuleSetRow } from './consent-rule-trial.entity.js';
import { ConsentRulesService, hashOf } from './consent-rules.service.js';
import { gateRulesOf } from './shipped-rules.js';
import { tryCall, type KeptCall } from './trial.rules.js';

const DAY_MS = 86_400_000;
/** Of a longer period, the newest calls. */
const MOST_CALLS = 50_000;
/** Of each kind: enough to see what a change means. */
const MOST_EXAMPLES = 5;

interface Group extends KeptCall {
  n: number;
  examples: { callId: string; startedAt: string }[];
}

/** What rules would have decided about the calls that there are, beside those in force: no call is changed by asking, and the figures are kept. */
@Injectable()
export class ConsentTrialService {
  constructor(
    private readonly source: DataSource,
    private readonly rules: ConsentRulesService,
    private readonly clock: Clock,
    private readonly journal: JournalService,
  ) {}

  async try({ rules, days }: ConsentTrialRequest, personId: string): Promise<ConsentTrial> {
    const current = await this.rules.current();
    const triedAt = this.clock.now();
    const since = new Date(triedAt.getTime() - days * DAY_MS);
    const found = summed(await this.groups(since), current.rules, rules);
    const { examples: _, not_recorded: notRecorded, ...figures } = found;
    const what = { rulesSha256: hashOf(rules), againstVersion: current.version, days };
    const by = { triedByPersonId: personId, triedAt };
    await this.source.transaction(async (tx) => {
      await tx.insert(ConsentRuleTrialRow, { id: newId(), ...what, ...figures, notRecorded, ...by });
      const { newestOnly: __, ...counts } = figures;
      const details = { sha256: what.rulesSha256, against: current.version, days, ...counts, notRecorded };
      await this.journal.append(tx, 'consent.rules_tried', details, { actorPersonId: personId });
    });
    return found;
  }

  /** The last trial of a version: of one that was decided, what was known when it was. */
  async of({ sha256, decidedAt }: ConsentRuleSetRow): Promise<ConsentRuleTrialRow | null> {
    return this.source.manager.findOne(ConsentRuleTrialRow, {
      where: { rulesSha256: sha256, ...(decidedAt && { triedAt: LessThanOrEqual(decidedAt) }) },
      order: { triedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Calls with the last thing that was said of each; those that are alike are judged once. */
  private groups(since: Date): Promise<Group[]> {
    return this.source.query(
      `select direction, classification, region, state, ground, count(*)::int as n,
         jsonb_path_query_array(jsonb_agg(jsonb_build_object('callId', id, 'startedAt', started_at) order by started_at desc),
           '$[0 to ${MOST_EXAMPLES - 1}]') as examples
       from (select id, direction, classification, region, started_at from call where started_at >= $1
             order by started_at desc, id desc limit ${MOST_CALLS}) newest
       join lateral (select state, ground from consent_decision where call_id = newest.id
             order by decided_at desc, may_record, id desc limit 1) said on true
       group by direction, classification, region, state, ground order by n desc`,
      [since],
    );
  }
}

function summed(groups: readonly Group[], inForce: ConsentRuleSet, tried: ConsentRuleSet): ConsentTrial {
  const [before, after] = [gateRulesOf(inForce), gateRulesOf(tried)];
  const counts = { calls: 0, recorded: 0, not_recorded: 0, same: 0, unknown: 0 };
  const examples: ConsentTrial['examples'] = { recorded: [], not_recorded: [], unknown: [] };
  for (const { n, examples: some, ...call } of groups) {
    const outcome = tryCall(call, before, after);
    counts.calls += n;
    counts[outcome] += n;
    if (outcome === 'same') continue;
    const { direction, region, state } = call;
    const room = MOST_EXAMPLES - examples[outcome].length;
    const shown = some.slice(0, room).map(({ callId, startedAt }) => {
      return { callId, startedAt: new Date(startedAt).toISOString(), direction, region, state };
    });
    examples[outcome].push(...shown);
  }
  return { ...counts, newestOnly: counts.calls === MOST_CALLS, examples };
}
