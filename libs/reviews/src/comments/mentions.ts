import { type EntityManager } from 'typeorm';
import { namesMentioned } from './mention-pieces.rules.js';
import { type Bilingual } from '#contracts';
import { type JournalService } from '#journal';
import { newId } from '#platform';
import { reviewsRefusals } from '../refusals.js';
import { LegCommentMentionRow, type LegCommentRow } from './comment.entity.js';
import { mentionable } from './mentionable.js';

/** For a comment at most, those that were taken out again included. */
const MENTIONS_OF_A_COMMENT = 10;

interface Writing {
  readonly tx: EntityManager;
  readonly journal: Pick<JournalService, 'append'>;
  readonly now: Date;
}

/** The wording that mentions people; without `mentions`, those stay whom the text still names. */
interface Worded {
  readonly text: string;
  readonly mentions?: readonly string[] | undefined;
}

type Of = Pick<LegCommentRow, 'id' | 'legId' | 'personId' | 'scorecardId'>;

/**
 * Writes whom a comment mentions from now on, and an entry for each person who is mentioned for the first time: they are told of it once.
 * @throws DomainError `mention_refused` where the text does not name a person, or a person who is new may not see it; `mentions_full`
 */
export async function writeMentions({ tx, journal, now }: Writing, comment: Of, worded: Worded): Promise<void> {
  const { id: commentId, legId, personId: authorId, scorecardId } = comment;
  const before = await earlier(tx, commentId);
  const wanted = [...new Set(worded.mentions ?? stillNamed(worded.text, before))];
  const fresh = wanted.filter((personId) => !before.some((one) => one.personId === personId));
  if (before.length + fresh.length > MENTIONS_OF_A_COMMENT) throw reviewsRefusals.mentions_full();
  const on = { legId, authorId, shown: scorecardId !== null };
  const reached = fresh.length === 0 ? [] : await mentionable(tx, on, { personIds: fresh });
  const people = wanted.map((personId) => {
    const known = before.find((one) => one.personId === personId);
    const name = known?.name ?? reached.find((one) => one.personId === personId)?.name;
    return { personId, isNew: !known, names: [...(known ? [known.saidAs] : []), ...(name ? [name.zh, name.en] : [])] };
  });
  const all = namesMentioned(
    worded.text,
    people.flatMap(({ names }) => names),
  );
  const named = people.map(({ personId, isNew, names }) => {
    const said = names.find((name) => all.has(name));
    if (said === undefined) throw reviewsRefusals.mention_refused();
    return { personId, saidAs: said, isNew };
  });
  await tx.query(
    'update leg_comment_mention set ended_at = $2 where comment_id = $1 and ended_at is null and person_id <> all($3::uuid[])',
    [commentId, now, wanted],
  );
  for (const { personId, saidAs: said, isNew } of named) {
    if (!isNew) {
      await tx.update(LegCommentMentionRow, { commentId, personId }, { saidAs: said, endedAt: null });
      continue;
    }
    const id = newId();
    await tx.insert(LegCommentMentionRow, { id, commentId, personId, saidAs: said, mentionedAt: now, endedAt: null });
    const details = { commentId, legId, mentionId: id, personId };
    // Without the call, whose history its agent reads: they may not see the comment.
    await journal.append(tx, 'comment.mentioned', details, { actorPersonId: authorId });
  }
}

interface Earlier {
  readonly personId: string;
  readonly saidAs: string;
  readonly ended: boolean;
  readonly name: Bilingual;
}

const earlier = (tx: EntityManager, commentId: string): Promise<Earlier[]> =>
  tx.query(
    `select person.id as "personId", said_as as "saidAs", ended_at is not null as ended,
       json_build_object('zh', name_zh, 'en', name_en) as name
     from leg_comment_mention join person on person.id = person_id where comment_id = $1`,
    [commentId],
  );

function stillNamed(text: string, before: readonly Earlier[]): string[] {
  const mentioned = before.filter(({ ended }) => !ended);
  const said = namesMentioned(
    text,
    mentioned.map((one) => one.saidAs),
  );
  return mentioned.filter((one) => said.has(one.saidAs)).map(({ personId }) => personId);
}
