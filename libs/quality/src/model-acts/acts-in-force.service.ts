/*
 * The acts that a call is judged by: those of the layer, and what a language model of the company's own says of the same sentences
 *   Off by default. What holds for questions holds here (`model-scorer.service.ts`): only where the operator named the model and its host; asked
 *   in the job that scores and nowhere else; told in the journal before the first byte leaves; masked by the strictest redaction. An answer
 *   counts whole or not at all, is kept sealed beside the words under a name of its own, and is never asked for again.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STRICTEST_REDACTION, type Transcript } from '#contracts';
import { JournalService } from '#journal';
import { findSpans, maskTranscript, type TranscriptRow } from '#transcripts';
import { CallActsService } from '../acts/call-acts.service.js';
import { type ActsName, type FoundActs } from '../acts/found-acts.js';
import { type Act } from '../acts/acts.js';
import { shippedActs } from '../acts/load-act-reader.js';
import { addressesJudge } from '../call/addresses-judge.rules.js';
import { askModel } from '../model-scorer/ask-model.js';
import { ModelScorer } from '../model-scorer/model-scorer.service.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import {
  actsIn,
  actsReplySchema,
  actsRequest,
  modelActsName,
  piecesToAsk,
  sentencesToAsk,
  type AskedSentence,
} from './acts-request.rules.js';

type Words = Pick<TranscriptRow, 'id' | 'recordingId' | 'language'>;
type Scorer = NonNullable<ModelScorer['scorer']>;

interface InForce {
  readonly scorer: Scorer;
  readonly name: ActsName;
  readonly isAlone: boolean;
}

@Injectable()
export class ActsInForce {
  constructor(
    private readonly source: DataSource,
    private readonly layer: CallActsService,
    private readonly model: ModelScorer,
    private readonly settings: QualitySettingsService,
    private readonly journal: JournalService,
  ) {}

  /** The acts of words as JSON: with what the model said where it was asked, else those of the layer. Asks no model. */
  async of(words: Words, json: Uint8Array): Promise<Uint8Array | null> {
    const inForce = await this.inForce(words);
    const told = inForce && (await this.layer.kept(words.id, inForce.name));
    return told ?? this.layer.of(words, json);
  }

  kept(transcriptId: string, name: ActsName): Promise<Uint8Array | null> {
    return this.layer.kept(transcriptId, name);
  }

  /**
   * Asks the model what the sentences of a call do, unless it was asked before. Where it answers to less than all of them, nothing is kept and the
   * layer judges alone.
   * @throws the reason of `signal`
   */
  async ask(words: Words, callId: string, json: Uint8Array, signal: AbortSignal): Promise<void> {
    const inForce = await this.inForce(words);
    if (!inForce || (await this.layer.kept(words.id, inForce.name))) return;
    const transcript = JSON.parse(new TextDecoder().decode(json)) as Transcript;
    if (addressesJudge(transcript)) return;
    const sentences = sentencesToAsk(
      transcript,
      maskTranscript(transcript, findSpans(transcript), STRICTEST_REDACTION),
    );
    const pieces = piecesToAsk(sentences);
    if (!pieces || pieces.length === 0) return;
    const { scorer, name, isAlone } = inForce;
    await this.source.transaction((tx) => {
      const details = { transcriptId: words.id, model: scorer.model, host: scorer.host, questions: pieces.length };
      return this.journal.append(tx, 'words.sent_out', details, { callId });
    });
    const told = await toldOf(scorer, pieces, signal);
    if (!told) return;
    const found = isAlone ? null : await this.layer.of(words, json);
    const layer = found && (JSON.parse(new TextDecoder().decode(found)) as FoundActs);
    const acts = joined(layer, sentences, told, { ...name, model: { name: scorer.model, isAlone } });
    await this.layer.keep(words, name, new TextEncoder().encode(JSON.stringify(acts)));
  }

  /** null where no model is to be asked for acts: then there is the layer, or nothing. */
  private async inForce({ language }: Pick<Words, 'language'>): Promise<InForce | null> {
    const { scorer } = this.model;
    const { on, model } = (await this.settings.current(this.source.manager)).settings.acts;
    if (!scorer || !on || model === 'off') return null;
    const isAlone = model === 'instead';
    return { scorer, isAlone, name: modelActsName(scorer, isAlone ? null : shippedActs()[language]) };
  }
}

/** What the model says of each sentence; null where it does not answer about all of them as it must. */
async function toldOf(
  scorer: Scorer,
  pieces: readonly AskedSentence[][],
  signal: AbortSignal,
): Promise<readonly Act[][] | null> {
  const all: Act[][] = [];
  for (const piece of pieces) {
    const replied = await askModel(scorer, actsRequest(scorer.model, piece), signal, actsReplySchema);
    const acts = 'why' in replied ? null : actsIn(replied.reply, piece);
    if (!acts) return null;
    all.push(...acts);
  }
  return all;
}

/** The layer's sentences, or the same without its acts, each with what the model said. Both cut turns alike. */
function joined(
  layer: FoundActs | null,
  sentences: readonly AskedSentence[],
  told: readonly Act[][],
  by: Omit<FoundActs, 'sentences'>,
): FoundActs {
  return {
    ...by,
    sentences: sentences.map(({ turn, fromChar, toChar }, i) => {
      const known = layer?.sentences.find((one) => one.turn === turn && one.fromChar === fromChar);
      const sentence = known ?? { turn, fromChar, toChar, acts: {} };
      return told[i]!.length > 0 ? { ...sentence, told: told[i]! } : sentence;
    }),
  };
}
