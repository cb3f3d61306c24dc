import { useTranslation } from 'react-i18next';
import { useCallPage } from '../call-page.js';

const VOICE = /^SPEAKER_0([01])$/;

/** What a label is called: by its channel, or, where we told voices apart, by the order in which they are heard; else as its tool calls it. */
export function useSpeakerName(): (label: string) => string {
  const { t } = useTranslation();
  const { transcript } = useCallPage();
  const byVoice = transcript?.transcript.voices === 'told_apart';
  return (label) => {
    if (label === 'left' || label === 'right') return t(`call.sound.side.${label}`);
    const n = byVoice ? VOICE.exec(label)?.[1] : undefined;
    return n === undefined ? label : t('call.speakers.voice', { n: Number(n) + 1 });
  };
}
