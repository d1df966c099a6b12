using System.Collections.Immutable;
using System.Reflection;

namespace TransformingLives.Bot.Replies;

/// <summary>The phrases that the program says; <c>check</c> finds the ones that <c>content/replies</c> lacks.</summary>
internal static class PhraseIds
{
    public const string OtherCouncil = "place.other_council";
    public const string WhereAreYou = "place.where";
    public const string NearestOne = "follow_up.nearest";
    public const string NoneNearer = "follow_up.none_nearer";
    public const string NearestWhere = "follow_up.where";
    public const string NearThere = "follow_up.near_there";
    public const string AtWeekends = "follow_up.weekend";
    public const string NoneAtWeekends = "follow_up.weekend_none";
    public const string InTheEvening = "follow_up.evening";
    public const string NoneInTheEvening = "follow_up.evening_none";
    public const string FreeOnes = "follow_up.free";
    public const string NoneFree = "follow_up.free_none";
    public const string ForSomebodyElse = "follow_up.for_somebody";
    public const string Welcome = "welcome";
    public const string Greeting = "greeting";
    public const string Thanks = "thanks";
    public const string Stopped = "stopped";
    public const string Goodbye = "goodbye";
    public const string StartedAgain = "started_again";
    public const string Resume = "resume";
    public const string WhatNow = "what_now";
    public const string Noted = "noted";
    public const string Distress = "distress";
    public const string Abuse = "abuse";
    public const string Nonsense = "nonsense";
    public const string UnclearOnce = "unclear.once";
    public const string UnclearTwice = "unclear.twice";
    public const string UnclearThrice = "unclear.thrice";
    public const string Why = "why";
    public const string WhyNothingOpen = "why.nothing_open";
    public const string Back = "back";
    public const string NothingToGoBackTo = "back.nothing";
    public const string Change = "change";
    public const string Skipped = "skipped";
    public const string CannotSkip = "cannot_skip";
    public const string Simpler = "simpler";
    public const string NothingToRepeat = "repeat.nothing";
    public const string PlayedBack = "played_back";
    public const string PersonInHours = "person.in_hours";
    public const string PersonOutOfHours = "person.out_of_hours";
    public const string PersonAlready = "person.already";
    public const string PersonMeanwhile = "person.meanwhile";
    public const string WaitSoon = "wait.soon";
    public const string WaitInTurn = "wait.in_turn";
    public const string WaitLate = "wait.late";
    public const string WaitUnknown = "wait.unknown";
    public const string WaitNobody = "wait.nobody";
    public const string WaitClosed = "wait.closed";
    public const string WaitAheadNone = "wait.ahead.none";
    public const string WaitAheadOne = "wait.ahead.one";
    public const string WaitAheadMany = "wait.ahead.many";
    public const string OfficerJoined = "officer.joined";
    public const string OfficerGaveBack = "officer.gave_back";
    public const string OfficerWentOn = "officer.went_on";
    public const string OfficerTransferred = "officer.transferred";
    public const string OfficerWrappedUp = "officer.wrapped_up";
    public const string OfficerCallPromised = "officer.call_promised";
    public const string OfficerGone = "officer.gone";
    public const string DidNotFind = "did_not_find";
    public const string DidYouMean = "did_you_mean";
    public const string OutOfScope = "out_of_scope";
    public const string CarryOnAfterConcern = "concern.carry_on";
    public const string ConcernTakenBack = "concern.taken_back";
    public const string Summary = "summary";
    public const string Estimate = "estimate";
    public const string EstimateExplained = "estimate.explained";
    public const string EstimateSpend = "estimate.spend";
    public const string EstimateDisagree = "estimate.disagree";
    public const string EstimateBeforeReablement = "estimate.before_reablement";
    public const string ChargeSome = "charge.some";
    public const string ChargeAll = "charge.all";
    public const string ChargeNothing = "charge.nothing";
    public const string ChargeSelfFunder = "charge.self_funder";
    public const string ChargeSelfFunderSoon = "charge.self_funder.soon";
    public const string ChargeNotKnown = "charge.not_known";
    public const string EstimateChanged = "estimate.changed";
    public const string EstimateSame = "estimate.same";
    public const string EstimateRefused = "estimate.refused";
    public const string NoEstimateInCrisis = "estimate.not_in_crisis";
    public const string SmsHello = "sms.hello";
    public const string SmsHelp = "sms.help";
    public const string SmsMore = "sms.more";
    public const string SmsNoMore = "sms.no_more";
    public const string SmsNoPictures = "sms.no_pictures";
    public const string SmsStarted = "sms.started";
    public const string SmsStopped = "sms.stopped";
    public const string VoiceAgain = "voice.again";
    public const string VoiceConfirm = "voice.confirm";
    public const string VoiceHeard = "voice.heard";
    public const string VoiceNobodyFree = "voice.nobody_free";
    public const string VoiceSilence = "voice.silence";
    public const string VoiceUseKeys = "voice.use_keys";
    public const string FileKept = "file.kept";
    public const string OutcomeCrisis = "outcome.crisis";
    public const string CrisisCheckIns = "crisis.check_ins";
    public const string CheckInBetter = "check_in.better";
    public const string CheckInSame = "check_in.same";
    public const string CheckInSameLast = "check_in.same_last";
    public const string CheckInWorse = "check_in.worse";
    public const string CheckInText = "check_in.text";
    public const string ContingencyReady = "contingency.ready";
    public const string ContingencyShown = "contingency.shown";
    public const string ContingencyNone = "contingency.none";
    public const string ContingencyStarted = "contingency.started";
    public const string ContingencyFirst = "contingency.first";
    public const string ContingencySecond = "contingency.second";
    public const string ContingencyNobody = "contingency.nobody";
    public const string SupportPlanServices = "support_plan.services";
    public const string SupportPlanWithin = "support_plan.within";
    public const string SupportPlanOver = "support_plan.over";
    public const string SupportPlanNotThisWay = "support_plan.not_this_way";
    public const string SupportPlanNothing = "support_plan.nothing";
    public const string PlanReady = "plan.ready";
    public const string PlanShown = "plan.shown";
    public const string PlanEmpty = "plan.empty";
    public const string PlanTexted = "plan.texted";
    public const string PlanNotTexted = "plan.not_texted";
    public const string PlanTextedAfterCheck = "plan.texted.after_check";
    public const string TextToComeBack = "text.come_back";
    public const string TextCheck = "text.check";
    public const string TextCode = "text.code";
    public const string CarryOnFromPage = "carry_on.from_page";
    public const string CarryOnFromText = "carry_on.from_text";
    public const string CarryOnFromPhone = "carry_on.from_phone";
    public const string CarryOnNotHere = "carry_on.not_here";
    public const string CarryOnHere = "carry_on.here";
    public const string CarryOnAsk = "carry_on.ask";
    public const string CarryOnNothing = "carry_on.nothing";
    public const string CarryOnTexted = "carry_on.texted";
    public const string CarryOnWithOfficer = "carry_on.with_officer";
    public const string CarryOnWrongCode = "carry_on.wrong_code";
    public const string CarryOnTooMany = "carry_on.too_many";
    public const string CarryOnCodeToRing = "carry_on.code_to_ring";
    public const string CarryOnCodeToText = "carry_on.code_to_text";
    public const string CarryOnCodeOnItsWay = "carry_on.code_on_its_way";
    public const string CarryOnOnACall = "carry_on.on_a_call";
    public const string CarryOnOnACallFromAMobile = "carry_on.on_a_call_mobile";
    public const string CarryOnPage = "carry_on.page";
    public const string ReferralAccepted = "referral.accepted";
    public const string ReferralInProgress = "referral.in_progress";
    public const string Failed = "failed";
    public const string NotKept = "not_kept";
    public const string Arranged = "arranged";
    public const string ArrangedAlready = "arranged.already";
    public const string ArrangedComplete = "arranged.complete";
    public const string ArrangeSeveral = "arrange.several";
    public const string ArrangeDeclined = "arrange.declined";
    public const string NeedNumber = "arranged.need_number";
    public const string OutOfArea = "arranged.out_of_area";
    public const string ConsentFirst = "arrange.consent";
    public const string WhatHappens = "what_happens";
    public const string NothingSent = "what_happens.nothing_sent";
    public const string StoppedWithText = "stopped.text";
    public const string TextToCarryOn = "text.carry_on";
    public const string Wait = "wait";
    public const string Nudge = "nudge";
    public const string NudgeInDanger = "nudge.danger";
    public const string Here = "here";
    public const string BackAgain = "back_again";
    public const string NamedAgain = "named_again";
    public const string NoneNamed = "named_again.nothing";
    public const string NoneNear = "none_near";
    public const string CostUnknown = "cost.unknown";
    public const string EstimateWhatChanged = "estimate.what_changed";
    public const string EstimateEarly = "estimate.early";
    public const string EstimateNotYet18 = "estimate.not_yet_18";
    public const string EstimateHolding = "estimate.holding";
    public const string ProgressReference = "progress.reference";
    public const string ProgressBorn = "progress.born";
    public const string ProgressNotFound = "progress.not_found";
    public const string ProgressRing = "progress.ring";
    public const string ProgressWaiting = "progress.waiting";
    public const string ProgressAccepted = "progress.accepted";
    public const string ProgressInProgress = "progress.in_progress";
    public const string ProgressOnHold = "progress.on_hold";
    public const string ProgressCompleted = "progress.completed";
    public const string ProgressDeclined = "progress.declined";
    public const string ProgressBy = "progress.by";
    public const string ProgressLate = "progress.late";
    public const string KeptForLater = "concern.kept_for_later";

    private static readonly string[] Families =
    [
        "eligibility.likely_ask", "eligibility.worth_asking", "eligibility.low_now",
        "eligibility.helper.likely_ask", "eligibility.helper.worth_asking",
        "outcome.prevent", "outcome.reduce", "outcome.delay", "outcome.meet",
        "offer.first_conversation", "offer.first_conversation.declined", "offer.estimate", "offer.estimate.declined",
        "offer.money", "offer.money.declined", "offer.helper", "offer.helper.declined", "offer.support_plan", "offer.support_plan.declined", "offer.contingency", "offer.contingency.declined",
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. typeof(PhraseIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Except([Why]),
        .. Families,
    ];
}
