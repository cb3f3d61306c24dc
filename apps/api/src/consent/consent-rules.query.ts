import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STRICTEST_CONSENT_RULE, type Bilingual, type ConsentRulesVersion, type ConsentRulesView } from '#contracts';
import { ConsentRuleSetRow, ConsentRulesService, ConsentTrialService, type ConsentRuleTrialRow } from '#consent';
import { versionsOfOnePerson, type Asker } from '#people';

/** The consent rules as they are now, for those who keep them. */
@Injectable()
export class ConsentRulesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly rules: ConsentRulesService,
    private readonly trials: ConsentTrialService,
  ) {}

  async view(asker: Asker): Promise<ConsentRulesView> {
    const [current, waiting, published] = await Promise.all([
      this.rules.current(),
      this.rules.waiting(),
      this.source.manager.find(ConsentRuleSetRow, {
        where: { decision: 'agreed' },
        order: { version: 'DESC' },
        take: 50,
      }),
    ]);
    const rows = [
      ...new Map([...published, current, ...(waiting ? [waiting] : [])].map((row) => [row.version, row])).values(),
    ];
    const trials = new Map(
      await Promise.all(rows.map(async (row) => [row.version, await this.trials.of(row)] as const)),
    );
    const names = await this.names(rows, [...trials.values()]);
    const ofOne = await versionsOfOnePerson(this.source.manager, rows);
    const told = (row: ConsentRuleSetRow) => versionOf(row, trials.get(row.version) ?? null, { names, ofOne });
    return {
      current: told(current),
      waiting: waiting && { ...told(waiting), mine: waiting.proposedByPersonId === asker.personId },
      history: published.map(told),
      strictest: STRICTEST_CONSENT_RULE,
    };
  }

  private async names(
    rows: readonly ConsentRuleSetRow[],
    trials: readonly (ConsentRuleTrialRow | null)[],
  ): Promise<Map<string, Bilingual>> {
    const ids = [
      ...rows.flatMap(({ proposedByPersonId, decidedByPersonId }) => [proposedByPersonId, decidedByPersonId]),
      ...trials.map((trial) => trial?.triedByPersonId ?? null),
    ];
    const people: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(people.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}

function versionOf(
  row: ConsentRuleSetRow,
  trial: ConsentRuleTrialRow | null,
  { names, ofOne }: { names: Map<string, Bilingual>; ofOne: Set<number> },
): ConsentRulesVersion {
  const { version, rules, reason, proposedByPersonId, proposedAt, decidedByPersonId, decidedAt } = row;
  const signed = (personId: string, at: Date) => ({ by: names.get(personId) ?? null, at: at.toISOString() });
  return {
    ...{ version, rules, reason },
    proposed: proposedByPersonId === null ? null : signed(proposedByPersonId, proposedAt),
    decided: decidedByPersonId === null || decidedAt === null ? null : signed(decidedByPersonId, decidedAt),
    byOnePerson: ofOne.has(version),
    trial: trial && { ...figuresOf(trial), ...signed(trial.triedByPersonId, trial.triedAt) },
  };
}

const figuresOf = (trial: ConsentRuleTrialRow) => {
  const { calls, recorded, notRecorded, same, unknown, newestOnly, days, againstVersion } = trial;
  return { calls, recorded, not_recorded: notRecorded, same, unknown, newestOnly, days, against: againstVersion };
};
