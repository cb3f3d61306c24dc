import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A function's name, what it asked of one row of a call, and what it asks of all rows of it. */
type Widened = [name: string, before: string, after: string];

const ALL_LEGS_OF_DISPUTE: [string, string] = [
  'join leg on leg.call_id = one.call_id',
  'cross join legs_of_call(one.call_id) leg',
];
const ALL_LEGS_OF_NEW: [string, string] = [
  'from leg where call_id = new.call_id and person_id',
  'from legs_of_call(new.call_id) where person_id',
];
const inAnyLeg = (test: string): string => `exists (select 1 from legs_of_call(leg.call_id) own where ${test})`;
const RESTS = (leg: string) =>
  `rests_on((written ->> tg_argv[0])::uuid, ${leg}.person_id, (written ->> tg_argv[1])::timestamptz)`;

const WIDENED: Widened[] = [
  [
    'nobody_judges_own_call()',
    'join leg own on own.call_id = judged.call_id',
    'cross join legs_of_call(judged.call_id) own',
  ],
  [
    'took_the_call(uuid, uuid, timestamptz)',
    'from leg, counts_as($2, moment) eyes where leg.call_id = $1 and (',
    'from legs_of_call($1) leg, counts_as($2, moment) eyes where (',
  ],
  ['dispute_of_who_let_in(uuid, uuid, timestamptz)', ...ALL_LEGS_OF_DISPUTE],
  [
    'has_a_part_in_dispute(uuid, uuid, uuid)',
    'from leg where leg.call_id = one.call_id and leg.person_id',
    'from legs_of_call(one.call_id) leg where leg.person_id',
  ],
  ['agents_review_no_call_of_theirs()', ...ALL_LEGS_OF_NEW],
  ['agents_comment_no_call_of_theirs()', ...ALL_LEGS_OF_NEW],
  ['reviews_are_retracted()', ...ALL_LEGS_OF_NEW],
  ['others_calibrate()', ...ALL_LEGS_OF_DISPUTE],
  [
    'legal_decision_by_another()',
    'leg.person_id in (new.decided_by_person_id, new.for_person_id)',
    inAnyLeg('own.person_id in (new.decided_by_person_id, new.for_person_id)'),
  ],
  [
    'break_glass_review_by_another()',
    'leg.person_id = new.reviewed_by_person_id',
    inAnyLeg('own.person_id = new.reviewed_by_person_id'),
  ],
  ['decides_no_call_of_who_let_in()', RESTS('leg'), inAnyLeg(RESTS('own'))],
];

/** A person who took any leg of a call took it, also where the call is kept in rows that turned out to be one. */
export class LegsOfWholeCalls1795830800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No search path of its own, so that it is read as part of the question that asks it.
      create function legs_of_call(call uuid) returns setof leg language sql stable as $$
        select part.* from public.leg part where part.call_id = any(array(
          select stays.id from (select coalesce((select into_call_id from public.call_joined where call_id = $1), $1) as id) stays
          union all select one.call_id from public.call_joined one
            where one.into_call_id = coalesce((select into_call_id from public.call_joined where call_id = $1), $1)))
      $$;
      revoke all on function legs_of_call(uuid) from public;
      grant execute on function legs_of_call(uuid) to shouwen_runtime;
    `);
    for (const [name, before, after] of WIDENED) {
      const [written]: { text: string }[] = await runner.query('select pg_get_functiondef($1::regprocedure) as text', [
        name,
      ]);
      if (!written?.text.includes(before)) throw new Error(`${name} is not the function that this migration knows`);
      await runner.query(written.text.replace(before, () => after));
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
