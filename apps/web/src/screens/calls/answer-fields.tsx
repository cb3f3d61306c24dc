import { languageSchema, setAsideReasonSchema, type TickedAct } from '#contracts';
import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const SIDES = ['left', 'right'] as const;

/** What can be said of several calls at once, by the act that says it. */
const ANSWERS = {
  language: languageSchema.options,
  set_aside: setAsideReasonSchema.options,
  side: SIDES,
} as const;
type Asking = keyof typeof ANSWERS;
export type CallAnswer = { [A in Asking]?: (typeof ANSWERS)[A][number] };

const asks = (act: TickedAct): act is Asking => act in ANSWERS;

/** Whether an act that needs an answer has it. */
export const wholeAnswer = (act: TickedAct, answer: CallAnswer): boolean => !asks(act) || answer[act] !== undefined;

interface Props {
  act: TickedAct;
  answer: CallAnswer;
  onChange: (answer: CallAnswer) => void;
}

/** In which language the calls were spoken, whose channel is whose, or why there is nothing in them to judge; nothing is chosen beforehand. */
export function AnswerFields({ act, answer, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  if (!asks(act)) return null;
  const words = {
    language: (value: 'zh' | 'en') => t(`calls.spoken.${value}`),
    set_aside: (value: 'no_speech') => t(`review.aside.${value}`),
    side: (value: 'left' | 'right') => t(`calls.ticked.sides.${value}`),
  };
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id}>{t(`calls.ticked.answer.${act}`)}</p>
      <Radio.Group
        vertical
        options={ANSWERS[act].map((value) => ({ value, label: words[act](value as never) }))}
        value={answer[act]}
        onChange={({ target: { value } }) => onChange({ [act]: value as string })}
      />
    </div>
  );
}
