import { LockOutlined } from '@ant-design/icons';
import { TOLD_WAYS, type ToldSettings, type ToldWay } from '#contracts';
import { Button, Checkbox } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import type { useChooseTold } from '../../data/told-settings.js';
import { useFormat } from '../../format/use-format.js';
import { type Times, ToldTimes } from './told-times.js';

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
                {one.must && <LockOutlined className="told-must" aria-label={t('toldSettings.must')} />}
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
