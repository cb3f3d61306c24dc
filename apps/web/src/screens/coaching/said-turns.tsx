import type { Language, MomentWords } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface Props {
  turns: MomentWords['turns'];
  language: Language | null;
  /** Said where there is none. */
  none: string;
}

/** What was said in a stretch, turn by turn. */
export function SaidTurns({ turns, language, none }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  if (turns.length === 0) return <p className="note">{none}</p>;
  return (
    <dl className="coaching-words">
      {turns.map(({ speaker, fromMs, text }, index) => (
        <div key={index}>
          <dt>
            {clock(fromMs)} {t(`transcript.speaker.${speaker}`)}
          </dt>
          <dd lang={language ?? undefined}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
