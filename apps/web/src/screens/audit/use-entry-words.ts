import { EVENT_DOMAINS, EVENT_DOMAIN_NAMES, type JournalRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useEntrySentence } from '../../format/entry-words.js';
import { useFormat } from '../../format/use-format.js';

/** Which kind of entries an event is of; null of one that this release does not know. */
export const domainOf = (event: string) =>
  EVENT_DOMAIN_NAMES.find((domain) => (EVENT_DOMAINS[domain] as readonly string[]).includes(event)) ?? null;

/** Turns a row of the journal into a sentence of the screen's language. */
export function useEntryWords(): (row: JournalRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useEntrySentence();
  return ({ event, details, actor, subject, reference }) => {
    const domain = domainOf(event);
    if (details === null) return t('auditPage.erasedEntry', { kind: domain ? t(`auditPage.kind.${domain}`) : event });
    const who = actor ? format.text(actor.name) : t('journal.system');
    const whom = subject ? format.text(subject.name) : t('journal.someone');
    return say(event, details, { who, whom, ref: reference ?? '' }) ?? event;
  };
}
