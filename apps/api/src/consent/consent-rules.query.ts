import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STRICTEST_CONSENT_RULE, type Bilingual, type ConsentRulesVersion, type ConsentRulesView } from '#contracts';
import { ConsentRuleSetRow, ConsentRulesService } from '#consent';
import { type Asker } from '#people';

/** The consent rules as they are now, for those who keep them. */
@Injectable()
export class ConsentRulesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly rules: ConsentRulesService,
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
    const names = await this.names([...published, ...(waiting ? [waiting] : [])]);
    return {
      current: versionOf(current, names),
      waiting: waiting && { ...versionOf(waiting, names), mine: waiting.proposedByPersonId === asker.personId },
      history: published.map((row) => versionOf(row, names)),
      strictest: STRICTEST_CONSENT_RULE,
    };
  }

  private async names(rows: readonly ConsentRuleSetRow[]): Promise<Map<string, Bilingual>> {
    const ids = rows.flatMap(({ proposedByPersonId, decidedByPersonId }) => [proposedByPersonId, decidedByPersonId]);
    const people: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(people.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}

function versionOf(row: ConsentRuleSetRow, names: Map<string, Bilingual>): ConsentRulesVersion {
  const { version, rules, reason, proposedByPersonId, proposedAt, decidedByPersonId, decidedAt } = row;
  const signed = (personId: string, at: Date) => ({ by: names.get(personId) ?? null, at: at.toISOString() });
  return {
    ...{ version, rules, reason },
    proposed: proposedByPersonId === null ? null : signed(proposedByPersonId, proposedAt),
    decided: decidedByPersonId === null || decidedAt === null ? null : signed(decidedByPersonId, decidedAt),
  };
}
