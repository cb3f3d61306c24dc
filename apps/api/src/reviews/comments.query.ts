import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type CallComments } from '#contracts';
import { reaches, scopeOf, type Asker } from '#people';
import { WithheldResults } from '#reviews';
import { CallAccess } from '../reach/call-access.js';

type Comment = CallComments['comments'][number];
interface Row {
  id: string;
  legId: string;
  personId: string;
  by: Bilingual;
  atMs: number | null;
  createdAt: Date;
  withdrawnAt: Date | null;
  published: boolean;
  mentions: Comment['mentions'];
  texts: { text: string; at: string }[];
}

/**
 * What was remarked on a call's legs. People who judge see all of it; others, the agent among them, see what was published with a review and
 * not withdrawn, as it is now. Of a leg whose results are withheld, a person sees only their own: a remark tells what the result is.
 */
@Injectable()
export class CommentsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly withheld: WithheldResults,
  ) {}

  /** @throws DomainError `not_found` */
  async list(asker: Asker, callId: string): Promise<CallComments> {
    const legs = await this.access.legs(asker, callId, 'scorecards.read');
    const scope = scopeOf('scorecards.judge', asker.held, asker.personId);
    const judged = new Set(legs.filter((leg) => reaches(scope, leg)).map(({ id }) => id));
    const withheld = new Set(await this.withheld.of(asker));
    const rows: Row[] = await this.source.query(COMMENTS, [legs.map(({ id }) => id)]);
    return {
      comments: rows.flatMap((row): Comment[] => {
        const mine = row.personId === asker.personId;
        const judges = judged.has(row.legId);
        const open = judges || (row.published && row.withdrawnAt === null);
        if (!mine && (!open || withheld.has(row.legId))) return [];
        const [now, ...earlier] = row.withdrawnAt ? [] : row.texts;
        return [
          {
            ...{ commentId: row.id, legId: row.legId, atMs: row.atMs, by: row.by, mine, published: row.published },
            ...{ text: now?.text ?? null, writtenAt: now?.at ?? row.createdAt.toISOString() },
            mentions: row.mentions,
            withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
            earlier: judges ? earlier : [],
          },
        ];
      }),
    };
  }
}

const COMMENTS = `
  select said.id, said.leg_id as "legId", said.person_id as "personId", json_build_object('zh', name_zh, 'en', name_en) as by,
    said.at_ms as "atMs", said.created_at as "createdAt", said.withdrawn_at as "withdrawnAt", said.scorecard_id is not null as published,
    coalesce((select json_agg(json_build_object('text', text, 'at', to_char(written_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by version desc) from leg_comment_text where comment_id = said.id), '[]') as texts,
    coalesce((select json_agg(json_build_object('personId', whom.id, 'saidAs', mention.said_as, 'name', json_build_object('zh', whom.name_zh, 'en', whom.name_en))
      order by mention.mentioned_at, mention.id) from leg_comment_mention mention join person whom on whom.id = mention.person_id
      where mention.comment_id = said.id and mention.ended_at is null), '[]') as mentions
  from leg_comment said join person on person.id = said.person_id where said.leg_id = any($1::uuid[]) order by said.at_ms, said.created_at, said.id`;
