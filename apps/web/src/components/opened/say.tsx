import { createContext, lazy, use, useCallback, useRef, useState, type ReactNode } from 'react';
import type { useAppProps } from 'antd/es/app/context.js';
import { loaded } from '../../shell/later.js';
import { ToCome } from './part.js';

type Word = (to: useAppProps) => void;

const SayContext = createContext<(word: Word) => void>(() => undefined);
const AntMessages = lazy(() => loaded(() => import('./ant-messages.js')));

/** Short messages that leave on their own: `say(({ message }) => message.success(…))`. What draws them is loaded with the first. */
export function useSay(): (word: Word) => void {
  return use(SayContext);
}

/** Says that something was done; for some seconds longer where there is a way to undo it. */
export function useSayDone(): (words: ReactNode, seconds?: number) => void {
  const say = useSay();
  return (words, seconds = 3) => say(({ message }) => void message.success(words, seconds));
}

export function SayProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const ready = useRef<useAppProps | null>(null);
  const waiting = useRef<Word[]>([]);
  const say = useCallback((word: Word) => {
    if (ready.current) return word(ready.current);
    waiting.current.push(word);
    setWanted(true);
  }, []);
  const onReady = useCallback((to: useAppProps) => {
    ready.current = to;
    for (const word of waiting.current.splice(0)) word(to);
  }, []);
  return (
    <SayContext value={say}>
      {children}
      {wanted && (
        <ToCome>
          <AntMessages onReady={onReady} />
        </ToCome>
      )}
    </SayContext>
  );
}
