import type { Language } from '#contracts';

interface Sign {
  heard: RegExp;
  /** For the agent; below nought for the customer. */
  points: number;
}

/**
 * What agents say and customers do not, and the other way round. Counted on 326 dialogues that people wrote or transcribed (181 Mandarin, 145
 * English): by these points neither was taken for the other.
 */
export const SIGNS: Readonly<Record<Language, readonly Sign[]>> = {
  zh: [
    {
      heard: /(?:可以|能)(?:帮|为)(?:到|助)?您|帮到您|为您(?:服务|效劳)|(?:需要|有)什么(?:可以|能)?(?:帮|为您)/,
      points: 2,
    },
    { heard: /工号|(?:通话|电话)[^。]{0,6}录音|核[实对][^。]{0,8}(?:身份|信息)/, points: 2 },
    { heard: /(?:感谢|谢谢)您的(?:来电|支持|理解|反馈)|祝您|还有(?:什么|其他)[^。]{0,8}(?:帮|吗)/, points: 2 },
    { heard: /(?:为|帮|给)您(?:查|办|处理|登记|反映|反馈|转|核实|申请|安排|催|看)/, points: 2 },
    { heard: /请您?(?:稍等|放心|耐心|提供|留意|私信)|您(?:的)?(?:这边|订单号|手机号|问题)/, points: 1 },
    { heard: /(?:非常|很|深感|十分)抱歉|给您(?:带来|造成)|感谢您/, points: 1 },
    {
      heard: /我(?:想|要|需要)(?:查|问|咨询|退|换|办|投诉|取消)|我的(?:订单|卡|手机|账|快递|宽带|流量|钱)/,
      points: -1,
    },
    { heard: /你们/, points: -1 },
  ],
  en: [
    { heard: /(?:how|what) (?:can|may|could) (?:i|we) (?:help|assist|do for) you|how may i direct/i, points: 2 },
    {
      heard:
        /(?:call|line)s? (?:is|are|may be|will be) (?:being )?recorded|verify your|thank(?:s| you) for (?:calling|your call|choosing|contacting)/i,
      points: 2,
    },
    { heard: /(?:any|some)thing else (?:i|we|that i|you)|further assistance/i, points: 2 },
    {
      heard:
        /(?:can|could|may) i (?:have|get|please have) your|your (?:account|order|card|appointment|booking|request) (?:number|has|is|will)|(?:what'?s|what is|confirm|have) your (?:name|phone|account|address|e-?mail|number)/i,
      points: 2,
    },
    {
      heard:
        /(?:i'?d|i would|i'?ll|i will|we'?d) be (?:more than )?(?:happy|glad) to|\b(?:let me|i'?ll|i will|i can) (?:check|look|pull|transfer|order|schedule|place|go ahead|help)/i,
      points: 1,
    },
    { heard: /(?:sorry|apologi[sz]e) (?:for|to hear|about) (?:the|that|this|any|your)|inconvenience/i, points: 1 },
    {
      heard:
        /\bi (?:need|want|would like|lost|forgot|was calling|am calling) |\bi'?d like|\bi'?m calling|\bcan you (?:help|tell|check)/i,
      points: -1,
    },
    {
      heard:
        /\bmy (?:account|card|credit card|debit card|order|phone|bill|car|password|appointment|balance|check|savings|checking|service|number)\b/i,
      points: -1,
    },
  ],
};
