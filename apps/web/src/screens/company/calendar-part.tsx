import type { CalendarPreview, CalendarView } from '#contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { FileImport } from '../../components/file-import.js';
import { importCalendar, useCalendar } from '../../data/company.js';
import { useLanguage } from '../../format/use-format.js';

const TEMPLATE = 'day,kind,name\r\n';

/** Holidays and worked weekend days, from a file. */
export function CalendarPart() {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const period = { from: from || undefined, to: to || undefined };
  return (
    <>
      <section className="admin-section">
        <h2>{t('calendar.import')}</h2>
        <p className="admin-hint">{t('calendar.hint')}</p>
        <div className="admin-row">
          <Field htmlFor="calendar-from" label={t('calendar.from')}>
            <Input
              id="calendar-from"
              placeholder="2026-01-01"
              maxLength={10}
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          </Field>
          <Field htmlFor="calendar-to" label={t('calendar.to')}>
            <Input
              id="calendar-to"
              placeholder="2026-12-31"
              maxLength={10}
              value={to}
              onChange={({ target }) => setTo(target.value)}
            />
          </Field>
          <span className="admin-hint">{t('calendar.whole')}</span>
        </div>
        <FileImport
          key={`${from} ${to}`}
          accept=".ics,.csv,text/calendar,text/csv"
          send={importCalendar(period)}
          changes={['company']}
          isNothing={() => false}
          template={{ name: 'calendar.csv', text: TEMPLATE }}
        >
          {(preview) => <Changes {...preview} />}
        </FileImport>
      </section>
      <WhenRead of={calendar}>{(view) => <Days {...view} />}</WhenRead>
    </>
  );
}

function Changes({ period, added, changed, removed, unchanged }: CalendarPreview) {
  const { t } = useTranslation();
  const named = useDate();
  const rows = [
    ...added.map((day) => ({ day, will: 'added' as const })),
    ...changed.map(({ after }) => ({ day: after, will: 'changed' as const })),
    ...removed.map((day) => ({ day, will: 'removed' as const })),
  ];
  return (
    <>
      <p className="ruled">
        {period && <b>{t('calendar.period', { from: named(period.from), to: named(period.to) })}</b>}
        <span>{t('calendar.added', { count: added.length })}</span>
        <span>{t('calendar.changed', { count: changed.length })}</span>
        <span>{t('calendar.removed', { count: removed.length })}</span>
        <span>{t('calendar.unchanged', { count: unchanged })}</span>
      </p>
      {rows.length > 0 && (
        <DataTable keepsColumns>
          {rows.map(({ day, will }) => (
            <tr key={`${will} ${day.day}`}>
              <td>{t(`calendar.will.${will}`)}</td>
              <td>{named(day.day)}</td>
              <td>{t(`calendar.kinds.${day.kind}`)}</td>
              <td>{day.name}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}

function Days({ periods, days }: CalendarView) {
  const { t } = useTranslation();
  const language = useLanguage();
  const named = useDate();
  const covered = periods
    .map(({ from, to }) => t('calendar.period', { from: named(from), to: named(to) }))
    .join(language === 'zh' ? '、' : ', ');
  return (
    <section className="admin-section">
      <h2>{t('company.calendar')}</h2>
      <p className="admin-hint">
        {periods.length > 0 ? t('calendar.covers', { periods: covered }) : t('calendar.coversNothing')}{' '}
        {periods.length > 0 && t('calendar.unknown')}
      </p>
      {days.length > 0 && (
        <DataTable
          keepsColumns
          rows={days}
          keyOf={({ day }) => day}
          columns={[
            { name: t('calendar.day'), cell: ({ day }) => named(day) },
            { name: t('calendar.kind'), cell: ({ kind }) => t(`calendar.kinds.${kind}`) },
            { name: t('calendar.name'), cell: ({ name }) => name },
          ]}
        />
      )}
    </section>
  );
}

/** A day without a zone, in words: `2026年10月1日 周四`, `Thu 1 Oct 2026`. */
function useDate(): (day: string) => string {
  const locale = useLanguage() === 'zh' ? 'zh-CN' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: locale === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
