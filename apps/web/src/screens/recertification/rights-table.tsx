import type { RecertificationAnswer, RecertifiedItem, ServiceScope, TokenScope } from '#contracts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable, More, type Column } from '../../components/data-table.js';
import { ByOnePerson } from '../../components/one-person.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useAnswerRecertification, useRecertified, useTakeAway } from '../../data/recertification.js';
import { useFormat } from '../../format/use-format.js';

/** As many are answered by one request. */
const AT_ONCE = 200;

/** The rights of a round, to be ticked and answered together. */
export function RightsTable({ roundId, shown }: { roundId: string; shown: 'open' | 'all' }) {
  const { t } = useTranslation();
  const list = useRecertified(roundId, shown === 'open' ? 'open' : undefined);
  const answering = useAnswerRecertification();
  const take = useProved(useTakeAway());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<RecertificationAnswer | null>(null);
  const columns = useColumns(ticked, setTicked, (itemId) => void take.send(itemId));
  return (
    <WhenRead of={list}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const chosen = items
          .filter(({ itemId, mayAnswer }) => mayAnswer && ticked.has(itemId))
          .map(({ itemId }) => itemId);
        if (items.length === 0)
          return (
            <p className="note">{t(shown === 'open' ? 'recertification.nothingOpen' : 'recertification.nothing')}</p>
          );
        return (
          <>
            {chosen.length > 0 && (
              <Acts>
                <span role="status">{t('recertification.chosen', { count: chosen.length })}</span>
                <Button type="primary" onClick={() => setAsking('keep')}>
                  {t('recertification.keep')}
                </Button>
                <Button danger onClick={() => setAsking('remove')}>
                  {t('recertification.remove')}
                </Button>
              </Acts>
            )}
            {take.said}
            <DataTable
              caption={t('recertification.title')}
              columns={columns}
              rows={items}
              keyOf={({ itemId }) => itemId}
              past={({ state }) => state === 'removed' || state === 'gone'}
            />
            <More of={list} />
            {asking && (
              <ReasonDialog
                title={t(asking === 'keep' ? 'recertification.keepTitle' : 'recertification.removeTitle')}
                intro={<p>{t(asking === 'keep' ? 'recertification.keepIntro' : 'recertification.removeIntro')}</p>}
                label={t('recertification.reason')}
                hint={t('recertification.reasonHint')}
                okText={t(`recertification.${asking}`)}
                danger={asking === 'remove'}
                send={async (reason) => {
                  await answering.mutateAsync({ itemIds: chosen.slice(0, AT_ONCE), answer: asking, reason });
                  // Those beyond stay ticked, to be answered next.
                  setTicked(new Set(chosen.slice(AT_ONCE)));
                }}
                onClose={() => setAsking(null)}
              />
            )}
          </>
        );
      }}
    </WhenRead>
  );
}

function useColumns(
  ticked: ReadonlySet<string>,
  setTicked: (ticked: ReadonlySet<string>) => void,
  onTake: (itemId: string) => void,
): Column<RecertifiedItem>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const rightOf = (one: RecertifiedItem) => {
    const role = t(`shell.role.${one.role}`);
    const name = one.grant ?? one.named ?? (one.deputyFor ? format.text(one.deputyFor.name) : '');
    return one.kind === 'role' ? role : t(`recertification.right.${one.kind}`, { name, role });
  };
  const reachOf = ({ person, role, reach: { team, client } }: RecertifiedItem) => {
    if (team ?? client) return format.text((team ?? client)!);
    return t(person && role === 'agent' ? 'recertification.own' : 'recertification.everywhere');
  };
  const tick = (itemId: string, on: boolean) =>
    setTicked(new Set(on ? [...ticked, itemId] : [...ticked].filter((one) => one !== itemId)));
  return [
    {
      name: { unseen: t('recertification.actions') },
      cell: (one) =>
        one.mayAnswer && (
          <Checkbox
            checked={ticked.has(one.itemId)}
            aria-label={t('recertification.choose', {
              name: one.person ? format.text(one.person.name) : (one.grant ?? one.named ?? ''),
              right: rightOf(one),
            })}
            onChange={({ target }) => tick(one.itemId, target.checked)}
          />
        ),
      quiet: ({ mayAnswer }) => !mayAnswer,
    },
    {
      name: t('recertification.who'),
      cell: ({ person }) =>
        person && (
          <>
            {format.text(person.name)} <small>{`${person.staffNumber} ${format.text(person.team)}`}</small>
          </>
        ),
      quiet: ({ person }) => person === null,
    },
    {
      name: t('recertification.right.title'),
      cell: (one) => (
        <>
          {rightOf(one)}
          <ByOnePerson when={one.byOnePerson} />
          <RightInWords of={one} />
        </>
      ),
    },
    { name: t('recertification.reach'), cell: reachOf },
    {
      name: t('recertification.state.title'),
      cell: ({ state, answeredBy, answeredAt, reason }) => (
        <>
          {t(`recertification.state.${state}`)}
          {answeredBy && answeredAt && (
            <small className="block soft">
              {t('recertification.answered', { name: format.text(answeredBy.name), at: format.dateTime(answeredAt) })}
              {reason && <q className="breaks beside">{reason}</q>}
            </small>
          )}
        </>
      ),
    },
    {
      name: { unseen: t('recertification.take') },
      cell: ({ mayRemove, itemId, person }) =>
        mayRemove && (
          <AskFirst
            danger
            ask={t('recertification.takeAsk', { name: person ? format.text(person.name) : '' })}
            onYes={() => onTake(itemId)}
          >
            {t('recertification.take')}
          </AskFirst>
        ),
      quiet: ({ mayRemove }) => !mayRemove,
    },
  ];
}

/** Who let a person in, what a token may do and when it did, or for what a deputy acts: by the name alone no one can tell whether it is needed. */
function RightInWords({ of: { kind, scopes, lastUsedAt, deputyFor, givenBy } }: { of: RecertifiedItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const and = t('account.and');
  if (deputyFor)
    return (
      <small className="block soft">
        {t('recertification.until', {
          day: deputyFor.lastOn,
          works: deputyFor.works.map((work) => t(`absence.work.${work}`)).join(and),
        })}
      </small>
    );
  if (givenBy.length > 0) {
    const names = [...new Set(givenBy.map(({ name }) => format.text(name)))];
    return <small className="block soft">{t('recertification.givenBy', { names: names.join(and) })}</small>;
  }
  if (!scopes) return null;
  const may = scopes.map((scope) =>
    kind === 'service_token' ? t(`services.scope.${scope as ServiceScope}`) : t(`tokens.scope.${scope as TokenScope}`),
  );
  return (
    <small className="block soft">
      {may.join(and)} {lastUsedAt ? t('tokens.lastUsed', { at: format.dateTime(lastUsedAt) }) : t('tokens.neverUsed')}
    </small>
  );
}
