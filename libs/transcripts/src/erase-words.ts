import { In, type EntityManager } from 'typeorm';
import { type ErasedRows } from '#recordings';
import { CardCodeDecision, MaskedSound, RedactionRow } from './redaction/redaction.entity.js';
import { IndexedWords } from './search/search.entity.js';
import { TranscriptChunk, TranscriptRow } from './transcript.entity.js';

/**
 * Takes out of the database what was made of a recording's words: search tokens, places of sensitive words, the copy's spans. Of its
 * transcripts stays that there were some, by which engine: scores name them. @returns how many rows of each
 */
export async function eraseWords(tx: EntityManager, recordingId: string): Promise<ErasedRows> {
  const transcripts = await tx.find(TranscriptRow, { where: { recordingId }, select: { id: true } });
  const ids = transcripts.map(({ id }) => id);
  const [tokens]: { n: number }[] = await tx.query(
    `select ((select count(*) from word_posting where word_posting.doc = indexed_words.doc)
       + (select count(*) from word_posting_int where word_posting_int.doc = indexed_words.doc)
       + coalesce(cardinality(tokens), 0))::int as n
     from indexed_words where recording_id = $1`,
    [recordingId],
  );
  await tx.delete(IndexedWords, { recordingId });
  await tx.delete(TranscriptChunk, { recordingId });
  await tx.delete(MaskedSound, { recordingId });
  const redactions = await tx.delete(RedactionRow, { transcriptId: In(ids) });
  await tx.delete(CardCodeDecision, { transcriptId: In(ids) });
  await tx.update(TranscriptRow, { recordingId }, { objectId: null, spoken: null });
  return { transcripts: ids.length, searchTokens: tokens?.n ?? 0, redactions: redactions.affected ?? 0 };
}
