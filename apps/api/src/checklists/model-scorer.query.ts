import { Inject, Injectable } from '@nestjs/common';
import { type Bilingual, type ModelScorerView, type ModelWorth } from '#contracts';
import { ENV, type Env } from '#platform';
import {
  ChecklistRegister,
  LEAST_ANSWERS,
  ModelAgreement,
  PROMPT_VERSION,
  proofsOfAll,
  scorerStatus,
  standardQuestions,
  type ProofInLanguage,
} from '#quality';

/** What is said where no model is set any more: figures of earlier ones stay, and nothing counts. */
const NO_TARGET = 1;

/** The language model beside the rules: whether it is asked, what about, and how far people agree with it. */
@Injectable()
export class ModelScorerQuery {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly checklists: ChecklistRegister,
    private readonly agreement: ModelAgreement,
  ) {}

  async view(): Promise<ModelScorerView> {
    const { state, model, host, advice } = scorerStatus(this.env);
    const target = this.env.scorer?.target ?? null;
    const items = await this.items();
    const titles = new Map(items.map(({ itemId, title }) => [itemId, title]));
    const proofs = proofsOfAll(await this.agreement.all(), target ?? NO_TARGET);
    return {
      ...{ state, model, host, advice, target, leastAnswers: LEAST_ANSWERS },
      asked: this.env.scorer ? items.flatMap(({ by, ...item }) => (by ? [{ ...item, by }] : [])) : [],
      worth: proofs.flatMap((proof) => this.worth(proof, titles)),
    };
  }

  private worth(proof: ProofInLanguage, titles: ReadonlyMap<string, Bilingual>): ModelWorth[] {
    const { itemId, language, model, served, outcome, n, agreed, low, high, target, kappa, proven } = proof;
    if (outcome === 'insufficient') return [];
    const current = model === this.env.scorer?.model && proof.promptVersion === PROMPT_VERSION;
    const spread = kappa && { kappa: kappa.kappa, low: kappa.low, high: kappa.high };
    const figures = { n, agreed, low, high, target, kappa: spread, counts: current && proven };
    return [{ itemId, title: titles.get(itemId) ?? null, language, model, served, current, outcome, ...figures }];
  }

  /** The items of the checklists in force, each once, with what puts it to the model. */
  private async items() {
    const switchedOn = this.env.scorer?.items ?? [];
    const items = new Map<string, { itemId: string; title: Bilingual; by: 'checklist' | 'installation' | null }>();
    for (const { checklist } of await this.checklists.published())
      for (const { id: itemId, title, check } of checklist.sections.flatMap((section) => section.items)) {
        const isOn = switchedOn.includes(itemId) && standardQuestions().has(itemId);
        const by = check.kind === 'model' ? 'checklist' : isOn ? 'installation' : null;
        if (!items.get(itemId)?.by) items.set(itemId, { itemId, title, by });
      }
    return [...items.values()];
  }
}
