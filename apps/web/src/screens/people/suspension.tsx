import type { SuspensionView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/ask-first.js';
import { useProved } from '../../components/step-up.js';
import { useConfirmSuspension } from '../../data/people.js';
import { useFormat } from '../../format/use-format.js';

/** Says that a person's rights wait, with the button for those who may confirm them. */
export function Suspension({ suspension }: { suspension: SuspensionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, cause, causedBy, at, opened, mayConfirm } = suspension;
  const confirm = useProved(useConfirmSuspension());
  const who = causedBy ? format.text(causedBy) : t('suspension.command');
  return (
    <div className="suspension" role="note">
      <p>
        {t(`suspension.cause.${cause}`, { who, at: format.dateTime(at) })}{' '}
        {t(cause === 'opened_first' ? 'suspension.waitsFirst' : 'suspension.waits')}
      </p>
      {mayConfirm ? (
        <AskFirst
          size="middle"
          ask={t('suspension.ask', { name: format.text(person.name) })}
          loading={confirm.isPending}
          onYes={() => void confirm.send(person.personId)}
        >
          {t('suspension.confirm')}
        </AskFirst>
      ) : (
        <p className="admin-hint">{t(opened ? 'suspension.another' : 'suspension.notOpened')}</p>
      )}
      {confirm.said}
    </div>
  );
}
