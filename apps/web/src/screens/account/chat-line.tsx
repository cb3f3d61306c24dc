import type { ChatAddress, ToldSettings } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { parts } from '../../components/opened/part.js';
import { useRemoveChat, useTestChat } from '../../data/told-settings.js';
import { useFormat } from '../../format/use-format.js';

const { ChatDialog } = parts(() => import('./dialogs.js'));

/** The chat in which a person is told: how it fares, and a test. */
export function ChatLine({ chat }: { chat: ToldSettings['chat'] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [remove, test] = [useRemoveChat(), useTestChat()];
  const { address, hosts } = chat;
  const reason = useReason();
  return (
    <div className="told-chat dense around-3">
      <h3>{t('toldSettings.chat')}</h3>
      <p className="admin-hint">{t('toldSettings.chatAbout')}</p>
      {address ? <Fares address={address} /> : <p>{t('toldSettings.chatNone')}</p>}
      <p className="admin-hint">
        {hosts.length > 0
          ? t('toldSettings.chatHosts', { hosts: hosts.join(t('account.and')) })
          : t('toldSettings.chatNoHosts')}
      </p>
      <Acts>
        <Button onClick={() => setOpen(true)} disabled={hosts.length === 0}>
          {address ? t('toldSettings.change') : t('toldSettings.set')}
        </Button>
        {address && (
          <>
            <Button loading={test.isPending} onClick={() => test.mutate()}>
              {t('toldSettings.test')}
            </Button>
            <AskFirst
              size="middle"
              ask={t('toldSettings.removeAsk')}
              loading={remove.isPending}
              onYes={() => remove.mutate()}
            >
              {t('toldSettings.remove')}
            </AskFirst>
          </>
        )}
        <span role="status" className={test.data?.reason ? 'admin-wrong' : 'admin-done'}>
          {test.data &&
            (test.data.reason
              ? t('toldSettings.testFailed', { reason: reason(test.data) })
              : t('toldSettings.testSent'))}
        </span>
      </Acts>
      <Failed of={test} />
      <Failed of={remove} />
      {open && <ChatDialog hosts={hosts} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Fares({ address }: { address: ChatAddress }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const { format: chat, host, signed, setAt, lastSentAt, failingSince, lastReason, chatCode, waiting } = address;
  return (
    <>
      <p className="ruled">
        <span>{`${t(`toldSettings.formats.${chat}`)} (${host})`}</span>
        <span>{t(signed ? 'toldSettings.signed' : 'toldSettings.unsigned')}</span>
        <span>{t('toldSettings.setAt', { at: format.dateTime(setAt) })}</span>
        {lastSentAt && <span>{t('toldSettings.sentAt', { at: format.dateTime(lastSentAt) })}</span>}
      </p>
      {failingSince && lastReason && (
        <p className="admin-wrong" role="alert">
          {t('toldSettings.failing', {
            since: format.dateTime(failingSince),
            reason: reason({ reason: lastReason, chatCode }),
          })}
          {waiting > 0 && ` · ${t('toldSettings.waiting', { count: waiting })}`}
        </p>
      )}
    </>
  );
}

function useReason() {
  const { t } = useTranslation();
  return ({ reason, chatCode }: { reason: ChatAddress['lastReason']; chatCode: string | null }): string =>
    reason === null ? '' : t(`toldSettings.reason.${reason}`, { code: chatCode ?? '' });
}
