import { type Language } from '#contracts';

/** Words that are made to take long, as a stranger may send them with a call. */
export interface HostileWords {
  name: string;
  language: Language;
  turns: { speaker: 'agent' | 'customer'; fromMs: number; toMs: number; text: string }[];
}

const TURN = 10_000;
const filled = (unit: string, length = TURN): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** @param everyMs from the beginning of one turn to the next */
function say(name: string, language: Language, text: string, turns: number, everyMs = 1000): HostileWords {
  const said = Array.from({ length: turns }, (_, at) => ({
    speaker: at % 2 === 0 ? ('agent' as const) : ('customer' as const),
    ...{ fromMs: at * everyMs, toMs: at * everyMs + 0.9 * everyMs, text },
  }));
  return { name, language, turns: said };
}

/** Each as large as the cap of a transcript allows, 750,000 characters or a third of that in Han, but for the two that are about one turn and about many. */
export const HOSTILE: readonly HostileWords[] = [
  say('一 without end', 'zh', filled('一'), 25),
  say('digits without end', 'en', filled('1234567890'), 75),
  say('spoken digits', 'zh', filled('一三八零零一三八零零零'), 25),
  say('spoken digits', 'en', filled('four one five five five five two six seven one '), 75),
  say('numbers that nearly are', 'en', filled('4111-1111 1111/1111.'), 75),
  say('spaces', 'en', filled(`${' '.repeat(499)}a`), 75),
  say('emoji', 'zh', filled('😀'), 75),
  say(
    'different characters',
    'zh',
    Array.from({ length: TURN }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(''),
    25,
  ),
  say('greetings without end', 'en', filled('good morning how can I help you thank you for calling '), 75),
  say('one turn', 'zh', filled('一'), 1),
  say('forty thousand turns', 'zh', '一二三', 40_000, 20),
];
