import { type Bilingual, type FilterChoices, type ReportFileQuery } from '#contracts';
import { covers, reaches, within, type Scope } from '#people/rules';
import { type SheetAbout } from './report-sheet.rules.js';
import { TERMS } from './report-words.rules.js';

/** Filters of a report besides its period. */
export type Narrowing = Omit<ReportFileQuery, 'by' | 'from' | 'to' | 'exportLanguage'>;

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** The filters with the names of what they name. What the asker may not see keeps its id: a file gives no name away. */
export function namedFilters(narrowing: Narrowing, choices: FilterChoices): SheetAbout['filters'] {
  const { teams, clients, agents, reviewers } = choices;
  const people = (found: FilterChoices['agents']) =>
    new Map(found.map(({ personId, staffNumber, name }) => [personId, withNumber(name, staffNumber)]));
  const names = {
    team: new Map(teams.map(({ teamId, name }) => [teamId, name])),
    client: new Map(clients.map(({ clientId, name }) => [clientId, name])),
    agent: people(agents),
    reviewer: people(reviewers),
  };
  const named = (of: keyof typeof names) => (narrowing[of] ?? []).map((id) => names[of].get(id) ?? same(id));
  const term = (of: 'direction' | 'language', value: string): Bilingual => ({
    zh: termsOf(of, 'zh')[value] ?? value,
    en: termsOf(of, 'en')[value] ?? value,
  });
  const all: SheetAbout['filters'] = [
    ...(['team', 'client', 'agent', 'reviewer'] as const).map((name) => ({ name, values: named(name) })),
    { name: 'queue', values: (narrowing.queue ?? []).map(same) },
    ...(['language', 'direction'] as const).map((name) => ({
      name,
      values: (narrowing[name] ?? []).map((value) => term(name, value)),
    })),
  ];
  return all.filter(({ values }) => values.length > 0);
}

const withNumber = ({ zh, en }: Bilingual, staffNumber: string): Bilingual => ({
  zh: `${zh} ${staffNumber}`,
  en: `${en} ${staffNumber}`,
});

const termsOf = (of: 'direction' | 'language', language: 'zh' | 'en'): Readonly<Record<string, string>> =>
  of === 'direction' ? TERMS[language].direction : TERMS[language].spoken;

/** The teams whose calls the file holds, where the asker sees more calls of those that were asked for than they may export; else null. */
export function exportedReach(
  { team, client }: Narrowing,
  { teams }: FilterChoices,
  { reads, exports }: { reads: Scope; exports: Scope },
): Bilingual[] | null {
  const asked = teams.filter(
    ({ teamId, clientId }) => (!team || team.includes(teamId)) && (!client || client.includes(clientId)),
  );
  const narrowed = team || client ? asked.map(({ teamId }) => teamId) : null;
  if (covers(exports, within(reads, narrowed))) return null;
  return asked.filter(({ teamId }) => reaches(exports, { teamId, personId: '' })).map(({ name }) => name);
}
