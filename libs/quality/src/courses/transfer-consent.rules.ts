import { type Language, type Turn } from '#contracts';
import { type CallActs } from '../acts/call-acts.rules.js';
import { type HeardCall, type Query } from '../call/heard-call.js';
import { fine, type Course } from './course.js';

/** Words that move a call, or a customer, to another person. */
const MOVES: Record<Language, RegExp> = {
  zh: /(?:转|接(?!一下.{0,4}(?:短信|验证码|快递|通知))|(?<!回)拨|切|连线?|递|拿)(?:给|到|去|过去|过来|一下|接|[您你]|进|上)|连线|(?:电话|线|通话).{0,4}(?:转|接|拨|切|拿|递)|听电话|来听|直接(?:跟|和|与)[您你]|(?:让|请|叫|换|由).{0,12}(?:(?:跟|和|与|给|帮|听)[您你](?!.{0,2}(?:回|打|联系|发|寄|送|致电|答复))|来(?:跟|和|接|听|讲|说))/u,
  en: /\b(?!ask|tell|want|need|like|help|charge|owe|thank|see|call|ring|phone|text|sign|book|for|to|of|with|do|are|if|can|would|could|will)\w+ (?:you|your call|this call|the call)(?:'s)? (?:\w+ )?(?:over|through|across|up|on|onto|into|in|off|to|with|round|down|straight)\b|\b(?:transfer|connect|conference|patch)(?:r?ing)? (?:you|your call|this|the call)\b|\b(?:speak|talk|chat) (?:to|with) (?!me\b|you\b)|\ba word with\b|\bon the (?:line|phone) with\b/iu,
};
/** Leaves it to the customer. */
const ASKS: Record<Language, RegExp> = {
  zh: /[?？吗]|(?<![那什怎这要])么|看呢|呢(?=\s*(?:[?？。!！]|$))|好[吧伐不嘛]|行[不吧]|成不|可不可以|愿不愿|方不方便|同意.{0,4}(?:我就|的话)|介意|中不中|要得不/u,
  en: /[?]|\bif (?:that|it)(?:'s| is|’s)|\bif you(?:'re|’re| are|'ve|’ve| have|'d|’d)?\b.{0,30}(?:happy|ok|okay|all right|minute|like|want|mind|agree)|\b(?:would|do|are|can|could|may|shall|mind)\b[^.]*$/iu,
};
/** What may be a yes, for a question that may have been one. */
const AGREES: Record<Language, RegExp> = {
  zh: /好|行|可以|方便|同意|愿意|有空|成|中[,，。!！]|要得|谢|就现在|接吧|转吧|接过|你接|没问题|对|嗯|麻烦/u,
  en: /\b(?:yes|yeah|yep|yup|aye|sure|ok|okay|fine|please|go ahead|go on|do|i would|i'd|lovely|grand|great|all right|alright|can|agreeable|don'?t mind|no problem|of course|perfect|course|suppose|thanks?|if (?:he|she|they|you)|put (?:her|him|them|me)|love|why not|by all means|no (?:ma'am|sir))\b/iu,
};
const OBJECTS: Record<Language, RegExp> = {
  zh: /^(?:啊|哎|喂|咋|什么|谁|等|不)[^好]{0,6}[?？，,]|换人|^我还/u,
  en: /^(?:wait|what|huh|oh!? is|through to who|sorry,|hang on|no\b(?! (?:ma'am|sir|problem)))/iu,
};
/** A plain yes to a plain question, which a person need not look at. What is said besides may take it back. */
const PLAIN: Record<Language, Record<'asks' | 'yes' | 'besides', RegExp>> = {
  zh: {
    asks: ASKS.zh,
    yes: /^(?:[嗯啊哦噢哎唉诶那就太我您你\s，,。!！])*(?:好(?![烦麻久慢多难累远奇贵])|行|可以|方便|同意|愿意|有空|现在吧|成|中[，,。!！]|要得|[转接拨连切](?:吧|过))/u,
    besides:
      /[不别没未无甭莫勿免拒唔冇?？]|[好行成可以]了[，,]|算了|何必|但|可是|自己|直接|先|再说|还是|改天|回头|考虑|商量|凭|干嘛|为[啥什何]|等等|等一?下/u,
  },
  en: {
    asks: /[?]|\bif (?:that|it)\b|\bif you\b|\b(?:would|do|are|can|could|may|shall) (?:you|i|we|that|it|this)\b|\bmind\b/iu,
    yes: /\b(?:yes|yeah|yep|yup|aye|go ahead|please do|by all means|put (?:her|him|them|me) (?:on|through))\b|^(?:(?:oh|ah|er|um|well|and|right)\b|[\s,.!])*(?:sure|ok|okay|fine|please[.!]|go on|i would|i'd love|that would be|that'd be|lovely|grand|great|all right|alright|of course|perfect|agreeable|do\b(?! (?:i|you)\b))/iu,
    besides:
      /\b(?:no|nope|nah|not|never|none|neither|nor|without|cannot|dont|cant|wont|rather|prefer|instead|refuse|stop|leave|forget|hang on|hold on|wait|but|later|first|already|just|yourself|myself)\b|n['’]t\b|[?]/iu,
  },
};
/** Words of a customer who does not want to be put through. */
const REFUSES: Record<Language, RegExp> = {
  zh: /(?<![好行可要是愿同方])(?:不要(?!紧)|不用(?![谢客])|不必|不想|不愿|不同意|不肯|不[行成](?:[，,。!！]|$)|不可以|不方便|不好[，,。!！]|不转|不接|不了|别(?:转|给我|再|把我|麻烦|推|接)|甭|莫(?:转|要|把)|唔(?:好|使|要|想)|没空|没时间|算了|免了|拒绝|先不|(?:我|还是)自己|你(?:直接|就)(?:给我|帮我)?(?:办|说|处理|查))/u,
  en: /\b(?:rather (?:not|you|stay|speak|deal|keep|do)|(?:please )?don['’]?t (?:transfer|put|send|pass|connect|want|need|bother|think so|you|hand|be)|please don['’]?t|do not (?:transfer|put|send|pass|want)|not (?:now|today|again|keen|happy|interested|comfortable|really|a chance|likely)|(?:absolutely|certainly|definitely|of course) not|no (?:way|chance|thank)|(?:can|could)(?:n['’]?t| not)? you (?:just|not|do|tell|deal|sort)|leave it|forget it|never ?mind|i refuse|prefer (?:not|to|you)|you (?:do|deal with|sort) it)\b/iu,
};
/** A bare no, unless the question was whether they mind. */
const BARE_NO: Record<Language, RegExp> = {
  zh: /^(?:[嗯啊哦噢哎唉诶那\s，,])*(?:不|别|不要|不行)[，,。!！]/u,
  en: /^(?:(?:oh|er|um|well|ah|sorry|god|look|listen)[\s,.!]+)*(?:no|nope|nah|naw)\b(?!,? (?:problem|worries|bother|trouble|objection|ma['’]am|sir|not at all|that['’]?s (?:fine|ok|okay|grand|great|all right|alright)|go (?:ahead|on)|i don['’]?t mind|of course))/iu,
};
const MINDS: Record<Language, RegExp> = { zh: /介意|不方便/u, en: /\bmind\b|\bobjections?\b/iu };
/** Another person, or a way to them: a question about that near the end may be the one that was looked for. */
const OTHERS: Record<Language, RegExp> = {
  zh: /转|接|电话|同事|部|科|室|中心|师傅|老师|经理|[他她]/u,
  en: /\b(?:you|your)\b.{0,60}\b(?:colleague|department|team|desk|office|line|he|she|they|him|her|them|who|call|phone|someone|somebody|over|through)\b|\b(?:transfer|connect|through|over to)\b/iu,
};
const SENTENCE = /[^.。!！?？]+[.。!！?？]*/gu;
const STOPS = /[.。!！?？]/gu;
/** Where the matter is not known yet no one is put through. */
const MATTER_FROM = 2;
const LAST_TURNS = 7;

const mayAgree = (answer: Turn | undefined, language: Language): boolean =>
  answer?.speaker === 'customer' && AGREES[language].test(answer.text) && !OBJECTS[language].test(answer.text);

/** From the sentence that moves the customer on, the turn asks. */
function asksToMove(text: string, language: Language): boolean {
  const move = MOVES[language].exec(text);
  if (!move) return false;
  const from = [...text.slice(0, move.index).matchAll(STOPS)].at(-1)?.index ?? -1;
  return ASKS[language].test(text.slice(from + 1));
}

/** All that the customer says before the agent speaks again. */
function answerTo({ turns }: HeardCall, { index }: Turn): Turn[] {
  const next = turns.findIndex((one) => one.index > index && one.speaker !== 'customer');
  return turns.slice(index + 1, next < 0 ? undefined : next);
}

/** One sentence moves the customer on and asks, and all that is said before the agent speaks again is a plain yes. */
function isGranted(call: HeardCall, turn: Turn): boolean {
  const { language } = call.transcript;
  const { asks, yes, besides } = PLAIN[language];
  const sentences = turn.text.match(SENTENCE) ?? [];
  if (!sentences.some((one) => MOVES[language].test(one) && asks.test(one))) return false;
  const said = answerTo(call, turn)
    .map(({ text }) => text)
    .join(' ');
  return yes.test(said) && !besides.test(said);
}

/**
 * Where the customer says no to being put through and is not asked again with a yes. Lists hear the question and not its answer, so what they call
 * met is for a person then, with acts and without.
 */
export function refusedIn(call: HeardCall): Turn | null {
  const { language } = call.transcript;
  const moving = new Set(call.hear(WORDS_OF_A_TRANSFER).map(({ turn }) => turn));
  const moves = call.turns.filter(
    ({ index, speaker, text }) => speaker === 'agent' && (MOVES[language].test(text) || moving.has(index)),
  );
  const refusals = moves.flatMap((turn) => {
    const noIsYes = MINDS[language].test(turn.text);
    return answerTo(call, turn).filter(
      ({ text }) => REFUSES[language].test(text) || (!noIsYes && BARE_NO[language].test(text)),
    );
  });
  const last = refusals.at(-1);
  return last && !moves.some((turn) => turn.index > last.index && isGranted(call, turn)) ? last : null;
}

/** The turns in which the customer was asked before being put through; `granted` where the yes is plain. */
function askedIn(call: HeardCall): { granted: boolean; turn: Turn } | null {
  const { turns } = call;
  const { language } = call.transcript;
  const asked = turns.filter(
    ({ index, speaker, text }) =>
      speaker === 'agent' &&
      index >= MATTER_FROM &&
      turns[index + 1]?.speaker === 'customer' &&
      asksToMove(text, language),
  );
  const granted = asked.find((turn) => isGranted(call, turn));
  if (granted) return { granted: true, turn: granted };
  const maybe =
    asked[0] ??
    turns.find(
      ({ index, speaker, text }) =>
        speaker === 'agent' &&
        index >= Math.max(MATTER_FROM, turns.length - LAST_TURNS) &&
        ASKS[language].test(text) &&
        OTHERS[language].test(text) &&
        mayAgree(turns[index + 1], language),
    );
  return maybe ? { granted: false, turn: maybe } : null;
}

/** Where the agent says to whom the call goes and why: consent is one half of the item, and this the other. */
const ANNOUNCED: Query = {
  lookFor: ['transfer_announced'],
  speaker: 'agent',
  zone: 'anywhere',
  atStart: false,
  notWithin: [],
};

/** A section or a person; 部 and 处 of 全部, 处理 and 好处 are none. */
const WHOM_ZH =
  /(?<![全一局大内外头脚这那两三几])部(?!分|位|署|件|落)|(?<![本百学])科(?!学|技|目)|(?<![卧浴教居温地])室(?![内外温])|(?<!市)中心|组(?![合装织成])|(?<!一)股(?![票份])|(?<![好坏到各何用远近长短害益难四别随相])处(?=[,，、。?？吧的长去来管给办]|那边|那儿|那里|$)|同事|师傅|老师|经理|专员|主管|主任|工程师|柜台|窗口|医生|护士|专家|顾问|(?<![我们本])客服(?!这)|前台|(?:技术|财务|售后)(?!问题|上的?)/u;
/** What another does: said after who does it. */
const DOES_ZH =
  /处理(?![不过])|办(?![不法公])|查(?!不)|解决(?!不)|(?<!(?<![跟和给帮替为])[您你])[看说]|修|弄|算|讲|谈|聊|答|解释|沟通|做|建|问|安排|审|批|退|改|开/u;
const DOES_EN =
  'help|tell|sort|fix|look|check|see|do|deal|handle|explain|answer|arrange|book|change|issue|set|give|approve|decide|confirm|find|process|cancel|refund|advise|talk|walk|sign|release|order|waive|reverse|repair|get|make|sell|quote|show|assist|send|upload|load|print|read|measure|reset|unlock|open|close|add|remove|offer|replace|swap|post|pull|take care|take (?:it|this|that) (?:on|from)|go (?:through|over)';
/** The opening words of a sentence that are no name, though they are written like one. */
const NO_NAME =
  'I|You|He|She|It|We|They|This|That|These|Those|There|Here|What|Which|Who|How|When|Where|Why|Everything|Everyone|Nothing|Something|Someone|Anything|Anyone|One|None|All|Some|Any|Each|Every|Another|Other|The|An?|My|Our|Your|His|Her|Its|Their|And|But|So|Or|If|As|Then|Now|Not|No|Yes|Yeah|Ok|Okay|Right|Well|Sure|Just|Only|Still|Also|Please|Sorry|Thanks?|Thank|Hold|Hang|Come|Go|Wait|Stay|Look|Listen|Log|Bear|Carry|Keep|Straight|Back|Can|Could|Would|Will|Shall|May|Do|Does|Is|Are|For|From|In|On|At|To|With|By|Time|Help|Transfer|Transferring|Putting|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Tomorrow';

/** To whom, and what they do about it: told in the question or in the agent's words right before. That the agent can or will put them through is no reason. */
const TOLD: Record<Language, Record<'whom' | 'why', RegExp>> = {
  zh: {
    whom: WHOM_ZH,
    why: new RegExp(
      [
        '归(?!还)|(?<!不)负责(?!人)|专门|(?<![不尽主保])管(?![不道家理])|(?<!不(?:太|大|是很)?|[说看听搞问])清楚|才[能行有]|(?<!没有?|无)权限|(?<![自理])由(?!于)|(?<![您你](?:自己)?)决定|定夺',
        `(?:${WHOM_ZH.source}|(?<![跟和与向])[他她]|专人|(?<![您你])那边|[让请叫由](?![您你我]))[^,，。!！?？;；]{0,12}?(?:${DOES_ZH.source})`,
      ].join('|'),
      'u',
    ),
  },
  en: {
    whom: new RegExp(
      [
        String.raw`\b(?:[Oo]ur|[Tt]he|[Mm]y|[Yy]our|[Aa])\s(?:[\w'’-]+\s){0,4}(?:team|desk|department|dept|section|office|officer|specialist|specialists|manager|staff|queue|attorneys?|lawyers?|person|people|counter|centre|center|colleagues?|supervisor|advis[eo]r|engineer|nurse|doctor|unit|branch|lad|lads|fella|guy|lady|girl|gal|expert|technician|foreman|accounts|billing|claims|sales|support)\b`,
        String.raw`(?<=[a-z,;] )\b(?!(?:${NO_NAME})\b)[A-Z][a-z]+ (?:is|on|does|has)\b`,
        String.raw`\b(?!(?:${NO_NAME})\b)[A-Z][a-z]+ (?:in|at|from|looks|handles|deals|who|knows|can|could|will)\b`,
      ].join('|'),
      'u',
    ),
    why: new RegExp(
      [
        String.raw`\b(?:decides?|deals? wi(?:th)?|handles?|looks? (?:after|into|at)|prepares?|knows|(?:they|who|people|team|lads) know|because|since)\b`,
        String.raw`(?<!\b(?:I|you|we)(?: just| do| will|['’]ll)? )\b(?:has|have) to\b`,
        String.raw`(?:(?<!\b(?:I|we|you|it|this|that|there)(?: just| only| really| also| now)? )\b(?:can|could|will|would)|\b(?:they|he|she|who)['’]ll|\b(?:person|people|team|one|someone|desk|department|office) that (?:can|could|will|would)) (?!(?:I|we|you|it|that|this)\b)(?:\w+ )?(?:${DOES_EN})\b`,
        String.raw`\b(?:he|she|they) (?:does|do|holds?|keeps?|sorts?|runs?|books?|makes?|looks?)\b|(?<!\b(?:how|what|when|where|why) )(?<=[\w,] )does (?:the|that|this|all|those|these|our)\b(?! (?:suit|sound|work|do|make|help|seem)\b)`,
        String.raw`(?<=\b(?:him|her|them|desk|team) )for (?:the|your|an?)\b(?! (?:moment|second|minute|bit|while))`,
        String.raw`\bwho (?:looks?|deals?|does?|knows?|handles?|has|have|sorts?|fix(?:es)?|runs?|sees?|makes?|signs?)\b`,
        String.raw`\bso (?:that )?(?:they|he|she|y['’]all|you (?:can|do|don|won|are|get|know|have))\b`,
        String.raw`(?<!\b(?:thanks?|you|sorry|hold|wait|ask(?:ed)?)(?: so much| very much| a lot)? )\bfor (?:that|this|him|her|it)\b(?! (?:call|line|moment|second|minute))`,
        String.raw`\bto (?:get|sort|sign|fix|book|arrange|change|check|set|take|go)\b(?! (?:you|this call|your call|the call|through|over|across|on)\b)`,
      ].join('|'),
      'iu',
    ),
  },
};
/** Who is put on, and why, is told in the turn that asks or in the one before. */
function isTold({ turns, transcript: { language } }: HeardCall, { index }: Turn): boolean {
  const said = turns.filter((one) => one.speaker === 'agent' && (one.index === index || one.index === index - 2));
  const text = said.map((one) => one.text).join(' ');
  return TOLD[language].whom.test(text) && TOLD[language].why.test(text);
}

const WORDS_OF_A_TRANSFER: Query = { ...ANNOUNCED, lookFor: ['transfer_announced', 'transfer_asked'] };

/** Whether words may have asked, for calls without acts: lists alone would accuse nearly everyone who asked. */
export const mayHaveAsked = (call: HeardCall): boolean => askedIn(call) !== null;

/**
 * The customer was asked before being put through, and agreed. No list has the ways of asking; that there was a question about another person, and
 * a yes to it, is seen in any of them. Where the yes is not plain, the question may have been one, or no purpose was heard, a person looks.
 */
export const transferConsent: Course = (acts: CallActs, call) => {
  const asked = askedIn(call);
  if (!asked) return null;
  const sentences = acts.sentences.filter(({ turn }) => turn === asked.turn.index).slice(0, 2);
  const agreed = asked.granted && !refusedIn(call);
  return fine('hands_over', sentences, agreed && (isTold(call, asked.turn) || call.hear(ANNOUNCED).length > 0));
};
