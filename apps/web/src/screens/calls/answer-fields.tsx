import { languageSchema, setAsideReasonSchema, type Language, type SetAsideReason, type TickedAct } from '#contracts';
import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** What is said of several calls at once. */
export interface CallAnswer {
  language: Language | null;
  reason: SetAsideReason | null;
}

/** Whether an act that needs an answer has it. */
export const wholeAnswer = (act: TickedAct, { language, reason }: CallAnswer): boolean =>
  act === 'language' ? language !== null : act === 'set_aside' ? reason !== null : true;

interface Props {
  act: TickedAct;
  answer: CallAnswer;
  onChange: (answer: CallAnswer) => void;
}

/** In which language the calls were spoken, or why there is nothing in them to judge; nothing is chosen beforehand. */
export function AnswerFields({ act, answer, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  if (act !== 'language' && act !== 'set_aside') return null;
  const options =
    act === 'language'
      ? languageSchema.options.map((value) => ({ value, label: t(`calls.spoken.${value}`) }))
      : setAsideReasonSchema.options.map((value) => ({ value, label: t(`review.aside.${value}`) }));
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id}>{t(`calls.ticked.answer.${act}`)}</p>
      <Radio.Group
        vertical
        options={options}
        value={act === 'language' ? answer.language : answer.reason}
        onChange={({ target: { value } }) =>
          onChange(
            act === 'language'
              ? { ...answer, language: languageSchema.parse(value) }
              : { ...answer, reason: setAsideReasonSchema.parse(value) },
          )
        }
      />
    </div>
  );
}
