import { callFindingRoutes, callFiltersSchema, callsRoutes, legalRequestsRoutes, peopleRoutes } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useSettled } from '../components/use-settled.js';
import { CALLS } from '../data/calls.js';
import { useMay } from '../data/session.js';
import { useRead } from '../data/queries.js';
import { useFormat } from '../format/use-format.js';
import { useEntries } from './rail-entries.js';

/** Somewhere to go. */
export interface Place {
  kind: 'recent' | 'screen' | 'call' | 'agent' | 'person' | 'request' | 'words';
  to: string;
  name: string;
  note?: string | undefined;
}

const MOST = 5;
const CALL_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `error`: something could not be read, so that not finding it says nothing. */
export interface Found {
  places: Place[];
  reading: boolean;
  error: unknown;
}

/** What a few characters find, each by its own route, so that nothing is found that may not be seen. */
export function useFound(text: string): Found {
  const { t } = useTranslation();
  const format = useFormat();
  const { value: asked, settled } = useSettled(text);
  const screens = useScreens(text);
  const legible = callFiltersSchema.shape.q.safeParse(asked).success && asked !== '';
  const may = { calls: useMay('calls.read'), words: useMay('transcripts.read') };
  const mayPeople = useMay('people.manage');
  const mayRequests = useMay('legal.read');
  const isId = CALL_ID.test(asked);
  const calls = useRead(
    [...CALLS.lists, 'palette', asked],
    callsRoutes.list,
    { query: { ...(isId ? { call: asked } : { q: asked }), limit: MOST } },
    { enabled: may.calls && legible },
  );
  const agents = useRead(
    ['palette', 'agents', asked],
    callFindingRoutes.choices,
    { query: { agentSearch: asked } },
    { enabled: may.calls && legible && !isId },
  );
  const people = useRead(
    ['palette', 'people', asked],
    peopleRoutes.list,
    { query: { search: asked } },
    { enabled: mayPeople && legible },
  );
  const requests = useRead(
    ['palette', 'requests', asked],
    legalRequestsRoutes.list,
    { query: { view: 'all', search: asked, limit: MOST } },
    { enabled: mayRequests && legible },
  );
  if (text === '') return { places: screens, reading: false, error: null };
  // What earlier characters found must not be gone to by these.
  const found: Place[] = !settled
    ? []
    : [
        ...(calls.data?.items ?? []).map(({ callId, matter, customer, startedAt, agent }): Place => {
          const name = matter ?? customer ?? t('calls.unknownMatter');
          return {
            kind: 'call',
            to: `/calls/${callId}`,
            name,
            note: `${format.dateTime(startedAt)} ${format.text(agent.name)}`,
          };
        }),
        ...(agents.data?.agents ?? []).slice(0, MOST).map((agent): Place => {
          return {
            kind: 'agent',
            to: `/calls?agent=${agent.personId}`,
            name: format.text(agent.name),
            note: agent.staffNumber,
          };
        }),
        ...(people.data?.items ?? []).slice(0, MOST).map((person): Place => {
          return {
            kind: 'person',
            to: `/people/${person.personId}`,
            name: format.text(person.name),
            note: person.staffNumber,
          };
        }),
        ...(requests.data?.items ?? []).map(({ requestId, code, legalCase }): Place => {
          return { kind: 'request', to: `/legal/requests/${requestId}`, name: code, note: legalCase?.title };
        }),
      ];
  const words: Place[] =
    may.words && text.length > 1
      ? [{ kind: 'words', to: `/search?words=${encodeURIComponent(text)}`, name: t('palette.words', { text }) }]
      : [];
  const reads = [calls, agents, people, requests];
  return {
    places: [...screens, ...found, ...words],
    reading: !settled || reads.some(({ isLoading }) => isLoading),
    error: (settled && reads.find(({ error }) => error)?.error) || null,
  };
}

/** Screens whose name holds the text. */
function useScreens(text: string): Place[] {
  const { t } = useTranslation();
  const wanted = text.toLowerCase();
  return useEntries()
    .map(({ to, word }): Place => ({ kind: 'screen', to, name: t(word) }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}
