import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * People whom a comment mentions, by id: a name that changes changes nothing. At most ten in all for a comment, also where its author took
 * some of them out again: each is told once. Ends with the comment and with the recording.
 */
export class CommentMentions1795812220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table leg_comment_mention (
        id uuid primary key,
        comment_id uuid not null references leg_comment (id),
        person_id uuid not null references person (id),
        -- The name as its author wrote it.
        said_as text not null,
        mentioned_at timestamptz not null,
        -- Its author took it out of the text.
        ended_at timestamptz,
        constraint mentioned_once unique (comment_id, person_id)
      );
      grant select, insert, delete on leg_comment_mention to shouwen_runtime;
      grant update (said_as, ended_at) on leg_comment_mention to shouwen_runtime;
      create function mentions_of_a_comment_are_few() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if (select count(*) from leg_comment_mention where comment_id = new.comment_id) > 10 then
          raise exception 'a comment mentions ten people at most' using errcode = 'check_violation', constraint = 'mentions_of_a_comment_are_few';
        end if;
        if exists (select 1 from leg_comment where id = new.comment_id and person_id = new.person_id) then
          raise exception 'authors do not mention themselves' using errcode = 'check_violation', constraint = 'authors_mention_others';
        end if;
        return new;
      end $$;
      revoke all on function mentions_of_a_comment_are_few() from public;
      create trigger leg_comment_mention_few after insert on leg_comment_mention for each row execute function mentions_of_a_comment_are_few();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
