import { useTranslation } from 'react-i18next';
import { useCallPage, useClock } from '../call-page.js';
import { captionOf, isCaptioned } from '../rules/caption.rules.js';
import { saidChars, turnAt } from '../rules/axis.rules.js';
import { useSpeakerName } from '../transcript/use-speaker-name.js';
import { TurnText } from '../transcript/turn-text.js';

/** The words that sound, in two lines below the axis: to be read where the transcript is not in sight. */
export function Captions() {
  const { t } = useTranslation();
  const { turns, call, transcript } = useCallPage();
  const nameOf = useSpeakerName();
  const current = useClock((ms) => {
    const index = turnAt(turns, ms);
    const turn = index === null ? undefined : turns[index];
    return turn && isCaptioned(turn, ms) ? index : null;
  });
  const turn = current === null ? undefined : turns[current];
  const said = useClock((ms) => (turn ? saidChars(turn, ms) : 0));
  return (
    // The transcript is what a screen reader reads: moving words would be spoken over the call.
    <p
      className="captions flex at-base gap-3 sunk rounded measure"
      aria-hidden
      lang={turn?.language ?? call.language ?? undefined}
    >
      {turn && (
        <>
          <b className={turn.speaker}>
            {turn.speaker === 'unknown' && turn.label ? nameOf(turn.label) : t(`transcript.speaker.${turn.speaker}`)}
          </b>
          <span>
            <TurnText
              turn={turn}
              marks={[]}
              selected={null}
              find=""
              sensitive={transcript?.redaction.spans.filter((span) => span.turn === turn.index) ?? []}
              said={said}
              part={captionOf(turn, said)}
            />
          </span>
        </>
      )}
    </p>
  );
}
