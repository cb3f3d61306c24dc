import { languageSchema, type Language } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useCorrection } from '../../data/corrections.js';
import { useCallPage } from './call-page.js';

/** Asks in which language a call is, where it was not given and could not be told for sure; nothing otherwise. */
export function LanguageNotice() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const doubt = call.language === null ? call.languageTold?.doubt : null;
  if (!doubt) return null;
  return (
    <section className="sound-notice" aria-label={t('call.language.name')}>
      <ul>
        <li>
          <b>{t(`call.language.doubt.${doubt}`)}</b> {t('call.language.ask')}
          {call.may.correct ? <Answers /> : ` ${t('call.language.askOthers')}`}
        </li>
      </ul>
    </section>
  );
}

/** Saying it is a correction like any other, with its reason. */
function Answers() {
  const { t } = useTranslation();
  const { call, leg } = useCallPage();
  const correction = useCorrection(call.callId);
  // The language is the call's. Who reaches several legs says it at the one that they look at.
  const legId = call.legs[leg]?.legId;
  const say = (language: Language) =>
    correction.mutate({ legId, reason: t('call.language.reason'), changes: { language } });
  return (
    <>
      <span className="language-answers">
        {languageSchema.options.map((language) => (
          <Button key={language} size="small" disabled={correction.isPending} onClick={() => say(language)}>
            {t(`call.language.is.${language}`)}
          </Button>
        ))}
      </span>
      <Failed of={correction} />
    </>
  );
}
