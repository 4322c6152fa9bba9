// The types that cross the door, written by `make types` from the Rust of office and measures. Not edited by hand.
export type Accept = { case: string, 
/**
 * Moment of acceptance; now when left out.
 */
at: string | null, procedure: Procedure, reason: string, ground: SimplifiedGround | null, };
export type Acceptance = { at: string, procedure: Procedure, 
/**
 * Why this procedure (M13 asks for likelihood, degree and urgency to be weighed).
 */
reason: string, ground: SimplifiedGround | null, paper: string | null, };
export type Act = { "act": "found_committee" } & FoundCommittee | { "act": "change_committee" } & ChangeCommittee | { "act": "change_settings" } & ChangeSettings | { "act": "choose_overlay" } & ChooseOverlay | { "act": "set_limit" } & SetLimit | { "act": "appoint_member" } & AppointMember | { "act": "renew_term" } & RenewTerm | { "act": "end_term" } & EndTerm | { "act": "correct_member" } & CorrectMember | { "act": "record_undertaking" } & RecordUndertaking | { "act": "record_interest" } & RecordInterest | { "act": "record_training" } & RecordTraining | { "act": "register_adviser" } & RegisterAdviser | { "act": "register_body" } & RegisterBody | { "act": "designate_period" } & DesignatePeriod | { "act": "end_designation" } & EndDesignation | { "act": "adopt_rule" } & AdoptRule | { "act": "register_committee" } & RegisterCommittee | { "act": "adapt_wording" } & AdaptWording | { "act": "import_calendar" } & ImportCalendar | { "act": "import_law_text" } & ImportLawText | { "act": "set_image" } & SetImage | { "act": "receive_application" } & ReceiveApplication | { "act": "correct_application" } & CorrectApplication | { "act": "attach_material" } & AttachMaterial | { "act": "place_material" } & PlaceMaterial | { "act": "check_elements" } & CheckElements | { "act": "determine_scope" } & DetermineScope | { "act": "judge_list" } & JudgeList | { "act": "scan_conflicts" } & ScanConflicts | { "act": "issue_supplement" } & IssueSupplement | { "act": "receive_supplement" } & ReceiveSupplement | { "act": "refuse" } & Refuse | { "act": "accept" } & Accept | { "act": "commission_review" } & CommissionReview | { "act": "record_commissioned" } & RecordCommissioned | { "act": "recognise_result" } & RecogniseResult | { "act": "withdraw" } & Withdraw | { "act": "extend" } & Extend | { "act": "designate_reviewers" } & DesignateReviewers | { "act": "record_opinion" } & RecordOpinion | { "act": "convert" } & Convert | { "act": "conclude_simplified" } & ConcludeSimplified | { "act": "send_rereview" } & SendRereview | { "act": "rereview_received" } & RereviewReceived | { "act": "record_rereview" } & RecordRereview | { "act": "decide_after_rereview" } & DecideAfterRereview | { "act": "plan_meeting" } & PlanMeeting | { "act": "change_meeting" } & ChangeMeeting | { "act": "cancel_meeting" } & CancelMeeting | { "act": "place_item" } & PlaceItem | { "act": "remove_item" } & RemoveItem | { "act": "order_items" } & OrderItems | { "act": "send_notices" } & SendNotices | { "act": "record_reply" } & RecordReply | { "act": "designate_host" } & DesignateHost | { "act": "seat_adviser" } & SeatAdviser | { "act": "open_meeting" } & OpenMeeting | { "act": "arrive" } & Arrive | { "act": "depart" } & Depart | { "act": "take_up" } & TakeUp | { "act": "recuse" } & Recuse | { "act": "return_recused" } & ReturnRecused | { "act": "record_vote" } & RecordVote | { "act": "record_votes" } & RecordVotes | { "act": "second_ballot" } & SecondBallot | { "act": "record_remarks" } & RecordRemarks | { "act": "close_item" } & CloseItem | { "act": "defer_item" } & DeferItem | { "act": "close_meeting" } & CloseMeeting | { "act": "correct_vote" } & CorrectVote | { "act": "hand_out_packet" } & HandOutPacket | { "act": "enrol_reader" } & EnrolReader | { "act": "revoke_reader" } & RevokeReader | { "act": "take_in_return" } & TakeInReturn | { "act": "take_in_form" } & TakeInForm | { "act": "enter_opinion" } & EnterOpinion | { "act": "merge_points" } & MergePoints | { "act": "tick_points" } & TickPoints | { "act": "write_decision" } & WriteDecision | { "act": "verify_changes" } & VerifyChanges | { "act": "run_aftermath" } & RunAftermath | { "act": "draft_paper" } & DraftPaper | { "act": "edit_paper" } & EditPaper | { "act": "drop_draft" } & DropDraft | { "act": "issue_paper" } & IssuePaper | { "act": "void_paper" } & VoidPaper | { "act": "record_step" } & RecordStep | { "act": "record_service" } & RecordService | { "act": "correct_service" } & CorrectService | { "act": "record_appeal" } & RecordAppeal | { "act": "conclude_appeal" } & ConcludeAppeal | { "act": "resubmit" } & Resubmit | { "act": "start_round" } & StartRound | { "act": "report_change" } & ReportChange | { "act": "suspend" } & Suspend | { "act": "resume" } & Resume | { "act": "terminate" } & Terminate | { "act": "complete" } & Complete | { "act": "archive" } & Archive | { "act": "reopen" } & Reopen | { "act": "register_listed" } & RegisterListed | { "act": "record_foreign_approval" } & RecordForeignApproval | { "act": "record_complaint" } & RecordComplaint | { "act": "conclude_complaint" } & ConcludeComplaint | { "act": "record_violation" } & RecordViolation | { "act": "conclude_violation" } & ConcludeViolation | { "act": "record_consultation" } & RecordConsultation | { "act": "record_contact" } & RecordContact | { "act": "freeze_report" } & FreezeReport | { "act": "submit_report" } & SubmitReport;
export type AdaptWording = { kind: string, text: string, };
export type AdoptRule = { kind: RuleKind, version: string, adopted: string, adopted_by: string, file: string | null, 
/**
 * Only for [`RuleKind::Simplified`]: the 跟踪频度 that M20 asks for, in months.
 */
tracking_months: number | null, };
export type Adviser = { id: string, name: string, unit: string, field: string, phone: string, 
/**
 * Date of the statement that there is no direct interest (M14).
 */
no_interest: string | null, };
export type AdviserSeat = { adviser: string, name: string, 
/**
 * The statement that there is no direct interest was given.
 */
no_interest: boolean, items: Array<string>, };
export type Affiliation = "central_enterprise" | "central_organ" | "local";
export type AftermathLine = { key: string, 
/**
 * `letter`, `record`, `date`
 */
group: string, item: string | null, order: number, title: string, 
/**
 * Only where the title is a sentence: what a date is for.
 */
title_en: string, votes: string, votes_en: string, arithmetic_zh: string, arithmetic_en: string, outcome_zh: string, outcome_en: string, paper_zh: string, paper_en: string, 
/**
 * Already drafted or issued: the paper's id.
 */
paper: string | null, 
/**
 * What the print shop calls it; empty for a date.
 */
kind: string, 
/**
 * Of the paper on file, with its number once it has one.
 */
state: PaperState | null, number: string, findings: Array<Finding>, date: string | null, };
export type AftermathView = { meeting: Meeting, zh: string, en: string, lines: Array<AftermathLine>, done: boolean, };
export type Appeal = { received: string, 
/**
 * Date of the postmark, when it came by post.
 */
postmark: string | null, written: boolean, grounds: string, 
/**
 * The last day as computed when it came in.
 */
last_day: string | null, 
/**
 * Admitted, or refused with this reason.
 */
admitted: boolean, refusal: string, 
/**
 * Reasons sufficient? `None` until considered.
 */
sufficient: boolean | null, concluded: string | null, finding: string, paper: string | null, };
export type AppealRow = { case: string, number: string, title: string, leader: string, round: number, appeal: Appeal, redecision: Due | null, left: Left | null, state_zh: string, state_en: string, };
export type AppealsView = { appeals: Array<AppealRow>, 
/**
 * For whom the complaints are shown.
 */
reader: string, complaints: Array<ComplaintRow>, };
export type Application = { title: string, 
/**
 * 活动负责人; must be the accountable person of the unit (M12).
 */
leader: string, leader_title: string, department: string, phone: string, email: string, funding: string, team: Array<TeamMember>, partners: Array<string>, flags: Flags, passport: Passport, risks: Array<Risk>, 
/**
 * The applicant's own level: risk not above ordinary risks of daily life (M19(1)).
 */
ordinary_risk: boolean, 
/**
 * Texts typed for elements, by code.
 */
texts: { [key in Element]?: string }, 
/**
 * The list items the applicant thinks apply (1–3).
 */
self_listed: Array<number>, };
export type AppointMember = { name: string, sex: Sex, unit: string, external: boolean, title: string, category: Category, also: Array<Category>, identity: string, phone: string, email: string, role: Role, from: string, until: string, document: string, };
export type Archive = { case: string, on: string | null, shelf: string, };
export type Arrive = { meeting: string, member: string, at: string | null, presence: Presence | null, };
export type ArticleLine = { cite: Cite, zh: string, en: string, title_zh: string, title_en: string, lamp: Verdict, 
/**
 * Nothing of this article has arisen yet.
 */
not_arisen: boolean, gaps: number, };
export type ArticleText = { summary_zh: string, summary_en: string, official: string | null, cite: Cite, zh: string, en: string, title_zh: string, title_en: string, lamp: Verdict, 
/**
 * Nothing of this article has arisen yet.
 */
not_arisen: boolean, gaps: number, };
export type ArticleView = { cite: Cite, zh: string, en: string, 
/**
 * Own summary of the duties, marked 归纳，非原文.
 */
summary_zh: string, summary_en: string, 
/**
 * The official text, when the committee has imported it.
 */
official: string | null, evidence: Array<Evidence>, gaps: Array<Gap>, 
/**
 * Open readings that touch it: 本软件的处理.
 */
readings: Array<Reading>, };
export type AttachMaterial = { case: string, elements: Array<Element>, name: string, version: string, version_date: string | null, received: string | null, sha256: string, text: string | null, 
/**
 * The earlier version this one replaces: its material id.
 */
replaces: string | null, };
export type Attendance = { member: string, presence: Presence, from: string, until: string | null, };
export type BackupLamp = { 
/**
 * `fine`, `ask`, `block`
 */
lamp: string, zh: string, en: string, snapshot: string | null, second_copy: string | null, };
export type Ballot = { opened: string, 
/**
 * Member id → vote. Members without an entry have not voted.
 */
votes: { [key in string]: Vote }, closed: string | null, 
/**
 * Corrections after closing: what stood before, why.
 */
corrections: Array<VoteCorrection>, };
export type Band = { from: string, 
/**
 * The last day, included.
 */
until: string, count: number, verdict: Verdict, zh: string, en: string, };
export type Body = { name: string, 
/**
 * 统一社会信用代码; decides whether two names are one body.
 */
credit_code: string, };
export type BodyKind = "service_centre" | "other_committee";
export type BodyService = "review" | "rereview" | "training" | "consulting";
export type CalendarDay = { date: string, 
/**
 * `holiday` (休) or `make_up` (班)
 */
kind: string, name: string, name_en: string, };
export type CalendarView = { year: number, known: boolean, notice: string, 
/**
 * Days that differ from the ordinary week.
 */
days: Array<CalendarDay>, };
export type CalendarYear = { year: number, notice: string, issued: string | null, imported: boolean, working_days: number, 
/**
 * The open dates that importing it has moved.
 */
moved: Array<MovedDate>, };
export type CancelMeeting = { meeting: string, reason: string, };
export type Case = { id: string, 
/**
 * 案号 / 受理号, taken at receipt: JZU-AI-2026-0053.
 */
number: string, application: Application, scope: Scope | null, listed: ListJudgement | null, rounds: Array<Round>, turns: Array<Turn>, notes: Array<string>, };
export type CaseItem = { item: string, meeting: string, meeting_no: number, day: string, order: number, outcome_zh: string, outcome_en: string, };
export type CaseRow = { id: string, 
/**
 * With the suffix of the present round.
 */
number: string, title: string, leader: string, department: string, 
/**
 * 一般程序 …; empty before acceptance.
 */
procedure_zh: string, procedure_en: string, 
/**
 * List items, e.g. [3]; empty when not listed.
 */
listed: Array<number>, stage: Stage, stage_zh: string, stage_en: string, 
/**
 * Which clock runs.
 */
clock_zh: string, clock_en: string, clock: string, due: string | null, rolled: string | null, 
/**
 * Whose time it is: `committee`, `applicant`, `authority`, `internal`.
 */
owner: string, certain: boolean, 
/**
 * Next act's tag and words.
 */
act: string, act_zh: string, act_en: string, year: number, open: boolean, 
/**
 * Meeting and place on its agenda, e.g. 第7次会议第4项.
 */
agenda: string, 
/**
 * The meeting whose turn it is: on its agenda, without an outcome yet; empty otherwise.
 */
meeting: string, 
/**
 * What the clock counts and from when; for counting what is left.
 */
limit: Limit | null, start: string | null, start_at: string | null, at: string | null, 
/**
 * Computed when looked at, never stored: how much time is left.
 */
left: Left | null, };
export type CaseView = { case: Case, 
/**
 * As printed, with the present round's suffix.
 */
number: string, standing: Standing, elements: Array<ElementRow>, materials: Array<Material>, papers: Array<PaperLine>, 
/**
 * The agenda items of all rounds: meeting number, day, order, outcome.
 */
items: Array<CaseItem>, conflicts: Array<Match>, 
/**
 * Points gathered from the members' opinions, round by round: what the decision opens with (M16).
 */
points: Array<LetterPoints>, previous: string | null, next: string | null, names: { [key in string]: string }, };
export type CasesView = { views: Array<SavedView>, view: string, rows: Array<CaseRow>, total: number, 
/**
 * Hits of the same text outside this view.
 */
outside: number, 
/**
 * How the text was read: `拼音首字母：智能`; empty for a literal match.
 */
reading: string, };
export type Category = "technology" | "application" | "ethics" | "law" | "other";
export type Change = { what: string, old: string, new: string, };
export type ChangeCommittee = { with: JsonValue, reason: string, };
export type ChangeMeeting = { meeting: string, with: JsonValue, reason: string, };
export type ChangeSettings = { with: JsonValue, };
export type Changed = { 
/**
 * The item; empty for one that is no longer in the packet.
 */
item: string, title: string, zh: string, en: string, };
export type Chapter = { no: number, zh: string, en: string, lamp: Verdict, 
/**
 * Sentences written from the data; cannot be edited.
 */
said: Array<string>, 
/**
 * Text typed by the secretary.
 */
text: string, tables: Array<FigureTable>, figures: Array<Figure>, };
export type Check = { state: CheckState, 
/**
 * What is missing and how to cure it, or why it does not apply.
 */
note: string, };
export type CheckElements = { case: string, checks: { [key in Element]?: Check }, 
/**
 * Shorthand: everything that applies and has no verdict yet is present.
 */
rest_present: boolean, };
export type CheckState = "present" | "missing" | "not_applicable";
export type ChoiceOut = { key: string, zh: string, en: string, };
export type ChooseOverlay = { overlay: string, reason: string, };
export type Cite = string;
export type Clock = { 
/**
 * `completeness`, `supplement`, `decision`, `before_rereview`, `emergency`,
 * `emergency_from_receipt`, `rereview`, `after_opinion`, `delivery`,
 * `appeal`, `redecision`, `resubmit`, `tracking`, `registration`, `commissioned`.
 */
key: string, zh: string, en: string, owner: Owner, due: Due | null, started: boolean, met: Met | null, left: Left | null, cites: Array<Cite>, 
/**
 * The act that stops it.
 */
act: string, not_started_zh: string, not_started_en: string, };
export type CloseItem = { item: string, at: string | null, 
/**
 * Why it was not deliberated; not needed when it was.
 */
not_deliberated: string, 
/**
 * The chair's note when two thirds fail once the recused are counted.
 */
chair_note: string, reasons: string, suggestions: Array<string>, conditions: Array<string>, tracking_months: number | null, resubmit_by: string | null, };
export type CloseMeeting = { meeting: string, at: string | null, };
export type Commission = { on: string, 
/**
 * Id in the register of bodies, and its name and code as they stood on that day.
 */
body: string, name: string, credit_code: string, 
/**
 * Why this committee is not able to review it (M12).
 */
reason: string, 
/**
 * The commission letter: its number, or its scan in the archive, or both.
 */
number: string, letter: string | null, tracker: Tracker, 
/**
 * What came back, in order: a preliminary opinion, the decision.
 */
results: Array<OutsideResult>, };
export type CommissionReview = { case: string, 
/**
 * The body, by its id in the register of bodies.
 */
body: string, on: string | null, 
/**
 * Why this committee is not able to review it.
 */
reason: string, 
/**
 * The commission letter: its number, or its scan taken into the archive before.
 */
number: string, letter: string | null, 
/**
 * Who tracks after an approval, as the letter says.
 */
tracker: Tracker, };
export type Committee = { 
/**
 * Always "committee".
 */
id: string, name: string, unit: Unit, founded: string, 
/**
 * The establishing document.
 */
founding_document: string, 
/**
 * 发文代字, as in 江大智伦〔2026〕12号.
 */
letter_prefix: string, 
/**
 * As in JZU-AI-2026-0001.
 */
case_prefix: string, 
/**
 * The secretary who keeps the file.
 */
secretary: string, phone: string, email: string, address: string, office: string, budget: string, rules: Array<RuleDocument>, settings: Settings, 
/**
 * E43: registrations of the committee on the national platform and their updates.
 */
registrations: Array<Registration>, designations: Array<StandingDesignation>, local: LocalRules, violations: Array<Violation>, 
/**
 * M11: service centres and other committees the unit may commission, or that were commissioned with a re-review.
 */
bodies: Array<OutsideBody>, 
/**
 * A demo committee says so on every screen and paper.
 */
demo: boolean, };
export type CommitteeView = { on: string, committee: Committee, lamp: Verdict, zh: string, en: string, findings: Array<Finding>, bands: Array<Band>, rows: Array<MemberRow>, 
/**
 * Members not in office on that day.
 */
former: Array<Member>, advisers: Array<Adviser>, rules: Array<RuleLine>, trainings: Array<Training>, todo: Array<Todo>, registration: Array<Line>, };
export type ComplaintRow = { sealed: boolean, id: string, on: string, channel: string, anonymous: boolean, from: string, about: string, case: string | null, concerned: Array<string>, handler: string, concluded: string | null, result: string, replied: string | null, referred_to: string, };
export type Complete = { case: string, on: string | null, finding: string, 
/**
 * The final report, among the case's material: its id.
 */
report: string | null, };
export type ConcludeAppeal = { case: string, sufficient: boolean, on: string | null, finding: string, };
export type ConcludeComplaint = { complaint: string, on: string, result: string, replied: string | null, referred_to: string, };
export type ConcludeSimplified = { case: string, on: string | null, 
/**
 * What is decided; approval (or continuation of a tracked activity) when left out. Anything else is blocked (M20).
 */
kind: DecisionKind | null, tracking_months: number | null, reasons: string, };
export type ConcludeViolation = { violation: string, on: string | null, outcome: string, 
/**
 * The authority or department it was referred to.
 */
referred_to: string, };
export type Condition = { 
/**
 * `fine`, `ask`, `block`
 */
lamp: string, zh: string, en: string, };
export type ConflictBack = { state: ConflictState, words: string, };
export type ConflictState = "open" | "none" | "declared";
export type ConsultationLine = { id: string, on: string, from: string, question: string, answer: string, in_scope: boolean | null, heads: Array<ScopeHead>, };
export type Contents = { 
/**
 * As [`Recent`] names it.
 */
id: string, packet: string, committee: string, occasion: PacketOccasion, reader: string, role_zh: string, role_en: string, form: PacketForm, created: string, expires: string | null, 
/**
 * The last day has passed: it stays readable, and a return made now is marked late.
 */
late: boolean, pages: number, 
/**
 * Items that want nothing more, and all of them.
 */
done: number, all: number, items: Array<ItemLine>, 
/**
 * 符合 … 不适用, in the order of the keys 1 to 4; a conclusion has the first three.
 */
answers: Array<ChoiceOut>, 
/**
 * What the return still wants, in the order of the items. Empty: it can be made.
 */
missing: Array<Missing>, 
/**
 * Sixteen digits by which the secretary knows the reader's key, read over the telephone.
 */
spoken: string, 
/**
 * The last return made from this packet.
 */
returned: Returned | null, edition: number, 
/**
 * The sixteen digits of the committee's key.
 */
committee_key: string, 
/**
 * This machine has not met the committee before: its digits are to be compared once with what the secretary reads out.
 */
unknown: boolean, 
/**
 * What is new since the edition the reader had before on this machine.
 */
since: Since | null, 
/**
 * A later edition lies on this machine; this one is the older.
 */
newer: Newer | null, };
export type Conversion = { on: string, because: string, paper: string | null, };
export type Convert = { case: string, on: string | null, because: string, };
export type CorrectApplication = { case: string, with: JsonValue, reason: string, };
export type CorrectMember = { member: string, with: JsonValue, reason: string, };
export type CorrectService = { paper: string, at: string, method: DeliveryMethod, receiver: string, place: string, proof: string | null, reason: string, };
export type CorrectVote = { item: string, member: string, vote: Vote | null, reason: string, };
export type Counted = { date: string, 
/**
 * Its number in the count; 0 = not counted.
 */
n: number, kind: DayKind, note: string, note_en: string, };
export type DayKind = "working" | "make_up" | "weekend" | "holiday";
export type DecideAfterRereview = { case: string, on: string | null, kind: DecisionKind, reasons: string, suggestions: Array<string>, tracking_months: number | null, 
/**
 * The agenda item at which the members ratified it.
 */
item: string | null, };
export type Decision = { kind: DecisionKind, on: string, meeting: string | null, item: string | null, reasons: string, suggestions: Array<string>, conditions: Array<string>, 
/**
 * Months to the next tracking review and its date; on approval only.
 */
tracking_months: number | null, next_tracking: string | null, 
/**
 * 修改后再审: by when to resubmit.
 */
resubmit_by: string | null, 
/**
 * 修改后批准: by whom and when the changes were verified.
 */
verified: Ending | null, paper: string | null, };
export type DecisionKind = "approve" | "approve_after_changes" | "revise" | "reject" | "pass" | "continue" | "continue_after_changes" | "suspend" | "terminate";
export type DeferItem = { item: string, 
/**
 * The meeting it goes to; the next one planned, or none yet.
 */
to: string | null, reason: string, at: string | null, };
export type Delivery = { at: string, method: DeliveryMethod, receiver: string, place: string, proof: string | null, note: string, 
/**
 * Set when a later entry corrects this one.
 */
corrected: string | null, 
/**
 * The last day to appeal as the applicant was told it, once a holiday notice would have moved it earlier.
 */
told: string | null, };
export type DeliveryMethod = "in_person" | "post" | "refused_and_left" | "electronic";
export type Depart = { meeting: string, member: string, at: string | null, };
export type DesignateHost = { meeting: string, by: string, vice_chair: string, on: string, reason: string, };
export type DesignatePeriod = { to: DesignatedFor, 
/**
 * Who designates: a member id.
 */
by: string, members: Array<string>, 
/**
 * The day it was signed.
 */
on: string, from: string | null, until: string, reason: string, 
/**
 * SHA-256 of the scan, taken into the archive before.
 */
scan: string | null, };
export type DesignateReviewers = { case: string, on: string | null, 
/**
 * Who designates: a member id; left out when the case rests on a designation for a period.
 */
by: string, reviewers: Array<string>, 
/**
 * The designation for a period; the chair signed it, so no slip is written for this case.
 */
under: string | null, };
export type DesignatedFor = "presiding" | "reviewing";
export type DetermineScope = { case: string, in_scope: boolean, heads: Array<ScopeHead>, reason: string, on: string | null, };
export type DimensionBack = { 
/**
 * 1 符合, 2 基本符合, 3 不符合.
 */
answer: number | null, words: string, };
export type DocumentKind = "pdf" | "image" | "other";
export type DocumentOut = { id: string, title: string, 
/**
 * Version or date, as shown.
 */
label: string, pages: number, kind: DocumentKind, len: number, 
/**
 * In lower-case hex.
 */
sha256: string, 
/**
 * Its first page in the numbering that runs through the packet.
 */
first_page: number, };
export type Done = { 
/**
 * The journal line; 0 after a rehearsal.
 */
seq: number, findings: Array<Finding>, made: Made, };
export type DraftPaper = { kind: string, case: string | null, meeting: string | null, item: string | null, member: string | null, 
/**
 * Fields of the paper's data that are words, not facts, and may be set here.
 */
with: JsonValue, };
export type DropDraft = { paper: string, };
export type Due = { start: string, start_at: string | null, limit: Limit, 
/**
 * The last day by plain counting: plan by this one.
 */
nominal: string, 
/**
 * The last day when a day off moves it to the next working day; equal to `nominal` where nothing rolls.
 */
rolled: string, 
/**
 * The exact end of a limit in hours.
 */
at: string | null, 
/**
 * Every day looked at is covered by an official notice.
 */
certain: boolean, days: Array<Counted>, equation_zh: string, equation_en: string, basis: Array<Cite>, warning_zh: string, warning_en: string, };
export type DutyGroup = { key: string, zh: string, en: string, total: number, rows: Array<DutyRow>, };
export type DutyRow = { key: string, 
/**
 * `overdue`, `today`, `risk`, `waiting`
 */
group: string, lamp: Verdict, due: Due | null, left: Left | null, zh: string, en: string, 
/**
 * Second line: which case, who.
 */
who: string, cites: Array<Cite>, 
/**
 * Where it leads: `case`, `meeting`, `paper`, `committee`, `report`, `settings`.
 */
place: string, id: string, 
/**
 * The clock's key, for 为什么是这一天.
 */
clock: string, 
/**
 * The next act's tag and its words.
 */
act: string, act_zh: string, act_en: string, 
/**
 * Reminders already sent.
 */
reminders: number, };
export type EditPaper = { paper: string, with: JsonValue, };
export type Element = "A1" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7" | "A8" | "A9" | "A10" | "A11" | "A12" | "A13" | "A14" | "A15" | "A16" | "A17" | "A18" | "A19" | "A20" | "A21" | "A22" | "A23";
export type ElementRow = { element: Element, zh: string, en: string, basis: Array<Cite>, 
/**
 * Must be there for this case; when not, why.
 */
needed: boolean, why_zh: string, why_en: string, 
/**
 * The verdict at the formal check, if given.
 */
check: Check | null, 
/**
 * Text typed in the application for it.
 */
text: string, materials: Array<Material>, };
export type EndDesignation = { designation: string, 
/**
 * The first day without it.
 */
on: string | null, reason: string, };
export type EndTerm = { member: string, 
/**
 * First day out of office.
 */
on: string, how: TermEnd, note: string, };
export type Ending = { on: string, reason: string, document: string | null, };
export type EnrolReader = { member: string, 
/**
 * Public key in hex, as the return names it.
 */
key: string, on: string | null, };
export type EnterOpinion = { 
/**
 * An agenda item, or the case in the simplified procedure.
 */
item: string, member: string, said: Said, 
/**
 * The day it bears.
 */
on: string | null, scan: string | null, };
export type Evidence = { zh: string, en: string, n: number, place: string, rows: Array<ListRow>, };
export type Exemption = { 
/**
 * 登记、备案或行政审批: which, by whom, its number.
 */
regime: string, authority: string, number: string, 
/**
 * The provision that makes ethics a condition or a matter of supervision.
 */
ethics_provision: string, proof: string | null, decided_by: string, on: string, };
export type Extend = { case: string, on: string | null, ground: ExtensionGround, facts: string, 
/**
 * Required by M16; an extension without it is blocked.
 */
new_due: string | null, approved_by: string, };
export type Extension = { 
/**
 * Day of the notice.
 */
on: string, ground: ExtensionGround, facts: string, from_due: string, 
/**
 * The new date M16 requires.
 */
new_due: string, 
/**
 * Entered after the old date had passed.
 */
late: boolean, approved_by: string, paper: string | null, };
export type ExtensionGround = "complex" | "supplement" | "correction" | "other";
export type Failure = { 
/**
 * LS-xnn
 */
code: string, kind: FailureKind, zh: string, en: string, way_zh: string, way_en: string, findings: Array<Finding>, field: string, };
export type FailureKind = "blocked" | "needs_reason" | "invalid" | "not_found" | "locked" | "wrong_passphrase" | "damaged" | "newer_version" | "busy" | "stopped" | "io" | "paper" | "bug";
export type Figure = { key: string, zh: string, en: string, n: number, last_year: number | null, unit_zh: string, unit_en: string, 
/**
 * Shown instead of `n` where the number is not a count: an average, the longest.
 */
text: string, };
export type FigureRow = { zh: string, en: string, cells: Array<Figure>, };
export type FigureTable = { zh: string, en: string, 
/**
 * Which date puts a case into the year.
 */
counting_zh: string, counting_en: string, columns_zh: Array<string>, columns_en: Array<string>, 
/**
 * First cell of each row is its name.
 */
rows: Array<FigureRow>, 
/**
 * Set when a sum does not agree, with the cases that differ.
 */
check: Finding | null, };
export type FileRequest = { "file": "create", name: string, passphrase: string, } | { "file": "open", name: string, passphrase: string, } | { "file": "recover", name: string, recovery: string, passphrase: string, } | { "file": "demo" } | { "file": "lock" } | { "file": "change_passphrase", old: string, new: string, } | { "file": "recovery_sheet", passphrase: string, } | { "file": "snapshot" } | { "file": "copy_to", folder: string, } | { "file": "export", folder: string, } | { "file": "inspection", folder: string, year: number, } | { "file": "preview_restore", snapshot: string, passphrase: string, } | { "file": "restore", snapshot: string, passphrase: string, } | { "file": "bring_in", name: string, copy: string, passphrase: string, } | { "file": "verify" } | { "file": "put_draft", key: string, value: JsonValue, } | { "file": "drop_draft", key: string, } | { "file": "remove_demo" } | { "file": "write_packet" } & PacketAsk | { "file": "write_packet_pdf", folder: string, meeting: string | null, 
/**
 * Cases of the simplified procedure, when there is no meeting.
 */
cases: Array<string>, member: string, reply_by: string | null, } | { "file": "packet_passphrase", member: string, } | { "file": "read_return", path: string, 
/**
 * The meeting whose page is open, when it is to be that one's.
 */
meeting: string | null, };
export type FiledPaper = { id: string, 
/**
 * The print shop's name of the paper: `decision_letter`, `minutes`, …
 */
kind: string, title: string, addressee: string, case: string | null, round: number | null, meeting: string | null, item: string | null, state: PaperState, 
/**
 * Number in its series, once issued; never reused.
 */
serial: number | null, 
/**
 * As printed: 江大智伦〔2026〕62号.
 */
number: string, 
/**
 * 成文日期
 */
dated: string | null, issued_at: string | null, 
/**
 * The data the page was made from, as the print shop takes it.
 */
data: JsonValue, 
/**
 * The wording in force when issued, when the committee's own was used.
 */
wording: string | null, sha256: string | null, pages: number, check_code: string, 
/**
 * Journal entry count and head before this paper's own entry.
 */
journal_seq: number, journal_head: string, 
/**
 * Which of the five steps apply.
 */
steps: Array<PaperStep>, done: Array<StepDone>, served: Delivery | null, void: Voided | null, replaces: string | null, };
export type Fill = { "fill": "conflict", item: string, state: ConflictState, words: string, } | { "fill": "point", item: string, point: string, answer: number | null, words: string, } | { "fill": "dimension", item: string, dimension: string, answer: number | null, words: string, } | { "fill": "opinion", item: string, opinion: string | null, } | { "fill": "words", item: string, words: string, } | { "fill": "remark", item: string, id: string, document: string, 
/**
 * In the document, from 1; 0 is the whole of it.
 */
page: number, quote: string, words: string, for_letter: boolean, 
/**
 * Framed on the page: left, top, right, bottom in ten-thousandths of it.
 */
marks: Array<[number, number, number, number]>, } | { "fill": "drop_remark", item: string, id: string, } | { "fill": "note", item: string, words: string, } | { "fill": "mark", item: string, id: string, document: string, page: number, quote: string, words: string, marks: Array<[number, number, number, number]>, } | { "fill": "drop_mark", item: string, id: string, };
export type Finding = { 
/**
 * The rule's stable name, `M14.quorum`: article, dot, concept. Scenarios and reasons refer to it.
 */
rule: string, verdict: Verdict, 
/**
 * The sentence a person reads, result first, with the arithmetic where there is any.
 */
zh: string, en: string, cites: Array<Cite>, 
/**
 * Where the way out lies, one sentence; empty when there is nothing to do.
 */
way_zh: string, way_en: string, 
/**
 * The facts and numbers the sentence was made from, for tests and for 算式.
 */
facts: JsonValue, };
export type Flags = { human_participants: boolean, personal_information: boolean, human_samples: boolean, animals: boolean, international: boolean, 
/**
 * A registration, filing or approval is claimed (M26).
 */
regulated: boolean, several_units: boolean, 
/**
 * Our unit leads; meaningful with `several_units`.
 */
lead_unit: boolean, };
export type ForeignRow = { id: string, number: string, title: string, leader: string, partners: Array<string>, 
/**
 * The day the last one was on file.
 */
all_in: string | null, 
/**
 * What is on file: body and number; the notes of those that came before the last.
 */
approvals: Array<string>, };
export type FormedItem = { item: string, round: number, 
/**
 * The version of the material the form was made with.
 */
edition: number, said: Said, };
export type FoundCommittee = { name: string, unit: Unit, founded: string, founding_document: string, letter_prefix: string, case_prefix: string, secretary: string, phone: string, email: string, address: string, office: string, budget: string, demo: boolean, };
export type FoundFile = { 
/**
 * Folder name; what `open` takes.
 */
name: string, committee: string, last_used: string | null, demo: boolean, };
export type FoundView = { text: string, hits: Array<Hit>, 
/**
 * Pages read so far, and all. While they differ, ask again: the search goes on.
 */
read: number, all: number, 
/**
 * Pages among those read that hold no writing: photographs and scans.
 */
unwritten: number, };
export type FrameView = { committee: string, secretary: string, demo: boolean, read_only: boolean, now: string, today: string, counts: Array<PlaceCount>, journal: number, 
/**
 * The head of the chain, 64 hex digits.
 */
head: string, backup: BackupLamp, language: string, lock_minutes: number, 
/**
 * What opening the file found: clock set back, stale head, unclean exit, sync folder.
 */
notices: Array<Condition>, 
/**
 * Projector-safe facts for search and lists are unaffected; a file name for the window title.
 */
file: string, };
export type FreezeReport = { year: number, on: string | null, 
/**
 * Chapters typed by hand, by their number.
 */
texts: { [key in number]: string }, submitted: boolean, };
export type Gap = { finding: Finding, place: string, id: string, title: string, act: string, };
export type Gate = { 
/**
 * `acceptance`, `meeting`, `decision`, `letter`, `service`, `rereview`, `archive`.
 */
gate: string, zh: string, en: string, findings: Array<Finding>, };
export type HandOutPacket = { 
/**
 * None in the simplified procedure; then `items` are cases.
 */
meeting: string | null, member: string, items: Array<string>, on: string | null, how: HandedHow, 
/**
 * The id written into the file; must be the next one. Left out on paper.
 */
packet: string, file_name: string, sha256: string, manifest_sha256: string, generation: number, reply_by: string | null, };
export type HandedHow = "stick" | "mail" | "in_person" | "paper" | "other";
export type HelpView = { topic: string, title_zh: string, title_en: string, 
/**
 * Markdown.
 */
zh: string, en: string, topics: Array<[string, string, string]>, readings: Array<Reading>, };
export type Hit = { item: string, document: string, page: number, before: string, hit: string, after: string, 
/**
 * How often on this page.
 */
times: number, };
export type HostDesignation = { 
/**
 * Member id of the chair who designated.
 */
by: string, vice_chair: string, on: string, reason: string, paper: string | null, };
export type ImportCalendar = { year: number, 
/**
 * 国办发明电〔2025〕7号
 */
notice: string, issued: string | null, source: string, text: string, off: Array<string>, work: Array<string>, };
export type ImportLawText = { instrument: string, text: string, };
export type Impossible = { act: string, round: RoundKind | null, zh: string, en: string, finding: Finding, };
export type InTransit = { print: number, sign: number, seal: number, scan: number, serve: number, longest_zh: string, longest_en: string, };
export type IntakeView = { case: Case, number: string, zh: string, en: string, elements: Array<ElementRow>, 
/**
 * Files that have no element yet.
 */
loose: Array<LooseFile>, present: number, missing: number, not_applicable: number, unchecked: number, 
/**
 * The supplement notice as it would read, paragraph by paragraph.
 */
notice: Array<string>, 
/**
 * Last day for the applicant if served today.
 */
notice_due: Due | null, supplement: Array<Finding>, acceptance: Array<Finding>, proposal: Proposal, conflicts: Array<Match>, 
/**
 * Earlier applications with the same title or leader.
 */
similar: Array<SimilarCase>, 
/**
 * The three plain questions of the list (M21).
 */
list_questions: Array<ListQuestion>, };
export type Interest = { relation: Relation, with: string, note: string, until: string | null, };
export type Invitation = { member: string, reply: Reply, leaving: string | null, note: string, };
export type IssuePaper = { paper: string, 
/**
 * 成文日期; today when left out.
 */
on: string | null, };
export type IssueSupplement = { case: string, on: string | null, gaps: { [key in Element]?: string }, due: string | null, 
/**
 * Date of service, when it was handed over at once.
 */
served: string | null, };
export type Item = { id: string, meeting: string, case: string, 
/**
 * Index of the round in the case.
 */
round: number, minutes: number, 
/**
 * The host asked about conflicts of interest.
 */
conflicts_asked: string | null, recusals: Array<Recusal>, 
/**
 * When deliberation began; quorum is that of this moment and of the vote.
 */
taken_up: string | null, ballots: Array<Ballot>, outcome: Outcome | null, presented: string, answers: string, remarks: Array<Remark>, 
/**
 * Files and versions before the members, as named on the agenda.
 */
documents: Array<string>, };
export type ItemBack = { id: string, case: string, 
/**
 * The version of the material that was read.
 */
edition: number, conflict: ConflictBack, points: { [key in string]: PointBack }, dimensions: { [key in string]: DimensionBack }, 
/**
 * A key of the item's options.
 */
opinion: string | null, remarks: Array<RemarkBack>, 
/**
 * On the item as a whole.
 */
words: string, };
export type ItemLine = { 
/**
 * From 1, as on the agenda handed out.
 */
n: number, state: ItemState, 
/**
 * Without documents, points and options as long as no conflict was denied.
 */
item: ItemOut, filled: ItemBack, 
/**
 * The reader's own; stays on this machine.
 */
note: string, 
/**
 * Highlights and notes at places of the documents; they stay here too.
 */
marks: Array<ReadingNote>, };
export type ItemOut = { id: string, case: string, number: string, title: string, kind_zh: string, kind_en: string, minutes: number, leader: string, unit: string, 
/**
 * One line on what it is about.
 */
lead_zh: string, 
/**
 * The version of the material under review.
 */
edition: number, worksheet: boolean, points: Array<PointOut>, dimensions: Array<ChoiceOut>, 
/**
 * What a preliminary opinion can be.
 */
options: Array<ChoiceOut>, documents: Array<DocumentOut>, 
/**
 * What changed since the last version this reader had.
 */
changed_since: Array<string>, watermark: string, };
export type ItemResult = "decided" | "no_decision" | "not_deliberated";
export type ItemState = "unopened" | "begun" | "done" | "closed";
export type ItemView = { id: string, order: number, case: string, number: string, title: string, leader: string, department: string, round_zh: string, round_en: string, listed: Array<number>, minutes: number, due: Due | null, left: Left | null, 
/**
 * The record: recusals, ballots, remarks, outcome.
 */
item: Item, 
/**
 * Matches of members against the team, for the host's question.
 */
conflicts: Array<Match>, 
/**
 * Before opening a forecast, afterwards the quorum now or at the vote.
 */
quorum: Quorum, options: Array<OptionView>, tally: Tally | null, outcome_zh: string, outcome_en: string, 
/**
 * What stands between the item and its closing.
 */
closing: Array<Finding>, documents: Array<string>, 
/**
 * Words already written for the decision.
 */
decision: Decision | null, };
export type JournalEntry = { seq: number, at: string, by: string, act: string, zh: string, en: string, reasons: Array<[string, string]>, changes: Array<Change>, 
/**
 * The same in English.
 */
changes_en: Array<Change>, hash: string, };
export type JournalView = { total: number, head: string, entries: Array<JournalEntry>, };
export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;
export type JudgeList = { case: string, items: Array<number>, reason: string, on: string | null, exemption: Exemption | null, };
export type LawView = { zh: string, en: string, lines: Array<ArticleLine>, gaps: Array<Gap>, official_measures: boolean, official_ethics: boolean, 
/**
 * Every article of both instruments, for reading and searching.
 */
all: Array<ArticleText>, };
export type LeafView = { document: string, page: number, width: number, height: number, 
/**
 * Empty for a page that is a photograph.
 */
lines: Array<LineOfText>, 
/**
 * The words laid over the page, when the document does not bear them itself.
 */
watermark: string, };
export type Left = { n: number, unit: LeftUnit, chip_zh: string, chip_en: string, state: LeftState, };
export type LeftState = "calm" | "soon" | "today" | "grace" | "urgent" | "overdue" | "internal_over" | "waiting" | "estimate";
export type LeftUnit = "days" | "working_days" | "minutes";
export type LetterPoint = { 
/**
 * As it will stand in the letter, without names.
 */
text: string, sources: Array<PointSource>, 
/**
 * At the re-review: whether the applicant carried it out.
 */
state: PointState, note: string, };
export type LetterPoints = { id: string, case: string, round: number, points: Array<LetterPoint>, };
export type Limit = { "days": number } | { "working_days": number } | { "months": number } | { "hours": number } | "fixed";
export type Line = { lamp: Verdict, zh: string, en: string, 
/**
 * Where a click leads, if anywhere.
 */
place: string, id: string, };
export type LineOfText = { text: string, y: number, height: number, 
/**
 * Where each character begins, and where the last one ends.
 */
x: Array<number>, };
export type ListJudgement = { 
/**
 * Version of the list judged against.
 */
version: string, 
/**
 * Items hit, 1–3; empty = not listed.
 */
items: Array<number>, reason: string, on: string, exemption: Exemption | null, };
export type ListQuestion = { item: number, zh: string, en: string, };
export type ListRow = { 
/**
 * `case`, `meeting`, `paper`, `member`, …
 */
place: string, id: string, title: string, detail: string, date: string | null, };
export type ListedRegistration = { id: string, number: string, title: string, leader: string, department: string, items: Array<number>, due: Due | null, 
/**
 * While it is not registered.
 */
left: Left | null, registrations: Array<Registration>, findings: Array<Finding>, sheet: Array<SheetField>, };
export type LocalRules = { 
/**
 * Key of a shipped overlay; blank for none.
 */
overlay: string, own: { [key in string]: Value }, };
export type LooseFile = { material: Material, 
/**
 * Elements suggested by the file's name, best first.
 */
suggestions: Array<Element>, };
export type Made = { refs: Array<Ref>, zh: string, en: string, };
export type Match = { member: string, name: string, relation: Relation, 
/**
 * The person, unit or sponsor of the case.
 */
with: string, how_zh: string, how_en: string, 
/**
 * The same for sure; otherwise to be asked (namesakes, part of a name).
 */
certain: boolean, };
export type Material = { id: string, case: string, round: number, elements: Array<Element>, name: string, version: string, version_date: string | null, received: string, sha256: string, size: number, 
/**
 * Set when a later version replaces this one.
 */
replaced_by: string | null, };
export type Meeting = { id: string, 
/**
 * 第n次会议 of its year.
 */
no: number, year: number, starts: string, ends: string, form: MeetingForm, place: string, link: string, 
/**
 * Day the notice went out.
 */
noticed: string | null, 
/**
 * Who is to preside: a member id.
 */
host: string, designation: HostDesignation | null, invitations: Array<Invitation>, advisers: Array<AdviserSeat>, opened: string | null, closed: string | null, attendance: Array<Attendance>, 
/**
 * Items in the order of the agenda.
 */
items: Array<string>, recorder: string, 
/**
 * The minutes of the meeting before were approved.
 */
last_minutes_approved: boolean, cancelled: string | null, };
export type MeetingForm = "on_site" | "online" | "hybrid";
export type MeetingRow = { id: string, no: number, year: number, starts: string, place: string, items: number, decided: number, 
/**
 * `planned`, `noticed`, `open`, `closed`, `cancelled`
 */
state: string, state_zh: string, state_en: string, attended: number, due_members: number, lamp: Verdict, };
export type MeetingView = { meeting: Meeting, zh: string, en: string, 
/**
 * 议程 通知 答复 预检 开会: what is done, with its date.
 */
stages: Array<StageStep>, seats: Array<SeatView>, items: Array<ItemView>, 
/**
 * The whole meeting's forecast (no item's recusals).
 */
quorum: Quorum, 
/**
 * 会前预检, worst first.
 */
precheck: Array<Finding>, opening: Array<Finding>, closing: Array<Finding>, noticing: Array<Finding>, notice_by: Due | null, ready: Array<ReadyCase>, papers: Array<PaperLine>, 
/**
 * Simplified and emergency results since the last meeting (D10).
 */
since_last: Array<CaseRow>, names: { [key in string]: string }, };
export type MeetingsView = { rows: Array<MeetingRow>, ready: Array<ReadyCase>, zh: string, en: string, };
export type Member = { id: string, 
/**
 * Place in the appointment document; lists and ballots keep this order.
 */
seat: number, name: string, sex: Sex, 
/**
 * Unit and department as printed on the roster.
 */
unit: string, 
/**
 * 非本单位 (E7).
 */
external: boolean, title: string, category: Category, 
/**
 * Further categories the person is qualified in; the strict profile counts one person for one category.
 */
also: Array<Category>, 
/**
 * Identity number or another unique mark, for telling namesakes apart and finding duplicates (E7).
 */
identity: string, phone: string, email: string, terms: Array<Term>, undertakings: Array<Undertaking>, interests: Array<Interest>, 
/**
 * Days of training attended (E8(5)).
 */
trainings: Array<string>, };
export type MemberRow = { member: Member, role: Role, role_zh: string, category_zh: string, term: Term, term_lamp: Verdict, confidentiality: string | null, confidentiality_lamp: Verdict, interest: string | null, interest_lamp: Verdict, training: string | null, training_lamp: Verdict, attended: number, meetings: number, in_review: number, recused: number, };
export type MergePoints = { case: string, round: number | null, points: Array<PointIn>, };
export type Met = { on: string, late: boolean, 
/**
 * 按期，第21日 / 逾期3天
 */
zh: string, en: string, };
export type Milestone = { 
/**
 * None for a step to come that has no date yet.
 */
date: string | null, zh: string, en: string, state: When, detail_zh: string, detail_en: string, };
export type Missing = { item: string, 
/**
 * The point that wants a line, when it is one.
 */
point: string, zh: string, en: string, };
export type MovedDate = { 
/**
 * The case's number.
 */
case: string, zh: string, en: string, was: string, is: string, 
/**
 * The applicant was told this day; counted anew it would have been an earlier one.
 */
held: boolean, };
export type Newer = { 
/**
 * As [`Recent`] names it.
 */
id: string, edition: number, created: string, };
export type NextMeeting = { id: string, no: number, starts: string, place: string, items: Array<Verdict>, lines: Array<Line>, };
export type NotTaken = { name: string, zh: string, en: string, };
export type OccasionKind = "meeting" | "simplified" | "consultation";
export type OpenMeeting = { meeting: string, at: string | null, present: Array<string>, video: Array<string>, recorder: string, last_minutes_approved: boolean, };
export type Opinion = { member: string, on: string, view: ReviewerView, 
/**
 * 对审查内容有疑义
 */
doubt: boolean, 
/**
 * 提议转会议审查 (E24)
 */
asks_meeting: boolean, text: string, 
/**
 * The opinion on file it was taken from: a return or a typed sheet. None when it was written at the desk.
 */
source: string | null, };
export type OpinionRow = { opinion: ReaderOpinion, name: string, adviser: boolean, opinion_zh: string, opinion_en: string, weight: Weight, weight_zh: string, weight_en: string, edition_zh: string, edition_en: string, 
/**
 * In the simplified procedure: the act that records it as the reviewer's opinion, to be looked at and performed (M20).
 */
then: RecordOpinion | null, };
export type OpinionSource = { "source": "return", packet: string, key: string, seq: number, manifest_sha256: string, sha256: string, } | { "source": "paper", scan: string | null, } | { "source": "form", check: string, sha256: string, };
export type OptionView = { vote: Vote, zh: string, en: string, 
/**
 * One character, for the grid.
 */
mark: string, };
export type OrderItems = { meeting: string, items: Array<string>, };
export type Outcome = { result: ItemResult, decision: DecisionKind | null, reason: string, 
/**
 * Two-thirds fails when the recused are counted; the chair's note is then required for an approval.
 */
chair_note: string, at: string, deferred_to: string | null, };
export type OutlineLine = { title: string, 
/**
 * From 1.
 */
level: number, 
/**
 * In the document, from 1.
 */
page: number, };
export type OutlineView = { document: string, lines: Array<OutlineLine>, };
export type OutsideBody = { id: string, kind: BodyKind, name: string, 
/**
 * 统一社会信用代码; two names with one code are one body.
 */
credit_code: string, 
/**
 * The locality or ministry that set it up, or the unit whose committee it is.
 */
set_up_by: string, services: Array<BodyService>, 
/**
 * Last day of the standing commission contract, when there is one.
 */
until: string | null, contact: string, };
export type OutsideResult = { kind: DecisionKind, 
/**
 * The day the body decided.
 */
on: string, number: string, received: string, 
/**
 * SHA-256 of the copy in the archive.
 */
file: string | null, };
export type OutwardView = { zh: string, en: string, 
/**
 * The committee's own registration.
 */
findings: Array<Finding>, due: Due, 
/**
 * While it is not registered.
 */
left: Left | null, registrations: Array<Registration>, changes: Array<RegisteredChange>, sheet: Array<SheetField>, listed: Array<ListedRegistration>, consultations: Array<ConsultationLine>, foreign: Array<ForeignRow>, 
/**
 * The ledger of violations, those without an outcome first.
 */
violations: Array<ViolationLine>, };
export type OverlayLine = { key: string, zh: string, en: string, document: string, in_force: string | null, 
/**
 * 委员须为单数：1
 */
sets: Array<string>, chosen: boolean, };
export type Owner = "committee" | "applicant" | "authority" | "internal";
export type Packet = { id: string, 
/**
 * None in the simplified procedure.
 */
meeting: string | null, 
/**
 * A member or an adviser.
 */
member: string, 
/**
 * Counts the packets handed to this person.
 */
seq: number, 
/**
 * Counts those for this meeting or case.
 */
edition: number, on: string, how: HandedHow, file_name: string, 
/**
 * Of the file; empty for paper.
 */
sha256: string, 
/**
 * Of the list inside it, which a return answers.
 */
manifest_sha256: string, 
/**
 * Which of the member's passphrases opens it.
 */
generation: number, 
/**
 * Until when an answer is asked for.
 */
reply_by: string | null, items: Array<PacketItem>, };
export type PacketAsk = { meeting: string | null, 
/**
 * Cases of the simplified procedure, when there is no meeting.
 */
cases: Array<string>, member: string, reply_by: string | null, 
/**
 * Folder to write into; without one the bytes are kept for an errand under `token`.
 */
folder: string | null, };
export type PacketFor = { meeting: string | null, case: string | null, zh: string, en: string, 
/**
 * The day of the meeting, or on which the reviewers were designated.
 */
on: string, 
/**
 * Packets handed out, to how many people.
 */
handed: number, 
/**
 * Over: looked at, not handed out for.
 */
over: boolean, };
export type PacketForm = "worksheet" | "designation" | "consultation";
export type PacketItem = { 
/**
 * The agenda item; the case itself in the simplified procedure, which has no agenda.
 */
item: string, case: string, round: number, edition: number, };
export type PacketItemView = { 
/**
 * The agenda item; the case in the simplified procedure.
 */
item: string, order: number, case: string, round: number, number: string, title: string, edition: number, opinions: Array<OpinionRow>, points: Array<LetterPoint>, 
/**
 * At a resubmission: what the round before asked for, with the applicant's replies.
 */
before: Array<ReplyRow>, 
/**
 * What can be ticked: key, Chinese, English.
 */
options: Array<[string, string, string]>, sheet: Array<SheetDimension>, 
/**
 * The files of the item that a remark can be about: id and name.
 */
files: Array<[string, string]>, };
export type PacketOccasion = { kind: OccasionKind, id: string, title_zh: string, title_en: string, at: string | null, place: string, };
export type PacketPdf = { path: string, file_name: string, sha256: string, pages: number, size: number, 
/**
 * Attachments that are in it, and those only listed.
 */
merged: number, listed: number, };
export type PacketRow = { member: string, name: string, role_zh: string, role_en: string, 
/**
 * Gets a consultation form and has no vote (M14).
 */
adviser: boolean, phone: string, 
/**
 * Items this person gets, and the numbers of those left out for recusal.
 */
items: Array<string>, left_out: Array<number>, 
/**
 * Why no packet can be handed out, when none can; and what is to be known before it is.
 */
findings: Array<Finding>, 
/**
 * Those handed out, the latest last.
 */
packets: Array<Packet>, 
/**
 * Items with an opinion that counts.
 */
answered: number, 
/**
 * Keys enrolled, with their numbers as read out; revoked ones among them.
 */
readers: Array<ReaderRow>, 
/**
 * Days until the answer is due; negative when it is overdue.
 */
days_left: number | null, 
/**
 * The text to chase with; empty when there is nothing to chase.
 */
chase_zh: string, chase_en: string, };
export type PacketWritten = { packet: string, items: Array<string>, left_out: Array<number>, file_name: string, sha256: string, manifest_sha256: string, generation: number, size: number, path: string, token: string, };
export type PacketsView = { 
/**
 * None in the simplified procedure.
 */
meeting: string | null, 
/**
 * The case of a simplified review.
 */
case: string | null, title: string, title_en: string, 
/**
 * The day proposed for the answers: two working days before the meeting; five from now in the simplified procedure.
 */
reply_by: string, rows: Array<PacketRow>, items: Array<PacketItemView>, 
/**
 * Names of the materials, for the places of remarks.
 */
documents: { [key in string]: string }, names: { [key in string]: string }, 
/**
 * The answers of the worksheet in the order of their digits: Chinese, English.
 */
answers: Array<[string, string]>, 
/**
 * All there are to choose from, those still open first.
 */
occasions: Array<PacketFor>, };
export type PaperField = { key: string, zh: string, en: string, 
/**
 * `line`, `text`, `list`
 */
form: string, value: JsonValue, };
export type PaperLine = { id: string, kind: string, title: string, number: string, state: PaperState, dated: string | null, 
/**
 * The step it waits for, if issued and on its way.
 */
next: PaperStep | null, };
export type PaperRow = { id: string, kind: string, number: string, title: string, case: string | null, case_number: string, addressee: string, state: PaperState, steps: Array<PaperStep>, done: Array<StepDone>, next: PaperStep | null, 
/**
 * The running clock of a letter: delivery target or last day of appeal.
 */
clock_zh: string, clock_en: string, due: Due | null, left: Left | null, dated: string | null, void: Voided | null, replaces: string, };
export type PaperState = "draft" | "issued" | "void";
export type PaperStep = "printed" | "signed" | "sealed" | "scanned" | "served";
export type PaperView = { paper: FiledPaper, row: PaperRow, kind_zh: string, kind_en: string, 
/**
 * The letter linter's findings; a Block keeps it from being issued.
 */
findings: Array<Finding>, 
/**
 * Words of the data that may be edited: field, label, present text, lines.
 */
fields: Array<PaperField>, number_next: string, appeal: Due | null, pages: number, 
/**
 * Set when the page could not be made: what and why.
 */
failure: Failure | null, };
export type PapersView = { zh: Array<string>, en: Array<string>, rows: Array<PaperRow>, total: number, 
/**
 * print, sign, seal, scan, serve
 */
waiting: Array<number>, drafts: number, };
export type ParameterLine = { key: string, zh: string, value: string, unit: string, cite: string, source: string, en: string, 
/**
 * The article as a citation, to be opened; `R` for a limit of the committee's own.
 */
article: Cite, 
/**
 * Which way an overlay may move it.
 */
tighten: Tighten, 
/**
 * What the national text says, where something stricter stands over it.
 */
shipped: string, 
/**
 * The value for a form: a number, or the text of a share or a day.
 */
raw: Value, };
export type Passport = { system: string, model: string, version: string, data_sources: Array<string>, users: string, controls: Array<string>, };
export type PlaceCount = { place: string, red: number, open: number, };
export type PlaceItem = { meeting: string, case: string, minutes: number, };
export type PlaceMaterial = { material: string, elements: Array<Element>, 
/**
 * Kept as it is when left out.
 */
version: string, version_date: string | null, };
export type PlanMeeting = { starts: string, ends: string, form: MeetingForm, place: string, link: string, 
/**
 * Who is to preside; the chair in office on that day when left out.
 */
host: string | null, };
export type PointAnswer = { answer: number | null, words: string, };
export type PointBack = { 
/**
 * 1 符合, 2 基本符合, 3 不符合, 4 不适用.
 */
answer: number | null, words: string, };
export type PointIn = { text: string, sources: Array<PointSource>, };
export type PointOut = { key: string, dimension: string, zh: string, en: string, };
export type PointSource = { opinion: string, remark: string, };
export type PointState = "open" | "met" | "not_met";
export type PointTick = { 
/**
 * Its number, from 1.
 */
point: number, state: PointState, note: string, };
export type Possible = { act: string, 
/**
 * For `start_round`: which kind.
 */
round: RoundKind | null, zh: string, en: string, 
/**
 * The likeliest one; at most one is.
 */
main: boolean, };
export type Presence = "in_room" | "video";
export type Procedure = "general" | "simplified" | "emergency";
export type Profile = "strict" | "lenient";
export type Proposal = { procedure: Procedure, ground: SimplifiedGround | null, reasons_zh: Array<string>, reasons_en: Array<string>, };
export type Quorum = { 
/**
 * `Fine`: deliberation and vote can be held. `Block`: neither.
 */
lamp: Verdict, 
/**
 * A: the attending members' ids in seat order.
 */
attending: Array<string>, 
/**
 * Recused for this item though at the meeting.
 */
recused: Array<string>, 
/**
 * In office and not at the meeting.
 */
absent: Array<string>, counts: Array<[Category, number]>, missing: Array<Category>, host_ok: boolean, 
/**
 * Who presides over this item; empty when nobody may.
 */
host: string, 
/**
 * Votes one option needs (E16).
 */
needed: number, 
/**
 * The share that needs, numerator and denominator: two thirds, or what a province asks beyond it.
 */
ratio: [number, number], 
/**
 * The lamp's sentence.
 */
zh: string, en: string, 
/**
 * To be read aloud by the host when the lamp is red.
 */
say_zh: string, findings: Array<Finding>, ways: Array<Way>, };
export type ReaderOpinion = { id: string, item: string, case: string, round: number, member: string, 
/**
 * The version of the material that was read; 0 when it is not known.
 */
edition: number, 
/**
 * When the member made it.
 */
made: string, 
/**
 * When it came in.
 */
taken: string, source: OpinionSource, said: Said, };
export type ReaderRemark = { id: string, 
/**
 * The material, empty for the item as a whole.
 */
document: string, page: number, quote: string, words: string, for_letter: boolean, 
/**
 * What was framed on the page: left, top, right, bottom in ten-thousandths of it.
 */
marks: Array<[number, number, number, number]>, };
export type ReaderRevoked = { on: string, reason: string, };
export type ReaderRow = { key: string, fingerprint: string, on: string, revoked: ReaderRevoked | null, };
export type Reading = { 
/**
 * A1…A23, as the help page numbers them.
 */
id: string, 
/**
 * The articles it touches.
 */
cites: Array<Cite>, question_zh: string, question_en: string, strict_zh: string, strict_en: string, 
/**
 * Equal to the strict treatment where there is only one.
 */
lenient_zh: string, lenient_en: string, };
export type ReadingNote = { id: string, item: string, document: string, 
/**
 * From 1; 0 = the whole document.
 */
page: number, quote: string, words: string, 
/**
 * Marked places as left, top, right, bottom in ten-thousandths of the page.
 */
marks: Array<[number, number, number, number]>, };
export type ReadingRequest = { "reading": "state" } | { "reading": "await", path: string, } | { "reading": "await_kept", id: string, } | { "reading": "open", passphrase: string, digits: string, } | { "reading": "compared" } | { "reading": "discard", id: string, } | { "reading": "forget" } | { "reading": "close" } | { "reading": "fill", what: Fill, } | { "reading": "leaf", document: string, page: number, } | { "reading": "outline", document: string, } | { "reading": "find", text: string, };
export type ReadingState = { open: Contents | null, 
/**
 * A packet that was double-clicked, dropped or chosen and still wants its passphrase.
 */
waiting: Waiting | null, 
/**
 * Packets kept on this machine, the one opened last first. What is in them cannot be told without the passphrase.
 */
recent: Array<Recent>, now: string, };
export type ReadyCase = { id: string, number: string, title: string, leader: string, department: string, kind_zh: string, kind_en: string, due: string | null, left: Left | null, };
export type Reason = { rule: string, reason: string, };
export type ReceiveApplication = { application: Application, 
/**
 * Moment of receipt; now when left out.
 */
received: string | null, medium: string, 
/**
 * A person without a unit applies (M12): cannot be accepted by a committee.
 */
without_unit: boolean, };
export type ReceiveSupplement = { case: string, on: string | null, 
/**
 * Elements that came in; all that were asked for when left out.
 */
elements: Array<Element>, };
export type Recent = { 
/**
 * Names it for opening and for removing.
 */
id: string, 
/**
 * The name its file had; says nothing of what is in it.
 */
name: string, 
/**
 * When something was last filled in or opened.
 */
opened: string, 
/**
 * Bytes it takes on this machine.
 */
size: number, };
export type RecogniseResult = { case: string, on: string | null, 
/**
 * The cooperation or recognition agreement.
 */
agreement: string, issuer: Body, 
/**
 * The partner's decision: its number, its day, and its copy in the archive.
 */
number: string, decided: string, file: string | null, attending: number | null, votes: number | null, 
/**
 * Who tracks.
 */
tracker: string, conditions: Array<string>, tracking_months: number | null, 
/**
 * For a listed activity: number of the opinion the lead unit obtained, and who carried the re-review out.
 */
rereview_number: string, rereview_body: Body, };
export type Recognition = { 
/**
 * The cooperation or recognition agreement.
 */
agreement: string, issuer: Body, number: string, decided: string, kind: DecisionKind, 
/**
 * Attending members and votes for it, where the partner gave them.
 */
attending: number | null, votes: number | null, 
/**
 * A copy of the decision is on file.
 */
copy: boolean, 
/**
 * SHA-256 of that copy in the archive.
 */
file: string | null, 
/**
 * Who tracks.
 */
tracker: string, 
/**
 * For a listed activity: the opinion the lead unit obtained, its number, and who carried the re-review out.
 */
rereview_number: string, rereview_body: Body, on: string, };
export type RecordAppeal = { case: string, received: string, postmark: string | null, written: boolean, grounds: string, 
/**
 * Not admitted, for this reason. Blank: admitted.
 */
refusal: string, };
export type RecordCommissioned = { case: string, kind: DecisionKind, 
/**
 * The day the body decided.
 */
on: string, received: string | null, number: string, 
/**
 * SHA-256 of the copy, taken into the archive before.
 */
file: string | null, reasons: string, suggestions: Array<string>, conditions: Array<string>, tracking_months: number | null, 
/**
 * For 修改后再审: by when to resubmit.
 */
resubmit_by: string | null, };
export type RecordComplaint = { on: string, channel: string, anonymous: boolean, from: string, about: string, case: string | null, 
/**
 * Member ids of persons concerned.
 */
concerned: Array<string>, 
/**
 * Member id or name of who handles it.
 */
handler: string, };
export type RecordConsultation = { on: string, from: string, question: string, answer: string, in_scope: boolean | null, heads: Array<ScopeHead>, };
export type RecordContact = { case: string | null, meeting: string | null, with: string, about: string, on: string | null, 
/**
 * 1st, 2nd, 3rd reminder; 0 = none.
 */
reminder: number, };
export type RecordForeignApproval = { case: string, on: string, body: string, number: string, 
/**
 * The last one that was pending.
 */
all_in: boolean, };
export type RecordInterest = { member: string, interest: Interest, };
export type RecordOpinion = { case: string, member: string, on: string | null, view: ReviewerView, doubt: boolean, asks_meeting: boolean, text: string, 
/**
 * The opinion on file it is taken from: a return or a sheet typed in.
 */
source: string | null, };
export type RecordRemarks = { item: string, presented: string, answers: string, remarks: Array<Remark>, };
export type RecordReply = { meeting: string, member: string, reply: Reply, leaving: string | null, note: string, };
export type RecordRereview = { case: string, opinion: RereviewOpinion, on: string, number: string, text: string, file: string | null, };
export type RecordService = { paper: string, at: string | null, method: DeliveryMethod, receiver: string, place: string, proof: string | null, note: string, };
export type RecordStep = { paper: string, step: PaperStep, on: string | null, by: string, copies: number, scan: string | null, };
export type RecordTraining = { on: string, topic: string, organiser: string, in_house: boolean, hours: number, members: Array<string>, others: number, };
export type RecordUndertaking = { member: string, kind: UndertakingKind, signed: string, scan: string | null, };
export type RecordViolation = { 
/**
 * The day it came to light.
 */
on: string, kind: ViolationKind, case: string | null, persons: Array<string>, found_by: string, facts: string, };
export type RecordVote = { item: string, member: string, vote: Vote | null, at: string | null, };
export type RecordVotes = { item: string, votes: { [key in string]: Vote }, at: string | null, };
export type Recusal = { member: string, reason: string, left: string | null, back: string | null, };
export type Recuse = { item: string, member: string, reason: string, left: string | null, };
export type Ref = { kind: string, id: string, 
/**
 * As a person names it: a case number, a letter number, a title.
 */
name: string, };
export type Refuse = { case: string, on: string | null, reason: string, 
/**
 * Where to apply instead (M12).
 */
instead: string, };
export type RegisterAdviser = { name: string, unit: string, field: string, phone: string, no_interest: string | null, };
export type RegisterBody = { body: string | null, kind: BodyKind, name: string, credit_code: string, 
/**
 * The locality or ministry that set the centre up, or the unit whose committee it is.
 */
set_up_by: string, services: Array<BodyService>, 
/**
 * Last day of the standing contract.
 */
until: string | null, contact: string, };
export type RegisterCommittee = { on: string, number: string, note: string, };
export type RegisterListed = { case: string, on: string, number: string, };
export type RegisteredChange = { on: string, zh: string, en: string, };
export type Registration = { on: string, number: string, note: string, };
export type Relation = "same_team" | "supervision" | "kin" | "shares" | "funding" | "competitor" | "co_author" | "superior" | "other";
export type Remark = { 
/**
 * One of the six dimensions of M15 (1–6), 0 for a general remark.
 */
dimension: number, text: string, 
/**
 * A dissenting view to be recorded.
 */
dissent: boolean, };
export type RemarkBack = { id: string, 
/**
 * The document it is about; empty = the item.
 */
document: string, 
/**
 * The page within the document, from 1; 0 = the whole of it.
 */
page: number, 
/**
 * What is marked there.
 */
quote: string, words: string, 
/**
 * Meant for the letter to the applicant, not only for the table.
 */
for_letter: boolean, 
/**
 * Places framed on the page: left, top, right, bottom in ten-thousandths of it.
 */
marks: Array<[number, number, number, number]>, };
export type RemoveItem = { item: string, reason: string, };
export type RenewTerm = { member: string, role: Role, from: string, until: string, document: string, };
export type Reopen = { case: string, reason: string, };
export type Reply = "attending" | "video" | "absent" | "none";
export type ReplyRow = { round: number, 
/**
 * Its number among the points, from 1: what a tick names.
 */
point: number, 
/**
 * In the words of the letter.
 */
text: string, 
/**
 * Its number in the letter, from 1; None when it did not go into the letter.
 */
asked: number | null, reply: string, state: PointState, note: string, 
/**
 * Of how many opinions it was made.
 */
sources: number, };
export type ReportChange = { case: string, on: string, what: string, major: boolean, incident: boolean, };
export type ReportList = { key: string, zh: string, en: string, rows: Array<ListRow>, };
export type ReportView = { year: number, zh: string, en: string, due: Due, left: Left | null, chapters: Array<Chapter>, findings: Array<Finding>, frozen: string | null, paper: string | null, 
/**
 * The report on listed activities, once fixed.
 */
listed_paper: string | null, 
/**
 * The day both were handed in.
 */
submitted: string | null, years: Array<number>, 
/**
 * Of these, the years whose report is fixed.
 */
fixed: Array<number>, };
export type Request = { do: Act, reasons: Array<Reason>, 
/**
 * Ask the law only; write nothing. For the gate dialogs.
 */
rehearse: boolean, 
/**
 * The draft this act came from, to be dropped once it is recorded.
 */
draft: string, };
export type Rereview = { authority: string, sent: string, 
/**
 * The authority's day of receipt; its 30 days run from here.
 */
received: string | null, 
/**
 * Who carried it out, when the authority commissioned a service centre (M11, M23).
 */
implementer: string, panel: Array<string>, opinion: RereviewResult | null, paper: string | null, };
export type RereviewOpinion = "agree" | "disagree";
export type RereviewReceived = { case: string, on: string, 
/**
 * Whom the authority commissioned, once it has said so; recorded again when it commissions another.
 */
implementer: string | null, panel: Array<string> | null, };
export type RereviewResult = { opinion: RereviewOpinion, on: string, number: string, text: string, file: string | null, };
export type Resubmit = { case: string, received: string | null, 
/**
 * One reply for each suggestion of the decision, in its order.
 */
replies: Array<string>, medium: string, };
export type Resume = { case: string, on: string | null, 
/**
 * How the conditions were met.
 */
reason: string, };
export type ReturnRecused = { item: string, member: string, at: string | null, };
export type Returned = { seq: number, made: string, 
/**
 * Something was filled in since; the secretary has not seen it.
 */
changed: boolean, };
export type ReturnedItem = { item: string, edition: number, said: Said, };
export type ReviewerDesignation = { on: string, 
/**
 * Member id of who designated.
 */
by: string, reviewers: Array<string>, paper: string | null, 
/**
 * The designation for a period it rests on; then there is no slip of its own.
 */
under: string | null, };
export type ReviewerView = "agree" | "agree_after_changes" | "disagree";
export type RevokeReader = { key: string, reason: string, on: string | null, };
export type Risk = { what: string, likelihood: number, degree: number, measure: string, };
export type Role = "chair" | "vice_chair" | "member";
export type Round = { kind: RoundKind, 
/**
 * "" for the first, then -R1, -A01, -T01 …
 */
suffix: string, received: string, 
/**
 * 电子邮件、现场、邮寄 …
 */
medium: string, checks: { [key in Element]?: Check }, 
/**
 * Day on which members were matched against the team (E5, E8).
 */
conflicts_scanned: string | null, supplements: Array<Supplement>, refused: Ending | null, withdrawn: Ending | null, accepted: Acceptance | null, 
/**
 * M12: not reviewed here but by a body the unit commissioned. What it decides stands in `preliminary` and `decision`.
 */
commission: Commission | null, 
/**
 * M18: not reviewed here; a partner's approval was recognised and stands in `decision`.
 */
recognised: Recognition | null, designation: ReviewerDesignation | null, opinions: Array<Opinion>, converted: Conversion | null, extensions: Array<Extension>, 
/**
 * Agenda items this round was put on, in order.
 */
items: Array<string>, 
/**
 * M22: the preliminary opinion on a listed activity.
 */
preliminary: Decision | null, rereview: Rereview | null, decision: Decision | null, deliveries: Array<Delivery>, appeal: Appeal | null, 
/**
 * E20: the change that opened this round is a major one.
 */
major: boolean, 
/**
 * What was handed in with a later round: the replies point by point, the changes, the four contents of E19.
 */
report: Array<string>, 
/**
 * Who led the activity before, when this round brings another leader: the undertaking is then signed anew (E20).
 */
leader_was: string | null, };
export type RoundKind = "initial" | "resubmission" | "amendment" | "tracking" | "renewed" | "appeal";
export type RuleDocument = { kind: RuleKind, version: string, adopted: string, adopted_by: string, file: string | null, 
/**
 * Only for [`RuleKind::Simplified`]: the 跟踪频度 that M20 asks for, in months.
 */
tracking_months: number | null, };
export type RuleKind = "charter" | "review" | "supervision" | "confidentiality" | "archives" | "conflicts" | "simplified" | "emergency" | "emergency_sop" | "video" | "risk_assessment";
export type RuleLine = { kind: RuleKind, zh: string, en: string, cites: Array<Cite>, unlocks_zh: string, unlocks_en: string, in_force: RuleDocument | null, versions: Array<RuleDocument>, };
export type RunAftermath = { meeting: string, 
/**
 * Lines ticked off on the page, by their key; all when empty.
 */
leave_out: Array<string>, };
export type Said = { 
/**
 * A conflict of interest was declared; the rest then counts for nothing.
 */
conflict: boolean, conflict_words: string, 
/**
 * A key of what could be ticked: a vote's or a reviewer's view's.
 */
opinion: string | null, points: { [key in string]: PointAnswer }, dimensions: { [key in string]: PointAnswer }, remarks: Array<ReaderRemark>, words: string, };
export type SavedView = { key: string, zh: string, en: string, total: number, };
export type ScanConflicts = { case: string, on: string | null, };
export type Scope = { in_scope: boolean, heads: Array<ScopeHead>, reason: string, on: string, };
export type ScopeHead = "dignity" | "public_order" | "life_health" | "ecology" | "sustainability" | "by_law";
export type SearchGroup = { key: string, zh: string, en: string, hits: Array<SearchHit>, };
export type SearchHit = { 
/**
 * `case`, `paper`, `member`, `meeting`, `material`, `article`, `act`, `place`
 */
kind: string, id: string, title: string, detail: string, 
/**
 * The two in English; empty where they are the record's own words.
 */
title_en: string, detail_en: string, 
/**
 * How it was found: 字、拼音、首字母。
 */
how_zh: string, how_en: string, };
export type SearchView = { text: string, groups: Array<SearchGroup>, };
export type SeatAdviser = { meeting: string, adviser: string, no_interest: boolean, items: Array<string>, };
export type SeatView = { id: string, name: string, role: Role, role_zh: string, category: Category, category_zh: string, external: boolean, reply: Reply, leaving: string | null, 
/**
 * Present now: in the room, by video, or not (`null`).
 */
presence: Presence | null, arrived: string | null, departed: string | null, 
/**
 * Whether the person may be put on the attendance list (E8), and why not.
 */
may_attend: Array<Finding>, phone: string, };
export type SecondBallot = { item: string, at: string | null, };
export type SendNotices = { meeting: string, on: string | null, };
export type SendRereview = { case: string, on: string | null, authority: string, 
/**
 * A service centre known to carry it out (M11).
 */
implementer: string, panel: Array<string>, };
export type SetImage = { 
/**
 * `seal` or `signature`
 */
which: string, sha256: string | null, mm: number | null, };
export type SetLimit = { key: string, value: Value | null, reason: string, };
export type Settings = { profile: Profile, 
/**
 * Offer 修改后批准 (E16) as a fourth decision.
 */
approve_after_changes: boolean, 
/**
 * Signed ballots (true) or secret ones.
 */
signed_ballots: boolean, 
/**
 * Print names of reviewing members on letters, or their number only.
 */
names_on_letters: boolean, 
/**
 * Minutes attribute remarks to members.
 */
minutes_attribute: boolean, 
/**
 * Paper width of the seal in millimetres.
 */
seal_mm: number, 
/**
 * SHA-256 of the seal image and of the chair's signature image in the archive.
 */
seal: string | null, signature: string | null, language: string, 
/**
 * Lock after this many idle minutes; 0 = never.
 */
lock_minutes: number, 
/**
 * The folder a second verified copy goes to.
 */
second_copy: string, };
export type SettingsView = { committee: Committee, folder: string, snapshots: Array<SnapshotLine>, backup: BackupLamp, calendars: Array<CalendarYear>, parameters: Array<ParameterLine>, overlays: Array<OverlayLine>, official_measures: boolean, official_ethics: boolean, fonts: Array<string>, version: string, };
export type Sex = "male" | "female";
export type SheetDimension = { key: string, zh: string, en: string, 
/**
 * Code, Chinese, English.
 */
points: Array<[string, string, string]>, };
export type SheetField = { key: string, zh: string, en: string, value: string, };
export type SimilarCase = { id: string, number: string, title: string, leader: string, how_zh: string, how_en: string, };
export type SimplifiedGround = "ordinary_risk" | "minor_change" | "tracking_without_adjustment";
export type Since = { 
/**
 * The edition it is compared with, and when that was made.
 */
edition: number, created: string, 
/**
 * Empty: nothing of the material changed.
 */
items: Array<Changed>, 
/**
 * Items whose answers were taken over because their material is the same.
 */
kept: number, };
export type SnapshotLine = { name: string, at: string, seq: number, size: string, verified: boolean, why: string, why_en: string, };
export type Spoken = { words: string, generation: number, 
/**
 * The sixteen digits of the committee's own key: compared once, when the reader's machine first meets a packet of ours.
 */
committee: string, };
export type Stage = "draft" | "received" | "supplement" | "refused" | "accepted" | "in_general" | "in_simple" | "in_emergency" | "prelim_passed" | "rereview_sent" | "rereview_back" | "decided" | "delivered" | "appealed" | "revising" | "cond_approved" | "active" | "suspended" | "terminated" | "rejected" | "completed" | "withdrawn" | "transferred" | "recognised" | "archived";
export type StageStep = { key: string, zh: string, en: string, 
/**
 * `done`, `now`, `later`
 */
state: string, date: string | null, };
export type Staged = { member: string, name: string, occasion_zh: string, made: string, seq: number, 
/**
 * A filled form carries no signature.
 */
signed: boolean, 
/**
 * The key that signed it, as it is read out by telephone; empty for a form.
 */
fingerprint: string, 
/**
 * The key is enrolled for this member and not revoked.
 */
enrolled: boolean, findings: Array<Finding>, items: Array<StagedItem>, enrol: EnrolReader, 
/**
 * The act that takes it in: of a return or of a form.
 */
act: Act, };
export type StagedItem = { item: string, number: string, title: string, said: Said, opinion_zh: string, opinion_en: string, weight: Weight, weight_zh: string, weight_en: string, 
/**
 * 审查的是第1版材料; empty when it is the one on the table.
 */
edition_zh: string, edition_en: string, 
/**
 * What this member has on file for the item: by return or typed in meanwhile.
 */
on_file: Array<ReaderOpinion>, };
export type Standing = { stage: Stage, 
/**
 * The activity may be carried out today: approved, not suspended, foreign approvals there.
 */
in_force: boolean, 
/**
 * The standing sentence.
 */
zh: string, en: string, clocks: Array<Clock>, 
/**
 * The clock that presses most, as an index into `clocks`.
 */
pressing: number | null, missing: Array<Gate>, possible: Array<Possible>, impossible: Array<Impossible>, path: Array<Milestone>, };
export type StandingDesignation = { id: string, to: DesignatedFor, 
/**
 * Member id of the chair who designated.
 */
by: string, 
/**
 * Who is designated: vice-chairs to preside, members to review.
 */
members: Array<string>, 
/**
 * The day it was signed.
 */
on: string, from: string, 
/**
 * The last day, included.
 */
until: string, reason: string, 
/**
 * SHA-256 of the scan in the archive.
 */
scan: string | null, 
/**
 * Taken back before its last day: the first day without it.
 */
ended: string | null, };
export type StartRound = { case: string, kind: RoundKind, received: string | null, medium: string, 
/**
 * What changed, or the four contents of E19, as handed in.
 */
report: Array<string>, 
/**
 * The change is major (E20): never by the simplified procedure; a listed activity goes to re-review again.
 */
major: boolean, };
export type StartView = { open: boolean, files: Array<FoundFile>, conditions: Array<Condition>, now: string, version: string, };
export type StepDone = { step: PaperStep, on: string, by: string, copies: number, 
/**
 * SHA-256 of the scan.
 */
scan: string | null, };
export type SubmitReport = { year: number, on: string | null, };
export type Supplement = { on: string, 
/**
 * Elements asked for, with what is missing.
 */
gaps: { [key in Element]?: string }, 
/**
 * Last day given to the applicant.
 */
due: string, served: string | null, received: string | null, 
/**
 * Why a further notice was allowed.
 */
reason: string, paper: string | null, };
export type Suspend = { case: string, on: string | null, reason: string, 
/**
 * Conditions and way of resumption.
 */
conditions: string, 
/**
 * The item at which two thirds decided it; without one it is the chair's interim measure, to be ratified.
 */
item: string | null, };
export type TakeInForm = { 
/**
 * None in the simplified procedure; then the items are cases.
 */
meeting: string | null, member: string, 
/**
 * Of the packet the form was made with.
 */
edition: number, 
/**
 * Proves which form it is; held against the file before the act.
 */
check: string, 
/**
 * The day written on it.
 */
on: string | null, 
/**
 * The filled copy itself, in the archive.
 */
sha256: string, items: Array<FormedItem>, };
export type TakeInReturn = { packet: string, member: string, 
/**
 * The key that signed it.
 */
key: string, seq: number, manifest_sha256: string, made: string, 
/**
 * The return file itself, in the archive.
 */
sha256: string, items: Array<ReturnedItem>, };
export type TakeUp = { item: string, at: string | null, };
export type Taken = { taken: Array<TakenFile>, refused: Array<NotTaken>, };
export type TakenFile = { name: string, sha256: string, size: number, 
/**
 * The material it became, when a case was named.
 */
material: string | null, };
export type Tally = { 
/**
 * 到会委员: in office, present, not recused.
 */
attending: number, 
/**
 * Recused members who are at the meeting; outside the denominator.
 */
recused: number, 
/**
 * Votes one option must have.
 */
needed: number, 
/**
 * Votes of each option offered, in the order offered; abstentions and spoilt papers too.
 */
counts: Array<[Vote, number]>, 
/**
 * Attending members without a vote; they stay in the denominator.
 */
missing: Array<string>, 
/**
 * The option with two thirds; there can only be one.
 */
reached: Vote | null, 
/**
 * Two thirds are reached, but not if the recused were counted as attending (reading A2).
 */
boundary: boolean, decision: DecisionKind | null, 
/**
 * The arithmetic in a sentence.
 */
zh: string, en: string, 
/**
 * The count alone, a clause without its closing words: 批准3票，修改后再审2票，到会5人须4票.
 */
count_zh: string, count_en: string, 
/**
 * Which options can still get there; empty once all have voted or one has.
 */
can_still_zh: string, can_still_en: string, findings: Array<Finding>, };
export type TeamMember = { name: string, unit: string, part: string, trained: boolean, };
export type Term = { role: Role, from: string, 
/**
 * The last day of the term, included.
 */
until: string, 
/**
 * The appointment document, its number.
 */
document: string, 
/**
 * Set when it ended early: the last day in office and how.
 */
ended: TermEnded | null, };
export type TermEnd = "resigned" | "dismissed" | "suspended" | "other";
export type TermEnded = { 
/**
 * The first day out of office.
 */
on: string, how: TermEnd, note: string, };
export type Terminate = { case: string, on: string | null, reason: string, 
/**
 * The item at which two thirds decided it.
 */
item: string | null, };
export type TickPoints = { case: string, 
/**
 * The round in which they were made.
 */
round: number, ticks: Array<PointTick>, };
export type Tighten = "lower" | "higher" | "never" | "free" | "superset";
export type TodayView = { today: string, zh: Array<string>, en: Array<string>, groups: Array<DutyGroup>, meeting: NextMeeting | null, transit: InTransit, backup: Array<Line>, committee: Array<Line>, };
export type Todo = { act: string, lamp: Verdict, zh: string, en: string, 
/**
 * Where a click leads, if anywhere.
 */
place: string, id: string, };
export type Tracker = "reviewing_body" | "committee";
export type TrackingEvent = { case: string, number: string, title: string, kind: TurnKind, on: string, zh: string, en: string, reason: string, lamp: Verdict, };
export type TrackingRow = { id: string, number: string, title: string, leader: string, department: string, listed: boolean, months: number, last: string | null, due: Due | null, left: Left | null, reminders: Array<string>, suspended: boolean, lamp: Verdict, };
export type TrackingView = { zh: string, en: string, rows: Array<TrackingRow>, 
/**
 * What happened to approved activities, newest first.
 */
events: Array<TrackingEvent>, };
export type Training = { id: string, on: string, topic: string, organiser: string, 
/**
 * 派出 (false) or 内部 (true).
 */
in_house: boolean, hours: number, members: Array<string>, others: number, };
export type Turn = { kind: TurnKind, on: string, reason: string, conditions: string, paper: string | null, 
/**
 * M17, A22: an interim measure by the chair that a meeting has yet to ratify.
 */
interim: boolean, };
export type TurnKind = "suspended" | "resumed" | "terminated" | "completed" | "archived" | "reopened" | "registered" | "risk_change" | "incident" | "foreign_approval";
export type Undertaking = { kind: UndertakingKind, signed: string, 
/**
 * SHA-256 of the scan in the archive, when there is one.
 */
scan: string | null, };
export type UndertakingKind = "confidentiality" | "interest";
export type Unit = { name: string, 
/**
 * 统一社会信用代码
 */
credit_code: string, kind: UnitKind, affiliation: Affiliation, province: string, 
/**
 * 民族自治地方 (E7): a member familiar with local conditions is then needed.
 */
autonomous_area: boolean, 
/**
 * 主管部门
 */
authority: string, };
export type UnitKind = "university" | "institute" | "hospital" | "enterprise" | "other";
export type Value = number | string | Array<string>;
export type Verdict = "block" | "ask" | "note" | "fine";
export type VerifyChanges = { case: string, verifier: string, on: string | null, finding: string, };
export type View = { "view": "start" } | { "view": "frame" } | { "view": "today" } | { "view": "cases", saved: string, text: string, order: string, desc: boolean, offset: number, limit: number, } | { "view": "case", id: string, } | { "view": "intake", id: string, } | { "view": "meetings", year: number | null, } | { "view": "meeting", id: string, } | { "view": "packets", meeting: string | null, case: string | null, } | { "view": "aftermath", meeting: string, } | { "view": "papers", show: string, text: string, offset: number, limit: number, } | { "view": "paper", id: string, } | { "view": "committee", on: string | null, } | { "view": "report", year: number, } | { "view": "report_list", year: number, key: string, } | { "view": "tracking" } | { "view": "appeals", 
/**
 * Who is looking: a name or a member's id; left out, the secretary.
 */
reader: string, } | { "view": "outward" } | { "view": "law", year: number | null, } | { "view": "article", cite: string, year: number | null, } | { "view": "search", text: string, } | { "view": "why", case: string, clock: string, } | { "view": "compute", limit: string, n: number, start: string, roll: boolean, } | { "view": "journal", kind: string, id: string, offset: number, limit: number, } | { "view": "settings" } | { "view": "wording", kind: string, } | { "view": "calendar", year: number, } | { "view": "help", topic: string, } | { "view": "draft", key: string, };
export type Violation = { id: string, 
/**
 * The day it came to light.
 */
on: string, kind: ViolationKind, case: string | null, 
/**
 * Names of the persons or units concerned.
 */
persons: Array<string>, 
/**
 * 跟踪审查, 投诉举报, 自查 …
 */
found_by: string, facts: string, concluded: string | null, outcome: string, 
/**
 * The authority or department it was referred to.
 */
referred_to: string, };
export type ViolationKind = "fraud" | "forged" | "unreviewed" | "unapproved" | "beyond_scope" | "obstructing" | "favouritism" | "other";
export type ViolationLine = { kind_zh: string, kind_en: string, 
/**
 * The case's number; blank without one.
 */
number: string, id: string, 
/**
 * The day it came to light.
 */
on: string, kind: ViolationKind, case: string | null, 
/**
 * Names of the persons or units concerned.
 */
persons: Array<string>, 
/**
 * 跟踪审查, 投诉举报, 自查 …
 */
found_by: string, facts: string, concluded: string | null, outcome: string, 
/**
 * The authority or department it was referred to.
 */
referred_to: string, };
export type VoidPaper = { paper: string, on: string | null, reason: string, reissue: boolean, };
export type Voided = { on: string, reason: string, replaced_by: string | null, };
export type Vote = "approve" | "approve_after_changes" | "revise" | "reject" | "pass" | "continue" | "continue_after_changes" | "suspend" | "terminate" | "abstain" | "spoilt";
export type VoteCorrection = { member: string, was: Vote | null, reason: string, at: string, };
export type Waiting = { 
/**
 * Empty when it is kept here and its file is not needed.
 */
path: string, name: string, 
/**
 * Of a packet that is kept here.
 */
kept: string, };
export type Way = { 
/**
 * `call_in` a member, `designate_host`, `fill_chair`, `defer` the item.
 */
key: string, zh: string, en: string, 
/**
 * Whom it takes, for `call_in` and `designate_host`.
 */
member: string | null, };
export type Weight = "counted" | "superseded" | "declared" | "recused" | "late" | "closed" | "recorded" | "not_member";
export type When = "past" | "now" | "future";
export type WhyClock = { key: string, zh: string, en: string, due: string | null, left: Left | null, };
export type WhyDay = { date: string, 
/**
 * `working`, `make_up`, `weekend`, `holiday`
 */
kind: string, name: string, 
/**
 * Its number in the count; 0 = the first day, not counted; null = not reached or not counted.
 */
n: number | null, last: boolean, today: boolean, };
export type WhyRow = { zh: string, en: string, value_zh: string, value_en: string, cites: Array<Cite>, };
export type WhyView = { title_zh: string, title_en: string, number: string, 
/**
 * The sentence that counts aloud.
 */
zh: string, en: string, due: Due, left: Left | null, 
/**
 * 起点 期限 数法 日历 停、延 归谁
 */
rows: Array<WhyRow>, days: Array<WhyDay>, 
/**
 * The same span counted the other way, for comparison.
 */
other_zh: string, other_en: string, 
/**
 * All dates of the case.
 */
clocks: Array<WhyClock>, };
export type Withdraw = { case: string, on: string | null, reason: string, document: string | null, };
export type WordingView = { kind: string, zh: string, en: string, 
/**
 * All kinds that have a wording, for the chooser.
 */
kinds: Array<[string, string, string]>, shipped: string, own: string | null, placeholders: Array<string>, };
export type WriteDecision = { case: string, reasons: string, suggestions: Array<string>, conditions: Array<string>, tracking_months: number | null, resubmit_by: string | null, };
