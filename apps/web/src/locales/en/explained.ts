import type { Translated } from '../translated.js';
import type * as zh from '../zh/explained.js';
import { ofCalls } from './explained-call.js';

export const why: Translated<typeof zh.why> = {
  what: 'What it is',
  from: 'How it is counted',
  not: 'What it does not show',
  rule: 'Rule',
  byClause: 'Policy clause ',
  guide: 'Read more in the guide',
};

export const explained: Translated<typeof zh.explained> = {
  ...ofCalls,
  calls: {
    what: 'How many calls began in the period.',
    from: 'Calls that you may see and that match the filters above. Each counts once in a group; a transferred call counts in both teams.',
    not: 'The sum of the teams can exceed the total.',
  },
  rings: {
    what: 'The share of inbound calls that were answered before the fourth ring in every leg.',
    from: 'Inbound calls with a known ring time, with their number and the 95% interval; the link beside it opens the late ones.',
    not: 'Calls without a ring time are left out, and so is the time in the queue.',
    rule: 'Answered within three rings: policy clauses P1 §4.1 and P2 §2.1.',
  },
  service: {
    what: 'Results of inbound calls: answered, abandoned, missed; how long callers waited, and how long calls were handled.',
    from: 'Records of the telephone system, including calls without a recording; for other calls, the details sent with the upload.',
    not: 'Outbound and internal calls, calls that only reached a menu, and after-call work are left out. Unknown values are shown separately and do not count as zero.',
  },
  scored: {
    what: 'How many calls have a score that counts.',
    from: 'A decision on a dispute, a published review, or a trusted automatic score.',
    not: 'Scores that do not count are left out, for example when too little could be judged. The list of calls shows all of them.',
  },
  meanPoints: {
    what: 'The average share of points: the points of each call divided by its maximum, then averaged.',
    from: 'Scores that count and give a total, with n and a 95% interval (Wilson’s, rather too wide than too narrow). One call has no interval.',
    not: 'Some of these calls were chosen for their risk, so single agents are not listed, and the result for all calls may differ. Where intervals overlap, a difference may be chance.',
    rule: 'No ranking where intervals overlap.',
  },
  critical: {
    what: 'How many calls have a critical item that was not met.',
    from: 'From the score that counts, without items that are not yet trusted.',
    not: 'It has no interval, so people are not ranked by it. A team with more calls has more of them.',
  },
  abstained: {
    what: 'How many calls have an item that was not judged.',
    from: 'Scores that do not count are included. A call with several such items counts once.',
    not: 'It mostly means that audio, transcript or telephony facts were insufficient, not that the agent did badly.',
  },
  itemOutcome: {
    what: 'For this item or clause, how many calls were met, not met, not judged and not applicable.',
    from: 'Met, not met and not applicable come from the score that counts; not judged also from scores that do not.',
    not: 'Automatic results of items that are not yet trusted are included; they say little about an agent.',
  },
  metShare: {
    what: 'Of the calls that could be judged, the share that met it.',
    from: 'Calls that met or did not meet the item, with their number and the 95% interval.',
    not: 'Not applicable and not judged are left out. With few calls, a difference may be chance.',
  },
  trend: {
    what: 'The chosen measure for each day or week.',
    from: 'By the start day of calls in the company’s time zone, with the filters above. The bars are 95% intervals.',
    not: 'Where the intervals of two days overlap, neither can be called better.',
  },
  hours: {
    what: 'The chosen measure by day of the week and hour. A darker shade means a higher value.',
    from: 'By the start time of calls in the company’s time zone. Calls of one cell are counted together; click its number to open them.',
    not: 'Shades compare only the cells of this table. An empty cell is not 0: there were no calls, or none that can be counted.',
  },
  progress: {
    what: 'The progress of reviews of drawn calls.',
    from: 'Draws whose period ended in this time. Drawn is the sum of completed, in review, to be claimed, replaced and destroyed; overdue is part of the open ones.',
    not: 'A fast review is not necessarily an accurate one, so rows are not ordered by progress.',
  },
  alertLines: {
    what: 'When a team’s day has this many calls with an unmet critical item, or its share within three rings is below the threshold, supervisors and quality managers are notified.',
    from: 'Counted when the day has ended (for three rings, six hours later). One notification per day, team and figure. An empty field means no alert.',
    not: 'Your company set the threshold. Crossing it does not say whose fault it is.',
  },
  waiting: {
    what: 'Work that is waiting for you, one tile per kind.',
    from: 'The number of entries in the linked list that you can act on. A plus sign means that there are more than were counted.',
    not: 'It does not show how long the work takes or what is most urgent; overdue work is marked beside it.',
  },
  moments: {
    what: 'The items that cost the most points, one per call, critical items first.',
    from: 'Agents see their own of the last 7 days; others see the last day before today with scored calls. From scores that count, without items that are not yet trusted.',
    not: 'Automatic results have not been reviewed, so listen before you discuss them. One moment does not describe a person.',
  },
  unreviewed: {
    what: 'Agents with scored calls this week for whom no call, including older ones, has been reviewed since Monday.',
    from: 'Since Monday, in the teams that you see. The search for the last review goes back half a year.',
    not: 'A missing review says nothing about the agent.',
  },
  overturned: {
    what: 'How many of the automatic results that reviewers answered were changed.',
    from: 'Published answers of the last 30 days, by item; items that were not judged automatically are left out.',
    not: 'Reviewers choose what they answer, so this is not the automatic error rate; see “Reliability of items” for that.',
  },
  listened: {
    what: 'How long another person listened to your call.',
    from: 'Plays of the last two weeks, counting only the parts that were really played. A confidential request shows no name.',
    not: 'It does not show what they thought. The purpose says why they listened.',
  },
  chain: {
    what: 'The last signed entry of the journal, and how many entries are waiting for a signature.',
    from: 'Entries are chained in order and signed about every 2 s.',
    not: 'This page cannot prove that nothing was changed: check the journal against a head that you keep elsewhere.',
  },
  promises: {
    what: 'How many promises are in each group.',
    from: 'Yours and those of your teams. “To do today” is the sum of overdue, due today and without a time.',
    not: 'They were recognised automatically; some may be missing or wrong. A promise without a time never becomes overdue.',
    rule: 'A promise has a time: policy clauses P2 §3.1 and §3.3.',
  },
  trustKappa: {
    what: 'Kappa: agreement of automatic judgements with people beyond chance. 1 is complete agreement, 0 is chance.',
    from: 'For each item, language and engine, from the number given under “Based on”, with its 95% interval; the bar marks the target.',
    not: 'It is unknown if one side always gave the same answer. It does not say whether a single call was judged correctly.',
    rule: 'Below its target an item is not yet trusted and gives no points on new scores.',
  },
  trustBasis: {
    what: 'What kappa is based on, and how many cases.',
    from: 'Your blind reviews of random draws, once there are enough of them; until then the product’s own written conversations. Calls drawn by risk do not count.',
    not: 'The product’s own conversations did not go through speech recognition, so results on calls may be worse.',
  },
  trustAccused: {
    what: 'Of the automatic “not met” results, the share that reviewers judged “not met” too.',
    from: 'Blind reviews in which the reviewer could decide, with the 95% interval; without them, the product’s own measure.',
    not: 'It does not show how many “not met” cases were missed.',
    rule: 'Accusing a person wrongly is worse than not knowing: check the wrong results before you lower a target.',
  },
  trustAbstained: {
    what: 'How often the automatic score did not judge and left the item to a reviewer.',
    from: 'Calls that were reviewed blind in the same period or, without them, the product’s own conversations.',
    not: 'A high share is not an error: the system says honestly that it does not know.',
  },
  trustTarget: {
    what: 'The kappa and the number of blind reviews that an item needs to be trusted.',
    from: 'They apply to the whole company and to new scores; existing scores do not change, and each change is journalled.',
    not: 'With a lower target, more items give points and more of them are wrong.',
  },
  agreement: {
    what: 'The share of a reviewer’s own answers that match the decision of the calibration.',
    from: 'Calibrations closed in the last months, with the number and the 95% interval, without answers of “cannot tell” and those of the person who decided. Below 20 answers there is no share.',
    not: 'Items of one call depend on each other, so the true intervals are wider. Where intervals overlap, there is no visible difference and no rank.',
  },
  agreementKappa: {
    what: 'A reviewer’s agreement with decisions beyond chance: 1 is complete agreement, 0 is chance.',
    from: 'The same answers as the share beside it, with the 95% interval.',
    not: 'It is unknown for a reviewer who always gave the same answer.',
  },
  submitted: {
    what: 'How many of the reviewers have submitted.',
    from: 'Saved answers that are not submitted do not count.',
    not: 'It does not show how others judged: reviewers cannot see each other’s answers before they submit.',
  },
  draws: {
    what: 'How many of the drawn calls were reviewed, are overdue, or lost their recording before review.',
    from: 'The latest draw. Overdue calls are still open after the days that the plan allows; calls that were not drawn are shown separately.',
    not: 'It does not show the quality of the reviews.',
  },
  seed: {
    what: 'The fingerprint (SHA-256) of the draw’s random seed, journalled before the period started.',
    from: 'The seed is published when the period has ended. With it, anyone can repeat the draw and check that nothing was picked by hand.',
    not: 'The seed cannot be derived from its fingerprint, so no one knows beforehand which calls will be drawn.',
  },
  toJudge: {
    what: 'Scores with items that were left to a reviewer, the longest wait first.',
    from: 'Calls that you may judge, without items for which the telephone system gave no fact, because reviewers cannot judge those either.',
    not: 'A long wait does not mean that something is wrong with the call.',
  },
  drawnDue: {
    what: 'How many drawn calls are waiting for a review, and how many are overdue.',
    from: 'As chosen beside it: yours, those to be claimed, or all. The due date is the day of the draw plus the days that the plan allows.',
    not: 'It does not show how long a review takes.',
  },
  reviewTime: {
    what: 'The median time of a review.',
    from: 'Reviews published in the last 30 days; only time with the page in front and the reviewer active or listening. More than a minute without activity is left out.',
    not: 'A faster review is not a better one, so the list is by staff number and not ranked.',
  },
  sampledMean: {
    what: 'The average share of points of an agent.',
    from: 'Calls of the last 90 days that were drawn at random and reviewed by a person, with n and a 95% interval (Wilson’s). Plans by risk, queue or outcome, or for some teams, clients or languages, do not count.',
    not: 'Where intervals overlap, neither agent can be called better, so there is no rank. Calls not yet reviewed are not included.',
  },
  goals: {
    what: 'The share of calls that met the goal, before it was set and since.',
    from: 'The agent’s calls in this team, with their number and the 95% interval; below 10 calls there is no result. Items that are not yet trusted do not count.',
    not: 'Where intervals overlap, no change is visible, and a change is not necessarily due to the coaching.',
  },
  coachingDue: {
    what: 'How many moments a session has, how many goals are due, and how many calls the agent still has to score.',
    from: 'Only this session.',
    not: 'Coaching changes no score.',
  },
  kept: {
    what: 'How long recordings are kept, from the day of the call.',
    from: 'The rule with the most conditions wins; of equal ones, the one that names outcome, then purpose, queue, client, direction. The last day counts in full, in the company’s time zone.',
    not: 'The days of grace come on top, and a legal hold keeps a recording longer.',
    rule: 'The version that one person proposed and another published; a published version never changes.',
  },
  retentionTrial: {
    what: 'How many recordings would fall due earlier, later or at once.',
    from: 'All recordings that are kept now, by the schedule in force and by the new one; those under a hold are counted apart.',
    not: 'Future calls are not included. Recordings that fall due at once are destroyed permanently after the days of grace.',
  },
  consentTrial: {
    what: 'How many calls these rules would record instead, leave out instead, or decide in the same way.',
    from: 'Calls that began in the period, the newest 50,000 at most; each is judged from its latest consent statement, once with the rules in force and once with these.',
    not: 'It looks only at past calls and changes none. If consent was not required and the ground was not stored, the result is unknown.',
    rule: 'Rules are tried before they are proposed and published; the result is kept with the version.',
  },
  destructions: {
    what: 'How many recordings are due within 30 days, in the days of grace, being destroyed, kept by a hold, and destroyed.',
    from: 'All recordings that you may see; checked every minute.',
    not: 'A destruction that has started cannot be stopped. Certificate, telephony facts and scores of destroyed recordings are kept.',
    rule: 'By the published schedule, or by an erasure that two people approved.',
  },
  held: {
    what: 'How many calls this hold covers.',
    from: 'Calls that it lists or that match its rule, including later ones.',
    not: 'Recordings whose destruction had already started are not protected by the hold.',
    rule: 'One person requests the release, and another, a legal approver, approves it.',
  },
  oldestDue: {
    what: 'How long the oldest due work has been waiting.',
    from: 'All background work in the database that is due and not done; read every 10 s.',
    not: 'Waiting work is not lost: it is in the database and continues as soon as a worker runs.',
  },
  stages: {
    what: 'How many calls are at each step of processing.',
    from: 'All calls that the system knows; each is at one step.',
    not: '0 is neither good nor bad. Calls that are stuck are listed above with the reason.',
  },
  jobs: {
    what: 'For each kind of background work: how much is due, running, being retried, failed, and was done in the last hour.',
    from: 'From the database, read every 10 s.',
    not: 'Retries usually succeed on their own; failed work needs a person.',
  },
  storage: {
    what: 'How many objects of each kind are kept, and how large they are.',
    from: 'Objects and sizes as the database has them, without second copies.',
    not: 'It does not show disk usage or free space; see “Dependencies” for free space.',
  },
  weight: {
    what: 'How many points this item has in the checklist.',
    from: 'Set by the authors of the checklist; it does not change once published.',
    not: 'Compare it only with other items of the same checklist; the sum need not be 100.',
  },
  backTestPoints: {
    what: 'How many calls would gain or lose points, get points for the first time, or lose their total.',
    from: 'Calls of the back-test with points before and after: the score that counts, compared with that of the draft. Averages are shares of the maximum.',
    not: 'Calls without points are not compared. Changed weights can change points without changing any result.',
  },
  backTestAgreement: {
    what: 'How far the draft agrees with people: 1 is complete agreement, 0 is no better than chance.',
    from: 'Items of the back-test that people had judged; in brackets is the 95 % interval.',
    not: 'Few judgements by people give a wide interval, which says little. Items that the draft did not judge are not included.',
  },
  grantUse: {
    what: 'How often something was played and read under this grant, and by how many people.',
    from: 'Each opening of audio or transcript counts once, including passages shown by a search, since the grant was published.',
    not: 'A playback counts once, however long it lasted. The audit lists each one.',
  },
  usesLeft: {
    what: 'How often it can still be played or downloaded.',
    from: 'What was approved with the request, less what was opened; standing grants have no such number.',
    not: 'It ends with the last use, on its date or when it is revoked.',
  },
  packageTaken: {
    what: 'How often the package was downloaded, and how often it may be.',
    from: 'Each download counts when it starts; number and expiry were set by those who approved it.',
    not: 'An interrupted download counts too. How the package is used elsewhere is not known here.',
  },
  packageHolds: {
    what: 'How many recordings the package contains, and how large it is.',
    from: 'Recordings of the list that was frozen with the request; the size is that of the ZIP file.',
    not: 'Content that could not be included, for example a copy that may not be played yet, is named in its manifest.',
  },
  unusual: {
    what: 'How many plays there are in the chosen days, by how many people, and which are worth a look.',
    from: 'All plays opened in those days, compared with each person’s eight weeks before; the rules are listed below.',
    not: 'It accuses no one and is not a score: the journal does not know every reason. Some rules cannot be applied to people with few earlier plays.',
  },
  recertified: {
    what: 'How many of the permissions under review are open, kept, to be removed, removed, or ended before they were answered.',
    from: 'Roles, standing grants, tokens, deputies and group meanings in your scope, as of the day the review started.',
    not: 'Permissions granted later are not included. A missing answer never removes a permission.',
  },
  backTest: {
    what: 'How many results of past calls this draft would change.',
    from: 'Scored calls of the days that you choose, up to the number that you enter, judged again with the draft. No score changes.',
    not: 'A change is not always an improvement: listen to the calls that flip. Future calls may differ.',
  },
};
