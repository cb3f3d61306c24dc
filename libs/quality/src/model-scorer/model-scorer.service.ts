/*
 * Asking a language model, beside the rules
 *   1. Only where the operator has set one and named its host, and only what judging really looks up.
 *   2. What has been answered about a transcript is never asked again; a replay and a back-test ask nothing at all.
 *   3. Before the first byte leaves, a committed journal entry says which host it goes to.
 *   4. Words go masked by the strictest redaction, even if the company shows its own people more.
 *   5. Each answer, or why there is none, is stored before any score rests on it: a worker that dies asks no more than the question it was at.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STRICTEST_REDACTION, type Bilingual, type ModelSaid, type Transcript } from '#contracts';
import { JournalService } from '#journal';
import { Clock, ENV, newId, type Env } from '#platform';
import { findSpans, maskTranscript } from '#transcripts';
import { type ModelAnswers } from '../call-view/call-input.js';
import { addressesJudge } from '../call/addresses-judge.rules.js';
import { askQuestion, prepareQuestion, saidNothing } from './ask-question.js';
import { ModelAgreement } from './model-agreement.service.js';
import { ModelAnswerRow } from './model-answer.entity.js';
import { PROMPT_VERSION } from './prompt.rules.js';
import { questionKey, switchedOnKey } from './questions.rules.js';
import { scorerStatus } from './scorer-status.js';
import { switchedOn } from './standard-questions.js';
import { proofsOf, withTrust } from './proofs.rules.js';

/** The words that are asked about. */
export interface AskedWords {
  callId: string;
  transcriptId: string;
  transcript: Transcript;
}

/** The model that may be asked now. */
type Scorer = NonNullable<Env['scorer']> & { host: string };

@Injectable()
export class ModelScorer {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly agreement: ModelAgreement,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** null while there is none, or none that words may be sent to: the rules judge alone. */
  get scorer(): Scorer | null {
    const { state, host } = scorerStatus(this.env);
    return this.env.scorer && state === 'on' && host !== null ? { ...this.env.scorer, host } : null;
  }

  /** The questions of the installation's own, by item. Empty while there is no model. */
  get switchedOn(): ReadonlyMap<string, Bilingual> {
    return switchedOn(this.scorer?.items ?? []);
  }

  /**
   * What the model of now has said of a transcript, by question, and by item where the installation asks: with what people have thought of such
   * answers so far. Empty while there is none.
   */
  async stored(transcriptId: string): Promise<ModelAnswers> {
    const { scorer } = this;
    if (!scorer) return {};
    const answers = await this.answers(transcriptId, scorer);
    const keys = Object.keys(answers);
    if (keys.length === 0) return {};
    const proofs = proofsOf(await this.agreement.of(scorer.model, keys), scorer.target);
    const told = new Map(keys.map((key) => [key, withTrust(answers[key]!, proofs, transcriptId)]));
    const byItem = [...this.switchedOn].flatMap(([itemId, question]) => {
      const said = told.get(questionKey(question.zh)) ?? told.get(questionKey(question.en));
      return said ? [[switchedOnKey(itemId), said] as const] : [];
    });
    return Object.fromEntries([...told, ...byItem]);
  }

  private async answers(transcriptId: string, scorer: Scorer): Promise<Record<string, ModelSaid>> {
    const rows = await this.source.manager.find(ModelAnswerRow, {
      where: { transcriptId, model: scorer.model, promptVersion: PROMPT_VERSION },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const answers: Record<string, ModelSaid> = {};
    // An answer stays; that there was none once is forgotten when there is one.
    for (const { questionKey, said } of rows) if (answers[questionKey]?.said !== 'answer') answers[questionKey] = said;
    return answers;
  }

  /**
   * Asks what has no answer yet, one question after the other.
   * @param questions by their keys
   * @throws the reason of `signal`
   */
  async ask(words: AskedWords, questions: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void> {
    const { scorer } = this;
    if (!scorer) return;
    const known = await this.answers(words.transcriptId, scorer);
    const open = [...questions].filter(([key]) => known[key]?.said !== 'answer');
    if (open.length === 0) return;
    const masked = maskTranscript(words.transcript, findSpans(words.transcript), STRICTEST_REDACTION);
    let asked = Object.values(known).length - open.filter(([key]) => key in known).length;
    let told = false;
    const unasked = addressesJudge(words.transcript) ? 'words_address_judge' : null;
    for (const [key, question] of open) {
      const prepared = prepareQuestion(scorer, question, masked);
      let said = saidNothing(scorer, unasked ?? (prepared.request ? 'over_budget' : 'words_too_long'), prepared);
      if (!unasked && prepared.request && asked < scorer.questionsPerCall) {
        if (!told) await this.tellEgress(words, scorer, open.length);
        [told, asked] = [true, asked + 1];
        said = await askQuestion(scorer, prepared, masked, signal);
      }
      await this.store(words.transcriptId, key, said);
    }
  }

  /** Before the first byte leaves, so that a process that dies in between has told of it. */
  private async tellEgress({ callId, transcriptId }: AskedWords, { model, host }: Scorer, questions: number) {
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'words.sent_out', { transcriptId, model, host, questions }, { callId }),
    );
  }

  private async store(transcriptId: string, questionKey: string, said: ModelSaid): Promise<void> {
    const row = { id: newId(), transcriptId, questionKey, model: said.model, promptVersion: said.promptVersion, said };
    await this.source.manager
      .createQueryBuilder()
      .insert()
      .into(ModelAnswerRow)
      .values({ ...row, askedAt: this.clock.now() })
      .orIgnore()
      .execute();
  }
}
