import { Injectable } from '@nestjs/common';
import { judgesOf, type ChecklistDraftDefinition, type ChecklistFinding } from '#contracts';
import { SHAPES } from '../conversation/shapes.rules.js';
import { COMPANY_ENTRY } from '../lexicons/lexicon.rules.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { ChecklistRegister } from './checklist-register.service.js';
import { validateChecklist } from './validate/validate-checklist.rules.js';
import { type ValidationContext } from './validate/told.rules.js';

/** Validates drafts against the phrase lists of this process and the checklists that judge now. */
@Injectable()
export class ChecklistValidation {
  private readonly phrases = phrasesByName();

  constructor(private readonly register: ChecklistRegister) {}

  async findings(definition: ChecklistDraftDefinition): Promise<ChecklistFinding[]> {
    const published = await this.register.published();
    const others = published.map(({ checklist }) => {
      const { directions, main } = judgesOf(checklist);
      return { id: checklist.id, title: checklist.title, mainFor: main ? directions : [] };
    });
    const takenOut = await this.register.takenOut(definition.id);
    return validateChecklist(definition, { phrases: this.phrases, others, takenOut });
  }
}

/** The phrases of every entry. The company's own names, and what is told by its place, are named like entries and have no phrases. */
export function phrasesByName(): ValidationContext['phrases'] {
  const { zh, en } = loadLexicons();
  const named = (lexicon: typeof zh): Record<string, readonly string[]> => ({
    [COMPANY_ENTRY]: [],
    ...Object.fromEntries(Object.keys(SHAPES).map((name) => [name, []])),
    ...Object.fromEntries(Object.entries(lexicon.entries).map(([name, { phrases }]) => [name, phrases])),
  });
  return { zh: named(zh), en: named(en) };
}
