import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ConsentRuleSet, type ConsentTrial, type ConsentTrialRequest } from '#contracts';
import { Clock } from '#platform';
import { ConsentRulesService } from './consent-rules.service.js';
import { gateRulesOf } from './consent-rules.js';
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

/** What rules would have decided about the calls that there are, beside those in force: nothing is changed by asking. */
@Injectable()
export class ConsentTrialService {
  constructor(
    private readonly source: DataSource,
    private readonly rules: ConsentRulesService,
    private readonly clock: Clock,
  ) {}

  async try({ rules, days }: ConsentTrialRequest): Promise<ConsentTrial> {
    const current = await this.rules.current();
    const since = new Date(this.clock.now().getTime() - days * DAY_MS);
    return summed(await this.groups(since), current.rules, rules);
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
             order by decided_at desc, id desc limit 1) said on true
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
