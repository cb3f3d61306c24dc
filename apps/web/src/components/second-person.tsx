import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from './acts.js';
import { type useProved } from './step-up.js';

/** How it was decided about a version that waits. */
export interface VersionDecision {
  version: number;
  decision: 'agreed' | 'refused';
}

interface Props {
  version: number;
  /** The asker proposed it. */
  mine: boolean;
  decide: ReturnType<typeof useProved<VersionDecision, unknown>>;
  /** Where to agree does more than that. */
  agree?: string;
}

/** A change that waits for a second person: its proposer may take it back, another agrees to it or refuses it. */
export function SecondPerson({ version, mine, decide, agree }: Props) {
  const { t } = useTranslation();
  const button = (decision: VersionDecision['decision'], word: string) => (
    <Button
      type={decision === 'agreed' ? 'primary' : 'default'}
      loading={decide.isPending}
      onClick={() => void decide.send({ version, decision })}
    >
      {word}
    </Button>
  );
  return (
    <>
      {decide.said}
      <Acts>
        {mine ? (
          button('refused', t('redaction.takeBack'))
        ) : (
          <>
            {button('agreed', agree ?? t('redaction.agree'))}
            {button('refused', t('redaction.refuse'))}
          </>
        )}
      </Acts>
    </>
  );
}
