import type { RecertificationList, RecertificationRound } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { ViewTabs } from '../../components/tabs.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { part } from '../../components/opened/part.js';
import { Select } from '../../components/opened/select.js';
import { Why } from '../../components/why.js';
import { useRecertifications } from '../../data/recertification.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { RightsTable } from './rights-table.js';

const SettingsDialog = part(() => import('./settings-dialog.js'));

/** Who still needs which right: rounds, their answers, and when the next one is. */
export function RecertificationScreen() {
  const { t } = useTranslation();
  const list = useRecertifications(useMay('recertification.read'));
  return (
    <AdminPage title={t('recertification.title')} needs="recertification.read">
      <p className="note">{t('recertification.intro')}</p>
      <WhenRead of={list}>{(read) => <Rounds list={read} />}</WhenRead>
    </AdminPage>
  );
}

function Rounds({ list: { settings, rounds } }: { list: RecertificationList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sets = useMay('recertification.manage');
  const [setting, setSetting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const round = rounds.find(({ roundId }) => roundId === chosen) ?? rounds[0];
  const { nextOn, everyMonths, answerDays } = settings;
  return (
    <>
      <section className="admin-section">
        <p>
          {nextOn === null
            ? t('recertification.off')
            : t('recertification.next', { day: nextOn, months: everyMonths, days: answerDays })}
        </p>
        {sets && (
          <Acts>
            <Button onClick={() => setSetting(true)}>{t('recertification.set')}</Button>
          </Acts>
        )}
        {setting && <SettingsDialog settings={settings} onClose={() => setSetting(false)} />}
      </section>
      {!round && <p className="note">{t('recertification.none')}</p>}
      {round && (
        <section className="admin-section">
          {rounds.length > 1 && (
            <Select
              className="recertification-round"
              aria-label={t('recertification.round')}
              value={round.roundId}
              onChange={setChosen}
              options={rounds.map(({ roundId, code, openedAt }) => ({
                value: roundId,
                label: t('recertification.roundOf', { code, at: format.dateTime(openedAt) }),
              }))}
            />
          )}
          <Round key={round.roundId} round={round} />
        </section>
      )}
    </>
  );
}

function Round({ round }: { round: RecertificationRound }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reports = useMay('recertification.report');
  const [shown, setShown] = useState<'open' | 'all'>(round.counts.open > 0 ? 'open' : 'all');
  const { roundId, code, openedAt, dueAt, closedAt, counts } = round;
  const late = closedAt === null && counts.open > 0 && Date.parse(dueAt) < Date.now();
  const when =
    closedAt !== null
      ? t('recertification.closed', { at: format.dateTime(closedAt) })
      : t(late ? 'recertification.overdue' : 'recertification.due', { at: format.dateTime(dueAt) });
  return (
    <>
      <h2>{t('recertification.roundOf', { code, at: format.dateTime(openedAt) })}</h2>
      <p className={late ? 'admin-wrong' : ''}>{when}</p>
      <p className="admin-hint">
        {t('recertification.counts', { ...counts })}{' '}
        <Why of="recertified" name={t('recertification.roundOf', { code, at: format.dateTime(openedAt) })} />
      </p>
      <Acts>
        <ViewTabs
          name={t('recertification.title')}
          value={shown}
          onChange={setShown}
          views={(['open', 'all'] as const).map((value) => ({ value, label: t(`recertification.${value}`) }))}
        />
        {reports && <Button href={`/api/v1/recertifications/${roundId}/file`}>{t('recertification.file')}</Button>}
      </Acts>
      <RightsTable key={shown} roundId={roundId} shown={shown} />
    </>
  );
}
