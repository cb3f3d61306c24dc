import { type Language } from '#contracts';
import { type LabelValue, type Labelled } from './labelled.js';

/**
 * What a list of a few words would say of each item: the least that a product of this kind has to beat. Written down once, from no dialogue;
 * nothing is tuned.
 */
interface Keywords {
  readonly agent: Record<Language, RegExp>;
  /** Heard means that the item is not met. */
  readonly against?: true;
  /** Only judged where the customer says one of these; else it does not apply. */
  readonly asked?: Record<Language, RegExp>;
}

const TROUBLE = {
  zh: /问题|投诉|坏|不能|没有|无法|不行|故障|错/,
  en: /problem|issue|complain|broken|not work|doesn't|can't|cannot|wrong|error|never/i,
};

const KEYWORDS: Readonly<Record<string, Keywords>> = {
  'greeting (salutation+offer)': {
    agent: { zh: /您好|你好|欢迎/, en: /hello|\bhi\b|good (morning|afternoon|evening)|thank you for/i },
  },
  'greeting.company': {
    agent: { zh: /公司|银行|客服|中心|旗舰店/, en: /\bbank\b|company|support|customer (care|service)/i },
  },
  'greeting.name': { agent: { zh: /工号|我是|我叫/, en: /my name is|this is|i am|i'm/i } },
  empathy: { agent: { zh: /抱歉|不好意思|对不起|理解/, en: /sorry|apolog|understand|inconvenience/i }, asked: TROUBLE },
  ownership: {
    agent: { zh: /没办法|无法|不能|不归|不知道/, en: /can't|cannot|unable|not possible|don't know/i },
    against: true,
  },
  sent_away: {
    agent: { zh: /联系商家|联系卖家|找别人|不归我们|自己/, en: /contact (the|your)|not our|yourself|elsewhere/i },
    against: true,
  },
  confirmation: { agent: { zh: /确认|核对|是吗|对吗/, en: /confirm|correct\?|is that right|so you/i } },
  further_help: { agent: { zh: /还有|其他|别的/, en: /anything else|something else|further/i } },
  closing: { agent: { zh: /再见|拜拜|感谢|祝您/, en: /bye|thank you for|have a (great|nice|good)/i } },
  prohibited: { agent: { zh: /不知道|烦|废话|你自己/, en: /stupid|shut up|your fault|calm down/i }, against: true },
};

/** Of an item named in the table; null where the list has no words for it. */
export function byKeywords(item: string, { language, turns }: Labelled): LabelValue | null {
  const words = KEYWORDS[item];
  if (!words) return null;
  const said = (speaker: 'agent' | 'customer', pattern: RegExp): boolean =>
    turns.some((turn) => turn.speaker === speaker && pattern.test(turn.text));
  if (words.asked && !said('customer', words.asked[language])) return 'not_applicable';
  return said('agent', words.agent[language]) === !words.against ? 'met' : 'not_met';
}
