import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

export function SameMatterSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call } = useCallPage();
  if (call.matter === null) return null;
  return (
    <section>
      <h2>{t('facts.sameMatter')}</h2>
      {call.sameMatter.length === 0 && <p className="facts-quiet">{t('facts.noOther')}</p>}
      <ol className="dated">
        {call.sameMatter.map((other) => (
          <li key={other.callId}>
            <time>{format.day(other.startedAt)}</time>
            <span>
              <Link to={`/calls/${other.callId}`}>{other.agent ? format.text(other.agent) : t('legs.noAgent')}</Link>{' '}
              {t(`stage.${other.stage}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
