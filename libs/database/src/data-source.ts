import { DataSource } from 'typeorm';
import { KEEP_ALIVE, PreparingClient } from '#platform';
import { ENTITIES } from './entities.js';
import { FirstPath1764000000000 } from './migrations/1764000000000-FirstPath.js';
import { SoundChecks1764100000000 } from './migrations/1764100000000-SoundChecks.js';
import { CompanyProfile1764100300000 } from './migrations/1764100300000-CompanyProfile.js';
import { CallsList1764100400000 } from './migrations/1764100400000-CallsList.js';
import { Processing1764100500000 } from './migrations/1764100500000-Processing.js';
import { Accounts1764100600000 } from './migrations/1764100600000-Accounts.js';
import { Webhooks1764100700000 } from './migrations/1764100700000-Webhooks.js';
import { ChecklistLife1764200000000 } from './migrations/1764200000000-ChecklistLife.js';
import { ReplayAndReview1764200100000 } from './migrations/1764200100000-ReplayAndReview.js';
import { Measures1764200200000 } from './migrations/1764200200000-Measures.js';
import { ModelAgreement1795776200000 } from './migrations/1795776200000-ModelAgreement.js';
import { Coaching1795785000000 } from './migrations/1795785000000-Coaching.js';
import { CoachingGoals1795785100000 } from './migrations/1795785100000-CoachingGoals.js';
import { BestCalls1795785200000 } from './migrations/1795785200000-BestCalls.js';
import { OwnScoringOfDrafts1795785300000 } from './migrations/1795785300000-OwnScoringOfDrafts.js';
import { Disputes1795780000000 } from './migrations/1795780000000-Disputes.js';
import { PartInADispute1795780500000 } from './migrations/1795780500000-PartInADispute.js';
import { DecidedItems1795780600000 } from './migrations/1795780600000-DecidedItems.js';
import { Sampling1795781000000 } from './migrations/1795781000000-Sampling.js';
import { SeedsBeforeCalls1795781500000 } from './migrations/1795781500000-SeedsBeforeCalls.js';
import { LapsedReviews1795781600000 } from './migrations/1795781600000-LapsedReviews.js';
import { CountedResults1795788000000 } from './migrations/1795788000000-CountedResults.js';
import { FigureAlerts1795782100000 } from './migrations/1795782100000-FigureAlerts.js';
import { ReportCopiesBegin1795788200000 } from './migrations/1795788200000-ReportCopiesBegin.js';
import { TranscriptEngines1795788300000 } from './migrations/1795788300000-TranscriptEngines.js';
import { CommentsOfRetracted1795788400000 } from './migrations/1795788400000-CommentsOfRetracted.js';
import { AnyNotMet1795788500000 } from './migrations/1795788500000-AnyNotMet.js';
import { CompanySignIn1795789000000 } from './migrations/1795789000000-CompanySignIn.js';
import { Passkeys1795789100000 } from './migrations/1795789100000-Passkeys.js';
import { ReportsByMail1795787000000 } from './migrations/1795787000000-ReportsByMail.js';
import { ChecklistsByTwo1795790000000 } from './migrations/1795790000000-ChecklistsByTwo.js';
import { BackTestPoints1795790100000 } from './migrations/1795790100000-BackTestPoints.js';
import { RetractedReviews1795783300000 } from './migrations/1795783300000-RetractedReviews.js';
import { Absences1795804100000 } from './migrations/1795804100000-Absences.js';
import { AbsencesEndWithRights1795804100100 } from './migrations/1795804100100-AbsencesEndWithRights.js';
import { Recertification1795793100000 } from './migrations/1795793100000-Recertification.js';
import { AccountsOfPersons1795803120000 } from './migrations/1795803120000-AccountsOfPersons.js';
import { ProvisionedRoles1795803110000 } from './migrations/1795803110000-ProvisionedRoles.js';
import { SignInPolicy1795803100000 } from './migrations/1795803100000-SignInPolicy.js';
import { ChecklistLibrary1795802100000 } from './migrations/1795802100000-ChecklistLibrary.js';
import { ToldSettings1795793000000 } from './migrations/1795793000000-ToldSettings.js';
import { Provisioning1795791000000 } from './migrations/1795791000000-Provisioning.js';
import { LegComments1795783200000 } from './migrations/1795783200000-LegComments.js';
import { ReviewsUnderWay1795783100000 } from './migrations/1795783100000-ReviewsUnderWay.js';
import { BlindReviews1795783000000 } from './migrations/1795783000000-BlindReviews.js';
import { OrdersWithFilters1795788100000 } from './migrations/1795788100000-OrdersWithFilters.js';
import { OrdersOfCalls1795786000000 } from './migrations/1795786000000-OrdersOfCalls.js';
import { TrustedResults1795784100000 } from './migrations/1795784100000-TrustedResults.js';
import { Calibrations1795784000000 } from './migrations/1795784000000-Calibrations.js';
import { CalibrationsStay1795784200000 } from './migrations/1795784200000-CalibrationsStay.js';
import { GivenReviews1795786100000 } from './migrations/1795786100000-GivenReviews.js';
import { ReportColumns1795782000000 } from './migrations/1795782000000-ReportColumns.js';
import { ModelAnswers1764200300000 } from './migrations/1764200300000-ModelAnswers.js';
import { Commitments1764200400000 } from './migrations/1764200400000-Commitments.js';
import { Redaction1764200500000 } from './migrations/1764200500000-Redaction.js';
import { WordSearch1764200600000 } from './migrations/1764200600000-WordSearch.js';
import { Upkeep1764300100000 } from './migrations/1764300100000-Upkeep.js';
import { ObjectCare1764300110000 } from './migrations/1764300110000-ObjectCare.js';
import { LegalRequests1764300200000 } from './migrations/1764300200000-LegalRequests.js';
import { Holds1764300300000 } from './migrations/1764300300000-Holds.js';
import { ApprovedByApprovals1764300200100 } from './migrations/1764300200100-ApprovedByApprovals.js';
import { PlaysUnderRequests1764300200200 } from './migrations/1764300200200-PlaysUnderRequests.js';
import { EvidenceExports1764300400000 } from './migrations/1764300400000-EvidenceExports.js';
import { AuditIndexes1795644000000 } from './migrations/1795644000000-AuditIndexes.js';
import { DestroyedPackages1795640400000 } from './migrations/1795640400000-DestroyedPackages.js';
import { TeamsInTime1795640460000 } from './migrations/1795640460000-TeamsInTime.js';
import { Retention1764300310000 } from './migrations/1764300310000-Retention.js';
import { BreakGlass1795636800000 } from './migrations/1795636800000-BreakGlass.js';
import { Notifications1795636900000 } from './migrations/1795636900000-Notifications.js';
import { StandingGrantsOnScreen1795720000000 } from './migrations/1795720000000-StandingGrantsOnScreen.js';
import { ReviewsInTime1795644100000 } from './migrations/1795644100000-ReviewsInTime.js';
import { LooksAndTallies1795740000000 } from './migrations/1795740000000-LooksAndTallies.js';
import { BigDocs1795741000000 } from './migrations/1795741000000-BigDocs.js';
import { VaultTrust1795750000000 } from './migrations/1795750000000-VaultTrust.js';
import { CardCodeDecisions1795770000000 } from './migrations/1795770000000-CardCodeDecisions.js';
import { KeyAlarms1795774000000 } from './migrations/1795774000000-KeyAlarms.js';
import { NotRecordable1795774100000 } from './migrations/1795774100000-NotRecordable.js';
import { ServersSay1795775000000 } from './migrations/1795775000000-ServersSay.js';
import { SignsOnCalls1795775100000 } from './migrations/1795775100000-SignsOnCalls.js';
import { LifeOfWords1795775300000 } from './migrations/1795775300000-LifeOfWords.js';
import { ToldLanguage1795776100000 } from './migrations/1795776100000-ToldLanguage.js';
import { WordsOfOthers1795760000000 } from './migrations/1795760000000-WordsOfOthers.js';
import { CallCorrections1795760010000 } from './migrations/1795760010000-CallCorrections.js';
import { OneOpeningAtATime1795710000000 } from './migrations/1795710000000-OneOpeningAtATime.js';
import { SuspendedRights1795710100000 } from './migrations/1795710100000-SuspendedRights.js';
import { Schedules1795730000000 } from './migrations/1795730000000-Schedules.js';
import { DestroyedCalls1795773000000 } from './migrations/1795773000000-DestroyedCalls.js';
import { RevisionsCountOn1795806100000 } from './migrations/1795806100000-RevisionsCountOn.js';
import { BackTestLegs1795806100100 } from './migrations/1795806100100-BackTestLegs.js';
import { CallsHandedOn1795806100300 } from './migrations/1795806100300-CallsHandedOn.js';
import { NoticeInPlainWords1795806100200 } from './migrations/1795806100200-NoticeInPlainWords.js';
import { DeputiesConfirmedByWork1795812610000 } from './migrations/1795812610000-DeputiesConfirmedByWork.js';
import { OpeningsConfirmed1795813300000 } from './migrations/1795813300000-OpeningsConfirmed.js';
import { SecondFactorByDefault1795813310000 } from './migrations/1795813310000-SecondFactorByDefault.js';
import { KnownDevices1795813320000 } from './migrations/1795813320000-KnownDevices.js';
import { AddressesProved1795813330000 } from './migrations/1795813330000-AddressesProved.js';
import { KeptByAnother1795813340000 } from './migrations/1795813340000-KeptByAnother.js';
import { LocksLifted1795812620000 } from './migrations/1795812620000-LocksLifted.js';
import { AttemptsKeepTokens1795812630000 } from './migrations/1795812630000-AttemptsKeepTokens.js';
import { BatchesKeepTheirSize1795812810000 } from './migrations/1795812810000-BatchesKeepTheirSize.js';
import { ServiceTokens1795813700000 } from './migrations/1795813700000-ServiceTokens.js';
import { ReviewsOfMoreRights1795820000000 } from './migrations/1795820000000-ReviewsOfMoreRights.js';
import { RightsOfOneEnd1795820000100 } from './migrations/1795820000100-RightsOfOneEnd.js';
import { WordsOfDisputedCalls1795820100000 } from './migrations/1795820100000-WordsOfDisputedCalls.js';
import { ShutCallsTakeNoSound1795820500000 } from './migrations/1795820500000-ShutCallsTakeNoSound.js';
import { CorrectorsDecideNoDispute1795820510000 } from './migrations/1795820510000-CorrectorsDecideNoDispute.js';
import { HandsOfOnePerson1795820600000 } from './migrations/1795820600000-HandsOfOnePerson.js';
import { CorrectionsLapse1795830000000 } from './migrations/1795830000000-CorrectionsLapse.js';
import { RescoresAreTold1795830100000 } from './migrations/1795830100000-RescoresAreTold.js';
import { ConfirmersDecideNoDispute1795830400000 } from './migrations/1795830400000-ConfirmersDecideNoDispute.js';
import { CorrectionsKeepToLegs1795830500000 } from './migrations/1795830500000-CorrectionsKeepToLegs.js';
import { ErasedCalls1795813400000 } from './migrations/1795813400000-ErasedCalls.js';
import { OneNameIsEnough1795813500000 } from './migrations/1795813500000-OneNameIsEnough.js';
import { CorrectionsOfLegs1795830300000 } from './migrations/1795830300000-CorrectionsOfLegs.js';
import { FoundActs1795820300000 } from './migrations/1795820300000-FoundActs.js';
import { WholeCallsWait1795813600000 } from './migrations/1795813600000-WholeCallsWait.js';
import { CorrectionsByTwo1795813100000 } from './migrations/1795813100000-CorrectionsByTwo.js';
import { SessionsLookOn1795813200000 } from './migrations/1795813200000-SessionsLookOn.js';
import { DeputiesHeld1795811900000 } from './migrations/1795811900000-DeputiesHeld.js';
import { ListenAndExport1795812210000 } from './migrations/1795812210000-ListenAndExport.js';
import { CommentMentions1795812220000 } from './migrations/1795812220000-CommentMentions.js';
import { ConsentRulesAreTried1795812410000 } from './migrations/1795812410000-ConsentRulesAreTried.js';
import { DraftsEndWithReviews1795812420000 } from './migrations/1795812420000-DraftsEndWithReviews.js';
import { QuestionedPromises1795812010000 } from './migrations/1795812010000-QuestionedPromises.js';
import { DraftsKeepPromises1795812030000 } from './migrations/1795812030000-DraftsKeepPromises.js';
import { ReviewsAcknowledged1795812020000 } from './migrations/1795812020000-ReviewsAcknowledged.js';
import { ProviderTokens1795809100000 } from './migrations/1795809100000-ProviderTokens.js';
import { SmallHouse1795813000000 } from './migrations/1795813000000-SmallHouse.js';
import { FirstPersonOfASmallHouse1795813010000 } from './migrations/1795813010000-FirstPersonOfASmallHouse.js';
import { DecisionsInSmallHouses1795813020000 } from './migrations/1795813020000-DecisionsInSmallHouses.js';
import { ActingInDatabase } from './acting-in-database.js';
import { ConsentRuleSets1795808100000 } from './migrations/1795808100000-ConsentRuleSets.js';
import { SnakeCaseNaming } from './naming.js';

export interface DatabaseOptions {
  url: string;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  poolSize?: number;
  /** Only these migrations, by name: the schema of an older release. */
  migrations?: readonly string[] | undefined;
}

/**
 * A data source over every entity. Half of the connections stay when they have nothing to do: a new one signs in, reads the catalogue and plans
 * its statements again, and schedules come more seldom than the ten seconds after which a pool would close them.
 * `synchronize` is never used: the schema is what the migrations say.
 */
export function createDataSource({ url, applicationName, poolSize = 10, migrations }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities: ENTITIES,
    subscribers: [ActingInDatabase],
    migrations: [
      FirstPath1764000000000,
      SoundChecks1764100000000,
      CompanyProfile1764100300000,
      CallsList1764100400000,
      Processing1764100500000,
      Accounts1764100600000,
      Webhooks1764100700000,
      ChecklistLife1764200000000,
      ReplayAndReview1764200100000,
      Measures1764200200000,
      ModelAnswers1764200300000,
      Commitments1764200400000,
      Redaction1764200500000,
      WordSearch1764200600000,
      Upkeep1764300100000,
      ObjectCare1764300110000,
      LegalRequests1764300200000,
      Holds1764300300000,
      ApprovedByApprovals1764300200100,
      PlaysUnderRequests1764300200200,
      EvidenceExports1764300400000,
      DestroyedPackages1795640400000,
      TeamsInTime1795640460000,
      Retention1764300310000,
      BreakGlass1795636800000,
      AuditIndexes1795644000000,
      Notifications1795636900000,
      ReviewsInTime1795644100000,
      StandingGrantsOnScreen1795720000000,
      LooksAndTallies1795740000000,
      BigDocs1795741000000,
      VaultTrust1795750000000,
      CardCodeDecisions1795770000000,
      KeyAlarms1795774000000,
      NotRecordable1795774100000,
      ServersSay1795775000000,
      SignsOnCalls1795775100000,
      LifeOfWords1795775300000,
      ToldLanguage1795776100000,
      WordsOfOthers1795760000000,
      CallCorrections1795760010000,
      OneOpeningAtATime1795710000000,
      SuspendedRights1795710100000,
      Schedules1795730000000,
      DestroyedCalls1795773000000,
      ModelAgreement1795776200000,
      Disputes1795780000000,
      PartInADispute1795780500000,
      DecidedItems1795780600000,
      Sampling1795781000000,
      SeedsBeforeCalls1795781500000,
      LapsedReviews1795781600000,
      ReportColumns1795782000000,
      FigureAlerts1795782100000,
      BlindReviews1795783000000,
      OrdersOfCalls1795786000000,
      ReportsByMail1795787000000,
      ToldSettings1795793000000,
      Recertification1795793100000,
      RevisionsCountOn1795806100000,
      BackTestLegs1795806100100,
      NoticeInPlainWords1795806100200,
      SignInPolicy1795803100000,
      ChecklistLibrary1795802100000,
      CallsHandedOn1795806100300,
      ProviderTokens1795809100000,
      ConsentRuleSets1795808100000,
      ProvisionedRoles1795803110000,
      AccountsOfPersons1795803120000,
      ChecklistsByTwo1795790000000,
      BackTestPoints1795790100000,
      ReviewsUnderWay1795783100000,
      Coaching1795785000000,
      CoachingGoals1795785100000,
      Calibrations1795784000000,
      TrustedResults1795784100000,
      CompanySignIn1795789000000,
      Passkeys1795789100000,
      CalibrationsStay1795784200000,
      LegComments1795783200000,
      BestCalls1795785200000,
      OwnScoringOfDrafts1795785300000,
      GivenReviews1795786100000,
      RetractedReviews1795783300000,
      CountedResults1795788000000,
      OrdersWithFilters1795788100000,
      ReportCopiesBegin1795788200000,
      TranscriptEngines1795788300000,
      CommentsOfRetracted1795788400000,
      AnyNotMet1795788500000,
      Provisioning1795791000000,
      Absences1795804100000,
      DeputiesHeld1795811900000,
      ListenAndExport1795812210000,
      CommentMentions1795812220000,
      ConsentRulesAreTried1795812410000,
      DraftsEndWithReviews1795812420000,
      AbsencesEndWithRights1795804100100,
      QuestionedPromises1795812010000,
      ReviewsAcknowledged1795812020000,
      DraftsKeepPromises1795812030000,
      DeputiesConfirmedByWork1795812610000,
      LocksLifted1795812620000,
      OpeningsConfirmed1795813300000,
      SecondFactorByDefault1795813310000,
      KnownDevices1795813320000,
      AddressesProved1795813330000,
      KeptByAnother1795813340000,
      AttemptsKeepTokens1795812630000,
      BatchesKeepTheirSize1795812810000,
      SessionsLookOn1795813200000,
      SmallHouse1795813000000,
      ErasedCalls1795813400000,
      OneNameIsEnough1795813500000,
      WholeCallsWait1795813600000,
      FirstPersonOfASmallHouse1795813010000,
      DecisionsInSmallHouses1795813020000,
      CorrectionsByTwo1795813100000,
      ServiceTokens1795813700000,
      ReviewsOfMoreRights1795820000000,
      RightsOfOneEnd1795820000100,
      WordsOfDisputedCalls1795820100000,
      FoundActs1795820300000,
      ShutCallsTakeNoSound1795820500000,
      CorrectorsDecideNoDispute1795820510000,
      HandsOfOnePerson1795820600000,
      CorrectionsLapse1795830000000,
      RescoresAreTold1795830100000,
      ConfirmersDecideNoDispute1795830400000,
      CorrectionsKeepToLegs1795830500000,
      CorrectionsOfLegs1795830300000,
    ].filter(({ name }) => migrations?.includes(name) ?? true),
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    extra: { max: poolSize, min: Math.ceil(poolSize / 2), ...KEEP_ALIVE, Client: PreparingClient },
  });
}

/** Names of every migration of this release. */
export function migrationNames(): string[] {
  const { migrations } = createDataSource({ url: 'postgres://nowhere', applicationName: 'names' }).options;
  return (migrations as (new () => unknown)[]).map(({ name }) => name);
}
