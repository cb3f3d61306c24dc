import type { RecordsPreview, TelephonySources } from '#contracts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { Select } from '../../components/opened/select.js';
import { useProved } from '../../components/step-up.js';
import { useChangeSource, usePreviewRecords, useSendRecords, useSources } from '../../data/telephony-sources.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { ColumnMap } from './column-map.js';
import { PreviewedCalls } from './previewed-calls.js';
import { sampleOf } from './connection.rules.js';
import { TelephonyPage } from './telephony-page.js';

interface Chosen {
  file: File;
  sample: string;
}

/** A file of records, looked at before anything of it is stored: who knows it, what its columns are, and the calls that it makes. */
export function PreviewScreen() {
  const { t } = useTranslation();
  const sources = useSources();
  return (
    <TelephonyPage>
      <section className="admin-section">
        <p className="admin-hint">{t('sources.previewAbout')}</p>
      </section>
      <WhenRead of={sources}>{(list) => <Preview list={list} />}</WhenRead>
    </TelephonyPage>
  );
}

function Preview({ list }: { list: TelephonySources }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [sourceId, setSourceId] = useState<string | null>(null);
  const [map, setMap] = useState<Record<string, string>>({});
  const preview = usePreviewRecords();
  const running = list.sources.filter(({ endedAt }) => endedAt === null);
  const source = running.find((one) => one.sourceId === sourceId) ?? null;
  const look = ({ file, sample }: Chosen, names: Record<string, string>, of = source) => {
    const settings = of?.settings ?? { zone: timeZone, home: 'CN' as const };
    preview.mutate({
      ...{ name: file.name.slice(-255), text: sample, reader: of?.reader.name ?? null },
      settings: { zone: settings.zone, home: settings.home, map: names },
    });
  };
  const choose = async (given: File | undefined) => {
    if (!given) return;
    const now = { file: given, sample: sampleOf(await given.text()) };
    setChosen(now);
    look(now, map);
  };
  const changeMap = (names: Record<string, string>) => {
    setMap(names);
    if (chosen) look(chosen, names);
  };
  const changeSource = (id: string) => {
    const of = running.find((one) => one.sourceId === id) ?? null;
    setSourceId(id);
    setMap(of?.settings.map ?? {});
    if (chosen) look(chosen, of?.settings.map ?? {}, of);
  };
  return (
    <>
      <section className="admin-section">
        <Field htmlFor="preview-source" label={t('sources.source')} hint={t('sources.sourceHint')}>
          <Select
            id="preview-source"
            style={{ width: 320, maxWidth: '100%' }}
            value={sourceId}
            placeholder={t('sources.anySource')}
            onChange={changeSource}
            options={running.map((one) => ({ value: one.sourceId, label: one.name }))}
          />
        </Field>
        <Acts>
          <input
            ref={input}
            type="file"
            className="seen-by-readers-only"
            tabIndex={-1}
            aria-label={t('sources.choose')}
            onChange={({ target }) => {
              void choose(target.files?.[0]);
              target.value = '';
            }}
          />
          <Button onClick={() => input.current?.click()} loading={preview.isPending}>
            {t('sources.choose')}
          </Button>
          {chosen && <span>{chosen.file.name}</span>}
        </Acts>
      </section>
      <Failed of={preview} />
      {chosen && preview.data && (
        <>
          <Found of={preview.data} readers={list.readers} />
          <ColumnMap
            columns={preview.data.columns}
            ours={ourColumns(list, source?.reader.name ?? preview.data.reader ?? 'table')}
            map={map}
            onChange={changeMap}
          />
          <PreviewedCalls calls={preview.data.calls} />
          {source && <Send source={source} file={chosen.file} map={map} usable={preview.data.records > 0} />}
        </>
      )}
    </>
  );
}

const ourColumns = ({ readers }: TelephonySources, reader: string): readonly string[] =>
  readers.find(({ name }) => name === reader)?.columns ?? [];

function Found({
  of: { reader, known, records, unread, unreadLines },
  readers,
}: { of: RecordsPreview } & Pick<TelephonySources, 'readers'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (of: string) => format.text(readers.find(({ name }) => name === of)!.title);
  return (
    <section className="admin-section" aria-live="polite">
      <h2>{t('sources.found')}</h2>
      {reader === null ? (
        <p>
          {t('sources.unknownFile')} {known.length > 0 && t('sources.knownBy', { names: known.map(name).join(', ') })}
        </p>
      ) : (
        <p>{t('sources.readBy', { name: name(reader), count: records })}</p>
      )}
      {unread > 0 && (
        <p>
          {t('sources.cannotRead', { count: unread, all: records + unread })}{' '}
          {unreadLines
            .slice(0, 5)
            .map(({ line, what }) => t('sources.lineWhat', { line, what: t(`sources.what.${what}`) }))
            .join(t('sources.between'))}
        </p>
      )}
    </section>
  );
}

interface SendProps {
  source: TelephonySources['sources'][number];
  file: File;
  map: Record<string, string>;
  usable: boolean;
}

/** Keeps the map with the source, and sends the file. */
function Send({ source, file, map, usable }: SendProps) {
  const { t } = useTranslation();
  const change = useChangeSource();
  const send = useSendRecords();
  const { sourceId, settings } = source;
  const isChanged = JSON.stringify(settings.map) !== JSON.stringify(map);
  const save = useProved(change);
  const done = send.data;
  return (
    <section className="admin-section">
      {save.said}
      <Failed of={send} />
      <Acts>
        <Button
          type="primary"
          disabled={!usable || isChanged}
          loading={send.isPending}
          onClick={() => send.mutate({ sourceId, file })}
        >
          {t('sources.send')}
        </Button>
        <Button
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() => void save.send({ sourceId, settings: { ...settings, map } })}
        >
          {t('sources.saveMap')}
        </Button>
        {isChanged && <span className="admin-hint">{t('sources.saveFirst')}</span>}
        {done && <span role="status">{t('sources.sent', { ...done, unread: done.unreadCount })}</span>}
      </Acts>
    </section>
  );
}
