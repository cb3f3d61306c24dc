import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { useFormat } from '../../../format/use-format.js';
import { speaking } from '../../../locales/i18n.js';
import { useCallPage } from '../call-page.js';

const CorrectionDialog = part(() => import('./correction-dialog.js'));
const WaitingOfCall = part(() => speaking(import('../../corrections/waiting-of-call.js')));

/** What was corrected, by whom and why; and the way to correct more, for those who may. */
export function CorrectionsSection() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const { dateTime, text } = useFormat();
  const [open, setOpen] = useState(false);
  if (call.corrections.length === 0 && !call.may.correct) return null;
  return (
    <section>
      <h2>{t('call.correct.heading')}</h2>
      {call.may.correct && <WaitingOfCall callId={call.callId} />}
      <ul className="corrections dense grid gap-1 below-2">
        {call.corrections.map((one) => (
          <li key={one.at}>
            <span>
              {t(one.from === 'upload' ? 'call.correct.byUpload' : 'call.correct.by', {
                who: text(one.by),
                at: dateTime(one.at),
                fields: one.fields.map((field) => t(`call.correct.named.${field}`)).join(t('journal.and')),
              })}
            </span>
            {one.confirmedBy && (
              <small>
                {t(one.byOnePerson ? 'call.correct.byOnePerson' : 'call.correct.confirmedBy', {
                  who: text(one.confirmedBy),
                })}
              </small>
            )}
            {one.from === 'person' && <small>{one.reason}</small>}
          </li>
        ))}
      </ul>
      {call.may.correct && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('call.correct.open')}
        </Button>
      )}
      {open && <CorrectionDialog onClose={() => setOpen(false)} />}
    </section>
  );
}
