import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keyedToken } from './index-words.rules.js';
import { MovedPostings } from './moved-postings.service.js';
import { OldPostings } from './old-postings.js';
import {
  afterOf,
  inOrder,
  LISTED,
  newestFirst,
  postingOf,
  postingsBy,
  type Add,
  type Posting,
  type PostingsAsked,
  type StatementParameters,
  type Wanted,
} from './posting.js';
import { type Term } from './query.rules.js';
import { SearchKeys, type UsedKey } from './search-keys.service.js';
import { speakerCode } from './tokens.rules.js';

/**
 * Of the newest, so many are looked through one by one before the index is asked: a page of what is often said is among the few, and of what is
 * said now and then among the more. What is not among the few at all is rare, and the index gives it sooner.
 */
const FEW = 200;
const MORE = 2_000;
/** Further tokens of a term that must lie in the turn of its first; comparing the words does the rest. */
const MOST_COMPARED = 3;

/** Reads the index of keyed tokens, newest calls first. */
@Injectable()
export class Postings {
  private readonly old: OldPostings;

  constructor(
    private readonly source: DataSource,
    private readonly searchKeys: SearchKeys,
    private readonly moved: MovedPostings,
  ) {
    this.old = new OldPostings(source);
  }

  async page(asked: PostingsAsked, parameters: StatementParameters): Promise<Posting[]> {
    const wanted = wantedOf(asked.terms, await this.searchKeys.inUse());
    // As long as there is no key, nothing has been indexed.
    if (wanted.length === 0 || wanted.some(({ keyed }) => keyed.length === 0)) return [];
    // In this order, and each recording once: one that moves meanwhile may be met twice, and is never missed.
    const before = (await this.moved.areAllMoved()) ? [] : await this.old.page(wanted, asked, parameters);
    const now = await this.packed(wanted, asked, parameters);
    if (before.length === 0) return now;
    const all = new Map([...before, ...now].map((posting) => [posting.doc, posting]));
    return [...all.values()].toSorted(newestFirst).slice(0, asked.limit);
  }

  private async packed(
    wanted: readonly Wanted[],
    asked: PostingsAsked,
    given: StatementParameters,
  ): Promise<Posting[]> {
    const few = await this.newest(FEW, wanted, asked, given);
    if (few.length === asked.limit) return few;
    const more = few.length > 0 ? await this.newest(MORE, wanted, asked, given) : [];
    return more.length === asked.limit ? more : this.all(wanted, asked, given);
  }

  private newest(
    count: number,
    wanted: readonly Wanted[],
    asked: PostingsAsked,
    given: StatementParameters,
  ): Promise<Posting[]> {
    return postingsBy(
      this.source,
      given,
      (add) => `select ${postingOf('found')} from (
          select * from indexed_words words where tokens is not null ${afterOf('words', asked, add)}
          order by started_at desc, doc desc limit ${count}) found ${LISTED}
        where ${hasTokens('found', wanted, add)} and ${hasPlaces('found', wanted, asked, add) ?? 'true'}
          and ${asked.leg} and ${asked.recording} ${inOrder('found', asked, add)}`,
    );
  }

  /** The index gives all of it, which is put in order afterwards. */
  private all(wanted: readonly Wanted[], asked: PostingsAsked, given: StatementParameters): Promise<Posting[]> {
    return postingsBy(this.source, given, (add) => {
      const found = `select doc, started_at, leg_id, recording_id, transcript_id from indexed_words words
        where ${hasTokens('words', wanted, add)} ${afterOf('words', asked, add)}`;
      const places = hasPlaces('words', wanted, asked, add);
      const told = places === null ? 'true' : `(select ${places} from indexed_words words where words.doc = found.doc)`;
      // Put in order before the asker's rights are looked up: those are then asked for a page and not for all that was found.
      return `with every as materialized (${found})
        select ${postingOf('found')} from (select * from every order by started_at desc, doc desc offset 0) found ${LISTED}
        where ${asked.leg} and ${asked.recording} and ${told} ${inOrder('found', asked, add)}`;
    });
  }
}

const wantedOf = (terms: readonly Term[], keys: readonly UsedKey[]): Wanted[] =>
  terms.flatMap(({ tokens }, term) =>
    tokens.map((any) => ({ term, keyed: keys.flatMap(({ key }) => any.map((token) => keyedToken(key, token))) })),
  );

/** Every token, in any turn: what the index finds. */
function hasTokens(row: string, wanted: readonly Wanted[], add: Add): string {
  const single = wanted.filter(({ keyed }) => keyed.length === 1).map(({ keyed }) => keyed[0]);
  const any = wanted.filter(({ keyed }) => keyed.length > 1);
  return [
    ...(single.length > 0 ? [`${row}.tokens @> ${add(single)}::bigint[]`] : []),
    ...any.map(({ keyed }) => `${row}.tokens && ${add(keyed)}::bigint[]`),
  ].join(' and ');
}

/** By the speaker, and tokens of one term in one turn: what each row tells. Null where nothing of it is asked. */
function hasPlaces(row: string, wanted: readonly Wanted[], { terms, speaker }: PostingsAsked, add: Add): string | null {
  const by = speaker === undefined ? 'null' : `${add(speakerCode(speaker))}::int`;
  const places = ({ keyed }: Wanted): string =>
    `places_of(${row}.tokens, ${row}.places, ${add(keyed)}::bigint[], ${by})`;
  const told = terms.flatMap((_, term) => {
    const [first, ...others] = wanted.filter((one) => one.term === term);
    if (!first) return [];
    if (others.length > 0) return others.slice(0, MOST_COMPARED).map((other) => `${places(first)} && ${places(other)}`);
    return speaker === undefined ? [] : [`${places(first)} <> '{}'`];
  });
  return told.length > 0 ? told.join(' and ') : null;
}
