import { languageSchema, type Language, type Recording, type SoundChecks, wordsRefusalWords } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useCorrection } from '../../data/corrections.js';
import { useFormat } from '../../format/use-format.js';
import { useCallPage } from './call-page.js';

/** Why words that came with the call cannot be used, and what to do; nothing where they can. */
export function WordsNotice() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { call } = useCallPage();
  const refused = call.recordings.flatMap(({ recordingId, wordsRefusal }) =>
    wordsRefusal ? [{ recordingId, why: text(wordsRefusalWords(wordsRefusal)) }] : [],
  );
  if (refused.length === 0) return null;
  return (
    <section className="sound-notice" aria-label={t('call.words.name')}>
      <ul>
        {refused.map(({ recordingId, why }) => (
          <li key={recordingId}>
            <b>{t('call.words.refused', { why })}</b> {t('call.words.next')}
          </li>
        ))}
      </ul>
    </section>
  );
}

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

type Found = SoundChecks['findings'][number];

/** What is wrong with the sound, and what to do about it; nothing at all when it is as it should be. */
export function SoundNotice() {
  const { t } = useTranslation();
  const { recording } = useCallPage();
  const checks = recording?.soundChecks;
  if (!recording || !checks || checks.findings.length === 0) return null;
  return (
    <section className="sound-notice" aria-label={t('call.sound.name')}>
      <ul>
        {checks.findings.map((found) => (
          <Finding key={`${found.finding} ${found.channel}`} found={found} recording={recording} checks={checks} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ found, recording, checks }: { found: Found; recording: Recording; checks: SoundChecks }) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = t(`call.sound.who.${voiceOn(found.channel, recording)}`);
  const channel = checks.channels[found.channel ?? 0];
  const figures = {
    who,
    level: format.number(channel?.activeRmsDbfs ?? 0),
    share: format.percent(channel?.clippedShare ?? 0, 1),
  };
  return (
    <li>
      <b>{t(`call.sound.${found.finding}.what`, figures)}</b> {t(`call.sound.${found.finding}.next`)}
    </li>
  );
}

/** Whose voice a channel carries, as far as it is known. */
function voiceOn(
  channel: number | null,
  { agentChannel }: Recording,
): 'both' | 'agent' | 'customer' | 'left' | 'right' {
  if (channel === null) return 'both';
  const side = channel === 0 ? 'left' : 'right';
  if (!agentChannel) return side;
  return agentChannel === side ? 'agent' : 'customer';
}
