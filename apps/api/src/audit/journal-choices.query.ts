import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type JournalChain, type JournalChoices } from '#contracts';
import { HEADS_FILE, publicHalf } from '#journal';
import { scopeOf, type Asker } from '#people';
import { ENV, type Env } from '#platform';

/** Most people of a choice; a company with more looks for a person on the screen of the call. */
const MOST = 5000;

/** What a reader of the journal may choose from, and how far the chain reaches. */
@Injectable()
export class JournalChoicesQuery {
  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** An auditor of some teams chooses among their people, those who left included. */
  async choices(asker: Asker): Promise<JournalChoices> {
    const scope = scopeOf('journal.read', asker.held, asker.personId);
    const teams = scope.kind === 'some' ? scope.teamIds : null;
    const [people, cases] = await Promise.all([
      this.source.query<JournalChoices['people']>(
        `select id as "personId", jsonb_build_object('zh', name_zh, 'en', name_en) as name, staff_number as "staffNumber",
           left_at is not null as left from person where $1::uuid[] is null or team_id = any($1)
         order by left_at is not null, staff_number limit ${MOST}`,
        [teams],
      ),
      this.source.query<JournalChoices['cases']>(
        `select id as "caseId", reference, title from legal_case where $1::uuid[] is null order by opened_at desc limit ${MOST}`,
        [teams],
      ),
    ]);
    return { people, cases };
  }

  async chain(): Promise<JournalChain> {
    const [row]: { position: string | null; signed_at: Date; chain_hash: string; unsealed: number }[] =
      await this.source.query(
        `select position, signed_at, chain_hash, (select count(*)::int from journal_pending where purpose = 'seal') as unsealed
         from (select 1) always left join (select * from journal_head order by position desc limit 1) head on true`,
      );
    const { position = null, signed_at: at, chain_hash: chainHash = '', unsealed = 0 } = row ?? {};
    return {
      head: position === null || !at ? null : { position: Number(position), signedAt: at.toISOString(), chainHash },
      unsealed,
      headsFile: join(this.env.journalHeadsDir, HEADS_FILE),
      publicKey: await publicHalf(this.env.journalKeyFile),
    };
  }
}
