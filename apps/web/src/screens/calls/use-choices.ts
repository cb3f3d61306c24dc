import {
  attentionReasonSchema,
  LISTED_STAGES,
  languageSchema,
  notRecordedReasonSchema,
  callPeriodSchema,
  inAddress,
  signNameSchema,
  sourceSchema,
  type Bilingual,
  type CallFilterName,
  type Tone,
} from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterChoices } from '../../data/call-list.js';
import { useFormat } from '../../format/use-format.js';
import type { Choice } from './filter-controls.js';
import { useListFilters } from './list-filters.js';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const;

/** What each filter offers, in the screen's language; the words of a chip come from here too. */
export function useChoices() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { filters } = useListFilters();
  const [agentSearch, searchAgents] = useState('');
  const { data } = useFilterChoices(filters.agent, agentSearch);
  const items = [
    { itemId: 'any', title: t('calls.filter.anyItem') },
    { itemId: 'critical', title: t('calls.filter.criticalItem') },
    ...(data?.items ?? []).map(named),
  ];
  const results = (['not_met', 'insufficient', 'met', 'not_applicable', 'told'] satisfies Tone[]).flatMap((outcome) =>
    // What is only told is asked of one item.
    (outcome === 'told' ? (data?.items ?? []).map(named) : items).map(({ itemId, title }) =>
      choice(`${itemId}:${outcome}`, resultWords(title, outcome)),
    ),
  );
  function named({ itemId, title }: { itemId: string; title: Bilingual }) {
    return { itemId, title: text(title) };
  }
  function resultWords(title: string, outcome: Tone): string {
    return t('calls.filter.resultOf', { outcome: t(`outcome.${outcome}`), title });
  }
  const choices: Partial<Record<CallFilterName, Choice[]>> = {
    period: callPeriodSchema.options.map((period) => choice(period, t(`calls.period.${period}`))),
    team: (data?.teams ?? []).map(({ teamId, name }) => choice(teamId, text(name))),
    client: (data?.clients ?? []).map(({ clientId, name }) => choice(clientId, text(name))),
    agent: (data?.agents ?? []).map((agent) => choice(agent.personId, `${text(agent.name)} ${agent.staffNumber}`)),
    reviewer: (data?.reviewers ?? []).map((one) => choice(one.personId, `${text(one.name)} ${one.staffNumber}`)),
    queue: (data?.queues ?? []).map((queue) => choice(inAddress(queue), queue)),
    counted: (['yes', 'no'] as const).map((one) => choice(one, t(`calls.counted.${one}`))),
    rings: (['within', 'beyond'] as const).map((one) => choice(one, t(`calls.rings.${one}`))),
    weekday: WEEKDAYS.map((day) => choice(day, t(`calls.weekday.d${day}`))),
    hour: HOURS.map((hour) => choice(hour, t('calls.hour', { hour }))),
    language: languageSchema.options.map((language) => choice(language, t(`calls.spoken.${language}`))),
    direction: DIRECTIONS.map((direction) => choice(direction, t(`call.direction.${direction}`))),
    stage: LISTED_STAGES.map((stage) => choice(stage, t(`stage.${stage}`))),
    reason: [
      ...attentionReasonSchema.options.map((reason) => choice(reason, t(`attention.${reason}.what`))),
      ...notRecordedReasonSchema.options.map((reason) => choice(reason, t(`notRecorded.${reason}`))),
    ],
    result: results,
    source: sourceSchema.options.map((source) => choice(source, t(`source.${source}`))),
    sign: signNameSchema.options.map((sign) => choice(sign, t(`sign.${sign}`))),
  };
  return { choices, searchAgents, agentsMissing: data?.everyAgent === false, known: data !== undefined };
}

export type Choices = ReturnType<typeof useChoices>;

const choice = (value: string, label: string): Choice => ({ value, label });
