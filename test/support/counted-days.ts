import pg from 'pg';
import { withholdScore } from '#calls';
import { itemReportBySchema, type ItemReportBy, type WrittenFilters } from '#contracts';
import { newId } from '#platform';
import { CountedDays } from '#reviews';
import { type TestApi } from '../factories/api.js';

type Asked = (
  by: ItemReportBy,
  narrow: WrittenFilters,
  withheld: readonly string[],
) => Promise<{ reported: unknown; plain: unknown }>;

const ALL: [ItemReportBy, WrittenFilters][] = [
  ...itemReportBySchema.options.map((by): [ItemReportBy, WrittenFilters] => [by, {}]),
  ['item', { direction: 'inbound' }],
  ['clause', { language: 'zh' }],
];
/** After each change: one whole, one narrowed. */
const SOME = [ALL[0]!, ALL.at(-1)!];

/**
 * Expects reports by item and clause to equal plain counts while days of November 16 to 19 are counted, change, and are counted again.
 * @param personId who asks, and from whom results are withheld on the way
 */
export async function countsStayTrue({ app, source, ownerUrl }: TestApi, personId: string, asked: Asked) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const withheld: string[] = [];
  const areTrue = async (questions = SOME) => {
    for (const [by, narrow] of questions) {
      const { reported, plain } = await asked(by, narrow, withheld);
      expect([by, narrow, reported]).toEqual([by, narrow, plain]);
    }
  };
  const changed = async (sql: string, ...values: unknown[]) => {
    const { rowCount } = await owner.query(sql, values);
    expect(rowCount).toBeGreaterThan(0);
    await areTrue();
  };
  const counted = async (questions = SOME) => {
    await owner.query(`update day_to_recount set marked_at = now() - interval '1 hour'`);
    while ((await app.get(CountedDays).count()) > 0);
    const { rows } = await owner.query('select 1 from day_to_recount');
    expect(rows).toEqual([]);
    await areTrue(questions);
  };
  await areTrue(ALL);
  await counted(ALL);
  // What is kept is what is read: a wrong count would show.
  await owner.query('update counted_result set met = met + 1');
  await expect(areTrue()).rejects.toThrow();
  await changed('update counted_result set met = met - 1');

  const [two] = (
    await owner.query<{ callId: string; first: string; second: string }>(
      `select call_id as "callId", min(leg_id::text) filter (where position = 0) as first, min(leg_id::text) filter (where position = 1) as second
       from listed_leg join leg using (call_id, person_id) where leg.id = leg_id and counted
         and started_at between '2026-11-17T12:00:00Z' and '2026-11-18T12:00:00Z' group by 1 having count(*) = 2 limit 1`,
    )
  ).rows;
  const [one] = (
    await owner.query<{ legId: string }>(
      `select leg_id as "legId" from listed_leg listed where counted and started_at between '2026-11-18' and '2026-11-19'
         and (select count(*) from leg where leg.call_id = listed.call_id) = 1 limit 1`,
    )
  ).rows;
  await changed('update counting_scorecard set scorecard_id = null where leg_id = $1', one!.legId);
  await counted();
  // A corrected time takes a call, with both legs, to another day.
  await changed(`update call set started_at = started_at - interval '1 day' where id = $1`, two!.callId);
  await changed(
    `update call set language = case language when 'zh' then 'en' else 'zh' end where id = $1`,
    two!.callId,
  );
  await counted();
  for (const legId of [two!.second, one!.legId]) {
    const until = new Date(Date.now() + 3_600_000);
    await source.transaction((tx) => withholdScore(tx, { evaluationId: newId(), legId, personId, until }));
    withheld.push(legId);
    await areTrue();
  }
  // On a day that has changed since, too.
  await changed('update counting_scorecard set scorecard_id = null where leg_id = $1', two!.first);
  await owner.end();
}
