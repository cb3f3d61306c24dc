import { commitmentPatterns, type CommitmentGrammar } from './commitment-grammar.js';

const WHO =
  '(?:i|we|they|he|she|someone|somebody|(?:(?:a|an|the|our|my|one of (?:our|my)|your) )(?:[a-z]+ ){0,4}?(?:team|colleague|colleagues|engineer|engineers|technician|technicians|manager|supervisor|specialist|department|office|advisor|adviser|driver|courier|plumber|electrician|agent|people|refund|payment|money|replacement|order|parcel|package|letter|card|credit))';
/** A person of the company will. */
const WILL = `\\b${WHO}(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'s going to| is going to| promise to| promise i'll| promise you i'll)\\b`;
const CAN = `\\b(?:i|we) can\\b(?!'?t|not)`;
const YOULL = "\\byou(?:'ll| will| should| are going to)\\b";
/** Up to a few words of the same sentence. */
const GAP = '[^.?!;\\n]{0,50}?\\b';

const promise = commitmentPatterns([WILL, CAN, YOULL]);
const CALL =
  '(?:(?:call|ring|phone|telephone) you(?: back)?|(?:call|ring|phone) back|give you (?:a |another )?(?:quick )?(?:call|ring|bell|buzz)(?: back)?|return your call|call (?:mr|mrs|ms|miss|dr)\\b[^.?!]{0,20} back)\\b';
const REPLY =
  '(?:get back to you|come back to you|let you know|reply to you|update you|give you an? (?:update|answer|reply)|be in touch|get in touch|(?:re)?contact you|reach out|follow up with you|keep you (?:posted|informed|updated)|inform you|notify you|tell you|confirm (?:it |that |this )?(?:to|with) you|have an? (?:answer|update|reply)[^.?!]{0,12}for you)\\b';
const SEND =
  '(?:(?:e-?mail|text|message|mail|post|send|ship|forward|fax)(?:ing)? (?:you|it|that|them|this|the|a|an|one|your|out|over)|dispatch|deliver|(?:be |get )(?:sent|shipped|dispatched|posted|delivered|emailed|mailed))\\b';
const REFUND =
  '(?:refund(?:ed)?|credit(?:ed)? (?:your|the|it|that|back|to)|reimburse|pay (?:you|it|that) back|return (?:the|your) money|give you (?:your|the) money back|issue (?:a|the|your) (?:refund|credit))\\b';
const VISIT =
  '(?:come (?:out|round|over|by|to (?:your|you))|visit(?: you)?|be (?:there|with you|at your)|call at your|send (?:someone|somebody|an engineer|a technician|a colleague|out an? \\w+)|arrive)\\b';
const HAND_OVER =
  '(?:pass (?:this|it|that|your \\w+|the \\w+|everything)(?: on| over| along)?(?: to)?|hand (?:this|it|that)(?: over)?(?: to)?|escalate|refer (?:this|it|your \\w+)|forward (?:this|it|your \\w+) to|raise (?:this|it|that|a ticket|a complaint)|report (?:this|it))\\b';
const CHECK =
  '(?:look into|investigate|find out|follow (?:this |that |it )?up|chase|get to the bottom of|track (?:it|this|that) down|double-check|check)\\b';
const SETTLE =
  '(?:sort (?:this|it|that|everything)(?: out)?|fix|resolve|take care of|get (?:this|it|that|everything) (?:done|fixed|sorted|resolved|set up)|have (?:this|it|that|everything) (?:done|fixed|sorted|resolved|ready)|process|replace|arrange|repair|restore)\\b';

/** How agents promise in English, after the policy (P2 2.1, 3.3). */
export const EN_COMMITMENTS: CommitmentGrammar = {
  patterns: [
    promise('call_back', `${WILL}${GAP}${CALL}`),
    promise('call_back', `${CAN}${GAP}${CALL}`, 'time'),
    promise('call_back', `${YOULL} (?:get|have|receive) (?:a|another) (?:call|phone call)(?: back)?`),
    promise('call_back', `\\bexpect (?:a|my|our) call\\b`),
    promise('reply', `${WILL}${GAP}${REPLY}`),
    promise('reply', `${CAN}${GAP}${REPLY}`, 'time'),
    promise(
      'reply',
      `${YOULL} (?:hear (?:back )?from|have an? (?:answer|update|reply)|get an? (?:answer|update|reply))`,
    ),
    promise('send', `${WILL}${GAP}${SEND}`),
    promise('send', `${CAN}${GAP}${SEND}`, 'time'),
    promise(
      'send',
      `${YOULL} (?:get|receive|have)${GAP}(?:e-?mail|text|letter|parcel|package|replacement|copy|card|form|confirmation)\\b`,
      'time',
    ),
    promise(
      'send',
      `\\b(?:it|that|this|they|(?:the|your)(?: [a-z]+){1,3}?)(?:'ll| will| should)${GAP}(?:be with you|reach you|get to you|be at your)\\b`,
      'time',
    ),
    promise('refund', `${WILL}${GAP}${REFUND}`),
    promise('refund', `${YOULL} (?:get|receive|have|see)${GAP}(?:refund|money|credit)\\b`, 'time'),
    promise(
      'refund',
      `\\b(?:refunds?|money|credit|payment)(?:'ll| will| should)${GAP}(?:arrive|reach|be (?:in|back|with|on|processed|issued|paid|credited)|show|appear|go (?:back|through))`,
      'time',
    ),
    promise('visit', `${WILL}${GAP}${VISIT}`),
    promise('hand_over', `${WILL}${GAP}${HAND_OVER}`),
    promise(
      'check',
      `${WILL}${GAP}(?:look into|investigate|follow (?:this |that |it )?up|chase|get to the bottom of)\\b(?! with you)`,
    ),
    promise('check', `${WILL}${GAP}${CHECK}`, 'time'),
    promise('settle', `${WILL}${GAP}${SETTLE}`, 'time'),
  ],
  hints: [
    /'ll\b|\bwill\b|\bshall\b|\bgoing to\b|\b(?:i|we) can\b|\bshould\b|\bexpect\b|\bpromise\b/,
    new RegExp(
      [
        'call|ring|phone|bell|buzz|back|know|reply|update|touch|contact|reach|follow|posted|inform|notify|tell|confirm|hear',
        'mail|text|message|sen[dt]|post|ship|forward|fax|dispatch|deliver|refund|credit|reimburse|pay|money|come|visit|be there',
        'be with|be at|arrive|pass|hand|escalate|refer|raise|report|look into|investigate|find out|chase|get|track|check|sort|fix',
        'resolve|take care|have|process|replace|arrange|repair|restore|letter|parcel|package|copy|card|form',
      ].join('|'),
    ),
  ],
  sentence: /[.?!;\n](?!\d|m\b)/,
  clause: /[,.?!;\n](?!\d|m\b)|\bbut\b/,
  refused:
    /(?:can'?t|cannot|can not|won'?t|don'?t|didn'?t|couldn'?t|not) (?:really )?(?:promise|guarantee|say|think|know|be sure|sure|certain)[^,]*$|\bno guarantee[^,]*$|\bif i (?:said|told)|\b(?:hoping|wish|hope|thought|said|told(?: you)?)(?: that)? *$|\b(?:why|when|how|whether)\b(?: \w+){0,2} *$/,
  refusedWithin: /\b(?:not|never|unable|won't|can't|n't|you'll have to|already)\b|n't\b/,
  done: /^(?!)/,
  conditional: /\b(?:if|unless|in case|should you|provided that|only when)\b/,
  conditionalAfter:
    /^[^.?!;\n]{0,40}?\b(?:if (?:anything|something|there|you|it (?:happens|changes|comes|goes)|we (?:need|find)|i (?:need|find|hear))|unless|in case)\b/,
  courtesy:
    /\bif (?:that'?s|that is|it'?s|it is|this is) (?:ok|okay|all right|alright|fine|convenient|good)(?: (?:with|for) you)?|\bif (?:that|it|this) (?:works|suits)(?: (?:for )?you)?|\bif you (?:don'?t mind|like|prefer|wish|agree)|\bif (?:i may|possible)/g,
  meanwhile:
    /(?<!\b(?:in|within) (?:just )?)\b(?:give me|(?:just )?(?:one|a|another)) (?:quick |just )?(?:(?:one|a|another) )?(?:second|sec|moment|minute|min)\b|\breal quick\b|\bbear with me\b|\b(?:hold|hang) on\b|\bhold the line\b|\bstay on the (?:line|phone)\b|\bwhile (?:you wait|you hold|i have you|we speak|we talk)\b|\b(?:right|just|straight) ?(?:away|now)\b|\bnow *(?:[.,!?;]|$)/,
  offer: /\b(?:would you like|do you want|shall|should|could|may|do you need)\b[^.?!]*$/,
  vague: /\b(?:as soon as (?:possible|we can|i can)|asap|shortly|soon|in due course|at (?:the|your) earliest)\b/,
  besideTime:
    /\b(?:by|before|at|on|in|within|from|after|around|about|roughly|it(?:'ll| will)? be|it(?:'s| is)|that(?:'ll| will)? be|that(?:'s| is)|it|that|will|should|would|be|probably|likely|maybe|hopefully|sometime|latest|the|no later than|i think|i(?:'d| would) say|let'?s say|say|then|yes|sure|certainly|of course|okay|ok|well|um|uh|so|and|sir|madam|please|at the)\b/g,
  mostBeside: 4,
  agreement:
    /^\s*(?:yes|sure|of course|okay|ok|certainly|absolutely|no problem|that works|fine|great|perfect|will do|right|all right|alright)\b/,
};
