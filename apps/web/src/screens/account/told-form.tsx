import { LockOutlined } from '@ant-design/icons';
import { TOLD_WAYS, type ToldSettings, type ToldWay } from '#contracts';
import { Button, Checkbox, Segmented, Switch } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import type { useChooseTold } from '../../data/told-settings.js';
import { useFormat } from '../../format/use-format.js';
import { Select } from '../../components/opened/select.js';

/** The ways for each kind, and when; saved together. */
export function ToldForm({ settings, choose }: { settings: ToldSettings; choose: ReturnType<typeof useChooseTold> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mail, chat, timeZone } = settings;
  const [kinds, setKinds] = useState(settings.kinds);
  const [times, setTimes] = useState<Times>(settings);
  /** A way that a person does not have is not ticked, and what they chose of it stays. */
  const there = { bell: true, mail: mail.set && mail.address !== null, chat: chat.address !== null };
  const [touched, setTouched] = useState(false);
  const tick = (kind: string, way: ToldWay, on: boolean) => {
    setTouched(true);
    setKinds(kinds.map((one) => (one.kind === kind ? { ...one, [way]: on } : one)));
  };
  const save = () => {
    const { quiet, digest, digestHour } = times;
    const chosen = kinds.map(({ kind, bell, mail: byMail, chat: inChat }) => ({
      kind,
      bell,
      mail: byMail,
      chat: inChat,
    }));
    choose.mutate({ kinds: chosen, quiet, digest, digestHour }, { onSuccess: () => setTouched(false) });
  };
  return (
    <>
      <ToldTimes
        times={times}
        timeZone={timeZone}
        onChange={(next) => {
          setTouched(true);
          setTimes(next);
        }}
      />
      <p className="admin-hint">
        {!mail.set
          ? t('toldSettings.noMail')
          : mail.address === null
            ? t('toldSettings.noAddress')
            : t('toldSettings.mailTo', { address: mail.address })}{' '}
        {t('toldSettings.language')}
      </p>
      <DataTable
        className="told-ways"
        keepsColumns
        head={[t('toldSettings.what'), ...TOLD_WAYS.map((way) => t(`toldSettings.ways.${way}`))]}
        caption={t('toldSettings.title')}
      >
        {kinds.map((one, place) => (
          <Fragment key={one.kind}>
            {one.topic.en !== kinds[place - 1]?.topic.en && (
              <tr className="told-topic">
                <th scope="rowgroup" colSpan={4}>
                  {format.text(one.topic)}
                </th>
              </tr>
            )}
            <tr>
              <td>
                {format.text(one.name)}
                {one.must && <LockOutlined className="soft beside" aria-label={t('toldSettings.must')} />}
              </td>
              {TOLD_WAYS.map((way) => (
                <td key={way}>
                  <Checkbox
                    checked={one[way] && there[way]}
                    disabled={
                      !there[way] || (one.must && way !== 'chat') || (way === 'chat' && one.kind === 'chat_failing')
                    }
                    aria-label={t('toldSettings.box', {
                      kind: format.text(one.name),
                      way: t(`toldSettings.ways.${way}`),
                    })}
                    onChange={({ target }) => tick(one.kind, way, target.checked)}
                  />
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </DataTable>
      <Failed of={choose} />
      <Acts>
        <Button type="primary" loading={choose.isPending} disabled={!touched} onClick={save}>
          {t('toldSettings.save')}
        </Button>
        <span role="status" className="admin-done">
          {choose.isSuccess && !touched ? t('toldSettings.saved') : ''}
        </span>
      </Acts>
    </>
  );
}

type Times = Pick<ToldSettings, 'quiet' | 'digest' | 'digestHour'>;

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const HALVES = HOURS.flatMap((hour) => [hour, hour.replace(':00', ':30')]).map((value) => ({ value, label: value }));
/** What is offered first. */
const NIGHT = { from: '22:00', until: '07:00' };

/** At once or once a day, and the hours in which mail and chat are silent, by the site's clock. */
function ToldTimes(props: { times: Times; timeZone: string; onChange: (times: Times) => void }) {
  const { t } = useTranslation();
  const { times, timeZone, onChange } = props;
  const { quiet, digest, digestHour } = times;
  return (
    <>
      <div className="account-choices row gap-6 dense above-3">
        <span>
          <span id="told-when">{t('toldSettings.when')}</span>
          <Segmented
            aria-labelledby="told-when"
            value={digest}
            onChange={(value) => onChange({ ...times, digest: value })}
            options={[
              { value: 'at_once' as const, label: t('toldSettings.atOnce') },
              { value: 'daily' as const, label: t('toldSettings.daily') },
            ]}
          />
        </span>
        {digest === 'daily' && (
          <label>
            {t('toldSettings.digestHour')}
            <Select
              className="told-time"
              aria-label={t('toldSettings.digestHour')}
              value={digestHour}
              onChange={(value) => onChange({ ...times, digestHour: value })}
              options={HOURS.map((label, value) => ({ value, label }))}
            />
          </label>
        )}
        <label>
          <Switch
            size="small"
            checked={quiet !== null}
            onChange={(on) => onChange({ ...times, quiet: on ? NIGHT : null })}
          />
          {t('toldSettings.quiet')}
        </label>
        {quiet &&
          (['from', 'until'] as const).map((end) => {
            const name = t(end === 'from' ? 'toldSettings.quietFrom' : 'toldSettings.quietUntil');
            return (
              <label key={end}>
                {name}
                <Select
                  className="told-time"
                  aria-label={`${t('toldSettings.quiet')} ${name}`}
                  value={quiet[end]}
                  onChange={(value) => onChange({ ...times, quiet: { ...quiet, [end]: value } })}
                  options={HALVES}
                />
              </label>
            );
          })}
      </div>
      {quiet && <p className="admin-hint">{t('toldSettings.quietHint', { timeZone })}</p>}
    </>
  );
}
