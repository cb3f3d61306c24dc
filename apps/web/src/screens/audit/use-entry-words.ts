import { EVENT_DOMAINS, EVENT_DOMAIN_NAMES, eventRowOf, roleSchema, type JournalRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { filled } from '../../format/filled.rules.js';
import { useFormat } from '../../format/use-format.js';
import { sayEntry } from '../call/facts/use-journal-words.js';

/** Which kind of entries an event is of; null of one that this release does not know. */
export const domainOf = (event: string) =>
  EVENT_DOMAIN_NAMES.find((domain) => (EVENT_DOMAINS[domain] as readonly string[]).includes(event)) ?? null;

/** Turns a row of the journal into a sentence of the screen's language. */
export function useEntryWords(): (row: JournalRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ event, details, actor, subject, reference }) => {
    const domain = domainOf(event);
    if (details === null) return t('audit.erasedEntry', { kind: domain ? t(`audit.kind.${domain}`) : event });
    const who = actor ? format.text(actor.name) : t('journal.system');
    const said = sayEntry(event, details, { t, format, who });
    if (said !== null) return said;
    const says = eventRowOf(event)?.says;
    if (!says) return event;
    const role = roleSchema.safeParse(details['role']).data;
    return filled(format.text(says), {
      ...counted(details),
      who,
      whom: subject ? format.text(subject.name) : t('journal.someone'),
      ref: reference ?? '',
      roleName: role ? t(`shell.role.${role}`) : '',
      part: typeof details['of'] === 'string' ? t(`audit.of.${details['of'] as 'journal'}`) : '',
    });
  };
}

/** Numbers and words as they are, lists as how many there are. */
const counted = (details: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => {
      if (typeof value === 'string' || typeof value === 'number') return [[key, value]];
      return Array.isArray(value) ? [[key === 'entryIds' ? 'entries' : key, value.length]] : [];
    }),
  );
