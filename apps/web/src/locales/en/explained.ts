import type { Translated } from '../translated.js';
import type * as zh from '../zh/explained.js';
import { ofCalls } from './explained-call.js';

export const why: Translated<typeof zh.why> = {
  what: 'What it is',
  from: 'Counted from',
  not: 'What it cannot tell',
  rule: 'By which rule',
  byClause: 'Policy clause ',
  guide: 'Read more in the guide',
};

export const explained: Translated<typeof zh.explained> = {
  ...ofCalls,
  calls: {
    what: 'How many calls began in the period.',
    from: 'Calls that you may see and that pass the filters above. Each counts once in a group; one that was handed on counts in both teams.',
    not: 'Teams can add up to more than the whole.',
  },
  rings: {
    what: 'The share of inbound calls that were answered before the fourth ring in every leg.',
    from: 'Inbound calls whose ring time is known, with how many and the 95% interval; the late ones open beside it.',
    not: 'Calls without a ring time are left out, and so is the time in the queue.',
    rule: 'Answered within three rings: policy clauses P1 §4.1 and P2 §2.1.',
  },
  service: {
    what: 'What became of calls that came in: answered, abandoned, missed; how long callers waited, and how long calls were handled.',
    from: 'Records of the telephone system, also of calls without a recording; of other calls, what came with the upload.',
    not: 'Outbound and internal calls, calls that only reached a menu, and after-call work are left out. Unknown values are shown separately and do not count as zero.',
  },
  scored: {
    what: 'How many calls have a score that counts.',
    from: 'A decision on a dispute, a published review, or a trusted automatic score.',
    not: 'Scores that do not count are left out, for example when too little could be judged. The list of calls shows all of them.',
  },
  meanPoints: {
    what: 'The mean share of points: points of each call by the most it could get, then the mean.',
    from: 'Scores that count and give a total, with n and a 95% interval (Wilson’s, rather too wide than too narrow). One call has no interval.',
    not: 'Some of these calls were chosen for their risk, so that single agents are not listed and all calls may come out otherwise. Where intervals overlap, a difference may be chance.',
    rule: 'No ranking where intervals overlap.',
  },
  critical: {
    what: 'How many calls have a critical item that was not met.',
    from: 'By the score that counts, without items that are not yet trusted.',
    not: 'It has no interval and so puts people in no order. A team with more calls has more of them.',
  },
  abstained: {
    what: 'How many calls have an item that the score leaves open.',
    from: 'Scores that do not count are among them. A call with several such items counts once.',
    not: 'It mostly says that sound, words or phone facts were too little, not that the agent did badly.',
  },
  itemOutcome: {
    what: 'Of this item or clause, how many calls came out met, not met, not judged and not applicable.',
    from: 'Met, not met and not applicable by the score that counts; not judged also by scores that do not.',
    not: 'Automatic results of items that are not yet trusted are included; they say little about an agent.',
  },
  metShare: {
    what: 'Of the calls that could be judged, the share that met it.',
    from: 'Of calls that met or missed the item, with how many and the 95% interval.',
    not: 'Not applicable and not judged are left out. With few calls, a difference may be chance.',
  },
  trend: {
    what: 'The measure that you chose, for each day or week.',
    from: 'By the day on which a call began, by the company’s clock, with the filters above. The bars are 95% intervals.',
    not: 'Of two days whose intervals overlap it cannot be told which was better.',
  },
  hours: {
    what: 'The measure that you chose by day of the week and hour: the stronger the shade, the greater.',
    from: 'By when calls began, by the company’s clock; calls of one cell are taken together, and its number opens them.',
    not: 'Shades compare the cells of this table alone. An empty cell is not 0: there was no call, or none that can be counted.',
  },
  progress: {
    what: 'How far reviews of drawn calls are.',
    from: 'Draws whose period ended in this time. Drawn is the sum of completed, in review, to be taken, replaced and destroyed; overdue is a part of what is open.',
    not: 'A fast review is not necessarily an accurate one, so rows are not ordered by speed.',
  },
  alertLines: {
    what: 'With so many calls with a critical item not met, or a share within three rings below the line, supervisors and quality managers are told of a team’s day.',
    from: 'Counted when the day has ended (for three rings, six hours later). One notification per day, team and figure. An empty field means no alert.',
    not: 'Your company drew the line. Passing it does not say whose fault it is.',
  },
  waiting: {
    what: 'What waits for you, a tile for each kind.',
    from: 'As many as the list that it opens has for you to act on. With a plus sign there are more than were counted.',
    not: 'Neither how long it takes nor what is most urgent; what is overdue is said beside it.',
  },
  moments: {
    what: 'The items that cost most points, one of each call, critical ones first.',
    from: 'Agents see their own of 7 days; others the last day before today that has scored calls. By scores that count, without items that are not yet trusted.',
    not: 'No person has looked at automatic ones: listen before you talk about it. One moment does not describe a person.',
  },
  unreviewed: {
    what: 'Agents with scored calls this week of whom no person has reviewed a call since Monday, an older one included.',
    from: 'Since Monday, in the teams that you see. The last review is looked for half a year back.',
    not: 'That an agent was not reviewed says nothing about the agent.',
  },
  overturned: {
    what: 'Of automatic results that people answered, how many they changed.',
    from: 'Published answers of the last 30 days, by item; what the machine had not judged is left out.',
    not: 'People choose what they answer, so that this is not the machine’s share of errors: “How far items are trusted” has that.',
  },
  listened: {
    what: 'How long another person listened to your call.',
    from: 'Plays of the last two weeks, by the stretches that were really heard. A confidential request has no name.',
    not: 'Not what they thought. Why they listened is said as the purpose.',
  },
  chain: {
    what: 'Up to which entry the journal is signed, and how many wait for it.',
    from: 'Entries are chained in order and signed about every 2 s.',
    not: 'The screen cannot prove that nothing was changed: check the journal against a head that you keep elsewhere.',
  },
  promises: {
    what: 'How many promises are in each group.',
    from: 'Yours and those of your teams. “To do today” is the sum of overdue, due today and without a time.',
    not: 'They were recognised automatically and can be missed or misheard. One without a time never becomes overdue.',
    rule: 'A promise has a time: policy clauses P2 §3.1 and §3.3.',
  },
  trustKappa: {
    what: 'Kappa: how far automatic judgements agree with people beyond chance. 1 is complete, 0 is chance.',
    from: 'For each item, language and engine, from as many as “Rests on” says, with its 95% interval; the bar marks the target.',
    not: 'Where one side gave one answer only it cannot be told. It does not say whether a single call was judged rightly.',
    rule: 'Below its target an item is not yet trusted and gives no points on new scores.',
  },
  trustBasis: {
    what: 'What kappa rests on, and how many.',
    from: 'Your blind reviews of random draws, once there are enough of them; until then the product’s own written conversations. Calls drawn by risk do not count.',
    not: 'No recogniser heard the product’s own: calls may come out worse.',
  },
  trustAccused: {
    what: 'Of what was automatically called not met, how much people called so too.',
    from: 'Blind reviews in which a person could tell, with the 95% interval; without them, the product’s own measure.',
    not: 'Not how many that should have been called not met were missed.',
    rule: 'Accusing a person wrongly is worse than not knowing: look at the wrong ones before you lower a target.',
  },
  trustAbstained: {
    what: 'How often the automatic score did not judge and left it to people.',
    from: 'Of the calls that were reviewed blind in that time, or of the product’s own conversations.',
    not: 'Much left to people is no error: it says honestly that it does not know.',
  },
  trustTarget: {
    what: 'What kappa an item needs, and how many blind reviews, to be trusted.',
    from: 'For the whole company and for new scores; those that are there stay, and the journal has each change.',
    not: 'With a lower target more items give points, and more of them wrongly.',
  },
  agreement: {
    what: 'The share of a reviewer’s own answers that were the decision of the calibration.',
    from: 'Calibrations closed in the last months, with how many and the 95% interval; without answers in which either could not tell, and those of the person who decided. Below 20 there is no share.',
    not: 'Items of one call depend on each other, so that true intervals are wider. Where they overlap no difference is seen, and there is no rank.',
  },
  agreementKappa: {
    what: 'How far a reviewer agrees with decisions beyond chance: 1 is complete, 0 is chance.',
    from: 'The same answers as the share beside it, with the 95% interval.',
    not: 'Of a person who gave one answer only it cannot be told.',
  },
  submitted: {
    what: 'How many of the reviewers have submitted.',
    from: 'What is saved and not submitted does not count.',
    not: 'Not how others judged: before they submit, reviewers see nothing of each other.',
  },
  draws: {
    what: 'Of the calls that were drawn, how many were reviewed, are overdue, or lost their sound before.',
    from: 'The latest draw. Overdue is what is open after the days that the plan allows; what was not drawn is said apart.',
    not: 'Not how good the reviews are.',
  },
  seed: {
    what: 'The fingerprint (SHA-256) of the draw’s random seed, in the journal before the period began.',
    from: 'The seed is published when the period is over. With it anyone can draw again and see that nothing was picked by hand.',
    not: 'The seed cannot be told from its fingerprint, so that it is not known beforehand which calls will be drawn.',
  },
  toJudge: {
    what: 'Scores with items that the machine left to a person, the longest wait first.',
    from: 'Calls that you may judge; without items for which the phone system gave no fact, because people cannot tell either.',
    not: 'A long wait does not mean that something is wrong with the call.',
  },
  drawnDue: {
    what: 'How many drawn calls wait for a review, and how many are overdue.',
    from: 'As chosen beside it: yours, those to be taken, or all. Due is the day of the draw and the days that the plan allows.',
    not: 'Not how long a review takes.',
  },
  reviewTime: {
    what: 'The time that the review in the middle took.',
    from: 'Reviews published in the last 30 days; only while the page was in front and its reader did something or listened. More than a minute without a sign is left out.',
    not: 'A quick review is not a better one: it is by staff number and not ranked.',
  },
  sampledMean: {
    what: 'The mean share of points of an agent.',
    from: 'Calls of the last 90 days that were drawn at random and reviewed by a person, with n and a 95% interval (Wilson’s). Plans by risk, queue or outcome, or for some teams, clients or languages, do not count.',
    not: 'Where intervals overlap it cannot be told who is better, so there is no rank. Calls not yet reviewed are not in it.',
  },
  goals: {
    what: 'In what share of calls the goal was met, before it was set and since.',
    from: 'The agent’s calls in this team, with how many and the 95% interval; below 10 calls nothing is said. Items that are not yet trusted do not count.',
    not: 'Where intervals overlap no change is seen, and a change need not come from the coaching.',
  },
  coachingDue: {
    what: 'How many moments a session has, how many goals are due, and how many calls the agent is to score.',
    from: 'What is in this session, and nothing else.',
    not: 'Coaching changes no score.',
  },
  kept: {
    what: 'How long recordings are kept, from the day of the call.',
    from: 'The rule with the most conditions wins; of equal ones, the one that names outcome, then purpose, queue, client, direction. The last day is kept whole, by the company’s clock.',
    not: 'The days of grace come on top, and a legal hold keeps a recording longer.',
    rule: 'The version that one person proposed and another published; a published one never changes.',
  },
  retentionTrial: {
    what: 'How many recordings would fall due earlier, later or at once.',
    from: 'All recordings that are kept now, by the schedule in force and by the new one; those under a hold are counted apart.',
    not: 'Calls that are still to come are not in it. What falls due at once is destroyed for good when the grace is over.',
  },
  consentTrial: {
    what: 'How many calls these rules would record instead, leave out instead, or decide in the same way.',
    from: 'Calls that began in the period, the newest 50,000 at most; each is judged by what was last said about consent, once by the rules in force and once by these.',
    not: 'It looks at past calls alone and changes none. Where consent was not required and the ground was not kept, it cannot tell.',
    rule: 'Rules are tried before they are proposed and published; what was found is kept with the version.',
  },
  destructions: {
    what: 'How many recordings are due within 30 days, in the days of grace, under way, kept by a hold, and destroyed.',
    from: 'All recordings that you may see; looked at every minute.',
    not: 'A destruction that has begun cannot be stopped. Of what is destroyed, certificate, phone facts and scores are left.',
    rule: 'By the published schedule, or by an erasure that two people agreed to.',
  },
  held: {
    what: 'How many calls this hold covers.',
    from: 'Calls that it lists or that fit its rule, also those that came later.',
    not: 'Recordings whose destruction had already started are not protected by the hold.',
    rule: 'One person asks for the release, and another, a legal approver, agrees.',
  },
  oldestDue: {
    what: 'How long the oldest work that is due has waited.',
    from: 'All background work that is due and not done, in the database; read every 10 s.',
    not: 'Waiting is not lost: the database has it, and it goes on as soon as a worker runs.',
  },
  stages: {
    what: 'How many calls are at each step of processing.',
    from: 'All calls that the system knows; each is at one step.',
    not: '0 is neither good nor bad. What is stuck is listed above with its reason.',
  },
  jobs: {
    what: 'Of each kind of background work, how much is due, running, tried again, failed, and was done in the last hour.',
    from: 'By the database, read every 10 s.',
    not: 'What is tried again mostly comes right without you; what failed needs a person.',
  },
  storage: {
    what: 'How many objects of each kind are kept, and how large they are.',
    from: 'Objects and sizes as the database has them, without second copies.',
    not: 'It does not show disk usage or free space; see “Dependencies” for free space.',
  },
  weight: {
    what: 'How many points this item has in the checklist.',
    from: 'Set by the people who wrote the checklist; it does not change once it is published.',
    not: 'It compares with other items of the same checklist alone; a sum of 100 is not needed.',
  },
  backTestPoints: {
    what: 'How many calls would gain or lose points, get some for the first time, or have none any more.',
    from: 'Calls of the back-test with points before and after: the score that counts beside that of the draft. Means are shares of the most that was possible.',
    not: 'Calls without points are not compared. Other weights move points without turning any result.',
  },
  backTestAgreement: {
    what: 'How far the draft judges as people did: 1 is always, 0 is no better than chance.',
    from: 'Items of the back-test that people had judged; in brackets is the 95 % interval.',
    not: 'Few judgements of people make a wide interval, which says little. What the draft left open is not in it.',
  },
  grantUse: {
    what: 'How often something was played and read under this grant, and by how many people.',
    from: 'Each opening of sound or words counts once, passages shown by a search too; since the grant was published.',
    not: 'A playback is one, however long it lasted. Each single one is in the audit.',
  },
  usesLeft: {
    what: 'How often it can still be played or taken.',
    from: 'What was approved with the request, less what was opened; standing grants have no such number.',
    not: 'It ends with the last use, its date or a revocation, the first of these.',
  },
  packageTaken: {
    what: 'How often the package was taken, and how often it may be.',
    from: 'Each download counts when it begins; number and term were set by those who approved it.',
    not: 'A download that was cut off counts too. What is done with it outside is not known here.',
  },
  packageHolds: {
    what: 'How many recordings the package holds, and how large it is.',
    from: 'Recordings of the list that was frozen with the request; the size is that of the ZIP file.',
    not: 'What could not be put in, like a copy that may not be heard yet, is named in its manifest.',
  },
  unusual: {
    what: 'How many plays of the days that you chose there are, by how many people, and which are worth a look.',
    from: 'All plays opened in those days, beside the eight weeks before of each person; the rules are listed below.',
    not: 'It accuses no one and is not a score: the journal does not know every reason. Some rules cannot be applied to people with few earlier plays.',
  },
  recertified: {
    what: 'How many of the rights asked about are open, kept, to be taken away, taken away, or ended before they were answered.',
    from: 'Roles, standing grants, tokens, deputies and meanings of groups within your reach, as they were on the day on which the review began.',
    not: 'Permissions granted later are not included. A missing answer never removes a permission.',
  },
  backTest: {
    what: 'How many judgements of past calls this draft would change.',
    from: 'Scored calls of the days that you choose, at most as many as you say, judged again by the draft. No score changes by it.',
    not: 'Changed is not better: listen to the calls that flip. Calls to come may differ.',
  },
};
