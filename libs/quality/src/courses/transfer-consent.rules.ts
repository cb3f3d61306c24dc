import { type Language, type Turn } from '#contracts';
import { type CallActs } from '../acts/call-acts.rules.js';
import { type HeardCall } from '../call/heard-call.js';
import { fine, type Course } from './course.js';

/** Words that move a call, or a customer, to another person. */
const MOVES: Record<Language, RegExp> = {
  zh: /(?:转|接|拨|切|连线?|递|拿)(?:给|到|去|过去|过来|一下|接|[您你]|进|上)|连线|(?:电话|线|通话).{0,4}(?:转|接|拨|切|拿|递)|听电话|来听|直接(?:跟|和|与)[您你]|(?:让|请|叫|换|由).{0,12}(?:(?:跟|和|与|给|帮|听)[您你]|来(?:跟|和|接|听|讲|说))/u,
  en: /\b(?!ask|tell|want|need|like|help|charge|owe|thank|see|for|to|of|with|do|are|if|can|would|could|will)\w+ (?:you|your call|this call|the call)(?:'s)? (?:\w+ )?(?:over|through|across|up|on|onto|into|in|off|to|with|round|down|straight)\b|\b(?:transfer|connect|conference|patch)(?:r?ing)? (?:you|your call|this|the call)\b|\b(?:speak|talk|chat) (?:to|with) (?!me\b|you\b)|\ba word with\b|\bon the (?:line|phone) with\b/iu,
};
/** Leaves it to the customer. */
const ASKS: Record<Language, RegExp> = {
  zh: /[?？吗么呢]|好[吧伐不嘛]|行[不吧]|成不|可不可以|愿不愿|方不方便|同意.{0,4}(?:我就|的话)|介意|中不中|要得不/u,
  en: /[?]|\bif (?:that|it)(?:'s| is|’s)|\bif you(?:'re|’re| are|'ve|’ve| have|'d|’d)?\b.{0,30}(?:happy|ok|okay|all right|minute|like|want|mind|agree)|\b(?:would|do|are|can|could|may|shall|mind)\b[^.]*$/iu,
};
const AGREES: Record<Language, RegExp> = {
  zh: /好|行|可以|方便|同意|愿意|有空|成|中[,，。!！]|要得|谢|就现在|接吧|转吧|接过|你接|没问题|对|嗯|麻烦/u,
  en: /\b(?:yes|yeah|yep|yup|aye|sure|ok|okay|fine|please|go ahead|go on|do|i would|i'd|lovely|grand|great|all right|alright|can|agreeable|don'?t mind|no problem|of course|perfect|course|suppose|thanks?|if (?:he|she|they|you)|put (?:her|him|them|me)|love|why not|by all means|no (?:ma'am|sir))\b/iu,
};
const OBJECTS: Record<Language, RegExp> = {
  zh: /^(?:啊|哎|喂|咋|什么|谁|等|不)[^好]{0,6}[?？，,]|换人|^我还/u,
  en: /^(?:wait|what|huh|oh!? is|through to who|sorry,|hang on|no\b(?! (?:ma'am|sir|problem)))/iu,
};
/** Another person, or a way to them: a question about that near the end may be the one that was looked for. */
const OTHERS: Record<Language, RegExp> = {
  zh: /转|接|电话|同事|部|科|室|中心|师傅|老师|经理|[他她]/u,
  en: /\b(?:you|your)\b.{0,60}\b(?:colleague|department|team|desk|office|line|he|she|they|him|her|them|who|call|phone|someone|somebody|over|through)\b|\b(?:transfer|connect|through|over to)\b/iu,
};
const STOPS = /[.。!！?？]/gu;
/** Where the matter is not known yet no one is put through. */
const MATTER_FROM = 2;
const LAST_TURNS = 7;

const agrees = (answer: Turn | undefined, language: Language): boolean =>
  answer?.speaker === 'customer' && AGREES[language].test(answer.text) && !OBJECTS[language].test(answer.text);

/** From the sentence that moves the customer on, the turn asks. */
function asksToMove(text: string, language: Language): boolean {
  const move = MOVES[language].exec(text);
  if (!move) return false;
  const from = [...text.slice(0, move.index).matchAll(STOPS)].at(-1)?.index ?? -1;
  return ASKS[language].test(text.slice(from + 1));
}

/** The turns in which the customer was asked before being put through; `granted` where the yes is plain. */
function askedIn({ turns, transcript: { language } }: HeardCall): { granted: boolean; turn: Turn } | null {
  const asked = turns.filter(
    ({ index, speaker, text }) =>
      speaker === 'agent' &&
      index >= MATTER_FROM &&
      turns[index + 1]?.speaker === 'customer' &&
      asksToMove(text, language),
  );
  const granted = asked.find(({ index }) => agrees(turns[index + 1], language));
  if (granted) return { granted: true, turn: granted };
  const maybe =
    asked[0] ??
    turns.find(
      ({ index, speaker, text }) =>
        speaker === 'agent' &&
        index >= Math.max(MATTER_FROM, turns.length - LAST_TURNS) &&
        ASKS[language].test(text) &&
        OTHERS[language].test(text) &&
        agrees(turns[index + 1], language),
    );
  return maybe ? { granted: false, turn: maybe } : null;
}

/** Whether words may have asked, for calls without acts: lists alone would accuse nearly everyone who asked. */
export const mayHaveAsked = (call: HeardCall): boolean => askedIn(call) !== null;

/**
 * The customer was asked before being put through, and agreed. No list has the ways of asking; that there was a question about another person, and
 * a yes to it, is seen in any of them. Where the yes is not plain, or the question may have been one, a person looks.
 */
export const transferConsent: Course = (acts: CallActs, call) => {
  const asked = askedIn(call);
  if (!asked) return null;
  const sentences = acts.sentences.filter(({ turn }) => turn === asked.turn.index).slice(0, 2);
  return fine('hands_over', sentences, asked.granted);
};
