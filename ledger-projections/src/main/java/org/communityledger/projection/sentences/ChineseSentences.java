package org.communityledger.projection.sentences;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.activities.ActivityEvent;
import org.communityledger.activities.ActivityEvent.ActivityCancelled;
import org.communityledger.activities.ActivityEvent.ActivityClosed;
import org.communityledger.activities.ActivityEvent.ActivityHeld;
import org.communityledger.activities.ActivityEvent.ActivityPlanned;
import org.communityledger.activities.ActivityEvent.ParticipantCheckedIn;
import org.communityledger.activities.ActivityEvent.TallyRecorded;
import org.communityledger.activities.ActivityEvent.TopicCovered;
import org.communityledger.aid.AidEvent;
import org.communityledger.aid.ProgrammeEvent;
import org.communityledger.aid.StockEvent;
import org.communityledger.cases.CaseEvent;
import org.communityledger.cases.CaseEvent.AssignmentReturned;
import org.communityledger.cases.CaseEvent.CaseAccepted;
import org.communityledger.cases.CaseEvent.CaseAssigned;
import org.communityledger.cases.CaseEvent.CaseClosed;
import org.communityledger.cases.CaseEvent.CaseDeclined;
import org.communityledger.cases.CaseEvent.CaseHeard;
import org.communityledger.cases.CaseEvent.CaseMarkedDuplicate;
import org.communityledger.cases.CaseEvent.CaseRated;
import org.communityledger.cases.CaseEvent.CaseReopened;
import org.communityledger.cases.CaseEvent.CaseReported;
import org.communityledger.cases.CaseEvent.CaseResumed;
import org.communityledger.cases.CaseEvent.CaseSuspended;
import org.communityledger.cases.CaseEvent.DeadlineExtended;
import org.communityledger.cases.CaseEvent.DuplicateUnmarked;
import org.communityledger.cases.CaseEvent.InterimMeasureTaken;
import org.communityledger.cases.CaseEvent.PlanAgreed;
import org.communityledger.cases.CaseEvent.SurveyRecorded;
import org.communityledger.cases.CaseEvent.WorkCompleted;
import org.communityledger.cases.CaseEvent.WorkRejected;
import org.communityledger.cases.CaseEvent.WorkStarted;
import org.communityledger.cases.CaseEvent.WorkVerified;
import org.communityledger.cases.SlaPolicyDefined;
import org.communityledger.cases.Stage;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.LateConflict;
import org.communityledger.kernel.LedgerFounded;
import org.communityledger.kernel.OpaqueEvent;
import org.communityledger.kernel.RecordedEvent;
import org.communityledger.kernel.RuleBroken;
import org.communityledger.kernel.Span;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.When;
import org.communityledger.membership.AppointmentEvent;
import org.communityledger.membership.BondEvent;
import org.communityledger.membership.HonourEvent;
import org.communityledger.membership.MembershipEvent;
import org.communityledger.parties.PartyEvent;
import org.communityledger.parties.PartyEvent.AliasRecorded;
import org.communityledger.parties.PartyEvent.HouseholdMemberMoved;
import org.communityledger.parties.PartyEvent.HouseholdRegistered;
import org.communityledger.parties.PartyEvent.OrgRegistered;
import org.communityledger.parties.PartyEvent.PersonRegistered;
import org.communityledger.places.CoveredUnit;
import org.communityledger.places.PlaceEvent;
import org.communityledger.places.PlaceEvent.AssetInspected;
import org.communityledger.places.PlaceEvent.AssetInstalled;
import org.communityledger.places.PlaceEvent.AssetRemoved;
import org.communityledger.places.PlaceEvent.DesignationWithdrawn;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceEvent.PlaceRegistered;
import org.communityledger.places.PlaceEvent.SiteClosed;
import org.communityledger.places.PlaceEvent.SiteDesignated;
import org.communityledger.places.PlaceEvent.SiteOpened;
import org.communityledger.places.PlaceEvent.StewardAssigned;
import org.communityledger.records.RecordsEvent;
import org.communityledger.records.RecordsEvent.ApprovalGiven;
import org.communityledger.records.RecordsEvent.AttestationWithdrawn;
import org.communityledger.records.RecordsEvent.ErasureRequested;
import org.communityledger.records.RecordsEvent.EventRetracted;
import org.communityledger.records.RecordsEvent.FigureAttested;
import org.communityledger.records.RecordsEvent.HoldLifted;
import org.communityledger.records.RecordsEvent.HoldPlaced;
import org.communityledger.records.RecordsEvent.SubjectErased;

/** The sentences in Chinese. */
final class ChineseSentences implements Sentences {
  static final ChineseSentences SENTENCES = new ChineseSentences(new ChineseWords());

  private final ChineseWords words;
  private final ProgrammesInChinese programmes;
  private final AidInChinese aid;
  private final StockInChinese stock;
  private final MembershipInChinese membership;
  private final RolesInChinese roles;

  private ChineseSentences(ChineseWords words) {
    this.words = words;
    this.programmes = new ProgrammesInChinese(words);
    this.aid = new AidInChinese(words);
    this.stock = new StockInChinese(words);
    this.membership = new MembershipInChinese(words);
    this.roles = new RolesInChinese(words);
  }

  @Override
  public String of(RecordedEvent recorded) {
    return words.when(recorded.header().occurred()) + "，" + words.actor(recorded.header().actor())
        + said(recorded.event()) + words.ifThere("，理由已加密", recorded.header().reason())
        + recorded.header().irregular().map(it -> "，虽不合规定仍据实记录，缘由已加密" + approved(Optional.of(it.approval())))
            .orElse("")
        + "。";
  }

  @Override
  public String when(When when) {
    return words.when(when);
  }

  @Override
  public String day(LocalDate day) {
    return words.day(day);
  }

  @Override
  public String amount(Tally tally) {
    return words.amount(tally);
  }

  @Override
  public String days(Span span) {
    return words.days(span);
  }

  @Override
  public String stage(Stage stage) {
    return stage.chinese();
  }

  private String said(Event event) {
    return switch (event) {
      case LedgerFounded it -> "建立台账" + it.origin() + "，日期按" + it.zone() + "时区计算";
      case LateConflict it -> "因补录事件" + it.ledToBy() + "，使涉及" + it.about() + "的事件" + it.event() + "与规则"
          + it.rule() + "冲突";
      case RuleBroken it -> "据实记录了涉及" + it.about() + "的事件" + it.event() + "，虽违反规则" + String.join("、", it.rules())
          + approved(it.approval());
      case PartyEvent it -> ofParties(it);
      case PlaceEvent it -> ofPlaces(it);
      case RecordsEvent it -> ofRecords(it);
      case ActivityEvent it -> ofActivities(it);
      case ProgrammeEvent it -> programmes.said(it);
      case AidEvent it -> aid.said(it);
      case StockEvent it -> stock.said(it);
      case MembershipEvent it -> membership.said(it);
      case CaseEvent it -> ofCases(it);
      case SlaPolicyDefined it -> "制定办理时限规定" + it.policy() + "第" + it.version() + "版："
          + it.days().entrySet().stream().map(each -> each.getKey() + each.getValue() + "天").collect(joining("、"));
      case AppointmentEvent it -> roles.said(it);
      case BondEvent it -> roles.said(it);
      case HonourEvent it -> roles.said(it);
      case OpaqueEvent it -> "记录了此处未知的事件，类型" + it.name() + "，第" + it.version() + "版：" + it.json();
      default -> throw new IllegalArgumentException("There is no Chinese sentence for " + event.getClass().getName());
    };
  }

  private String ofParties(PartyEvent event) {
    return switch (event) {
      case PersonRegistered it -> "登记人员" + it.person()
          + it.over18().map(adult -> adult ? "，已满18周岁" : "，未满18周岁").orElse("")
          + words.ifThere("，附加密身份信息", it.identity())
          + it.descriptor().map(text -> "，描述为" + words.quote(text)).orElse("");
      case OrgRegistered it -> "登记组织" + it.org() + "，" + (it.nameComplete() ? "名称" : "名称（不完整）")
          + words.quote(it.name()) + "，类型" + it.kind() + words.given("，隶属组织", it.parent())
          + words.given("，所在地点", it.place());
      case HouseholdRegistered it -> "登记家庭" + it.household() + "，共" + words.amount(it.size())
          + (it.members().isEmpty()
              ? "，未列明成员"
              : "，成员：" + it.members().stream().map(words::party).collect(joining("、")));
      case HouseholdMemberMoved it -> "将人员" + it.person()
          + it.from().map(from -> "由家庭" + from).orElse("（此前不属任何家庭）") + "迁入家庭" + it.to()
          + it.joined().map(joined -> "，结束事件" + joined + "所定的成员关系").orElse("");
      case AliasRecorded it -> "登记" + it.target() + "的" + (it.confirmed() ? "已确认" : "未确认") + "别名"
          + words.quote(it.alias());
    };
  }

  private String ofPlaces(PlaceEvent event) {
    return switch (event) {
      case PlaceRegistered it -> "登记地点" + it.place() + "，名称" + words.quote(it.name()) + "，类型" + it.kind()
          + words.given("，上级地点", it.parent()) + (it.parentConfirmed() ? "，上级已确认" : "，上级未确认");
      case SiteOpened it -> "开设阵地" + it.site() + "，类型" + it.kind() + "，地点" + it.place()
          + it.name().map(name -> "，名称" + words.quote(name)).orElse("") + "，由组织" + it.operator() + "运营"
          + words.given("，设于组织", it.host()) + covering(it.unit()) + words.given("，接替事件", it.after());
      case SiteClosed it -> "关闭阵地" + it.site() + "，类型" + it.kind() + words.given("，设于组织", it.host())
          + covering(it.unit());
      case SiteDesignated it -> "记录组织" + it.by() + "授予阵地" + it.site() + "称号" + words.quote(it.title());
      case DesignationWithdrawn it -> "撤销阵地" + it.site() + "的称号" + words.quote(it.title()) + "，原由事件"
          + it.designation() + "授予";
      case FrameDeclared it -> "公布底数" + it.frame() + "，对象为" + words.quote(it.what()) + "，地点" + it.place() + "："
          + words.amount(it.size()) + "，截至" + words.day(it.asOf()) + listed(it.units());
      case FrameRevised it -> "修订底数" + it.frame() + "为第" + it.version() + "版：" + words.amount(it.size()) + "，截至"
          + words.day(it.asOf()) + listed(it.units());
      case AssetInstalled it -> "记录安装设施" + it.asset() + "，类型" + it.kind() + "，" + words.amount(it.quantity())
          + "，地点" + it.place() + words.given("，所属阵地", it.site()) + covering(it.unit())
          + it.by().map(by -> "，安装方" + words.party(by)).orElse("")
          + it.paidBy().map(by -> "，出资方" + words.party(by)).orElse("") + words.given("，用于事项", it.caseId())
          + words.given("，接替事件", it.after());
      case AssetRemoved it -> "记录拆除设施" + it.asset() + "，类型" + it.kind() + "，地点" + it.place()
          + words.given("，所属阵地", it.site()) + covering(it.unit()) + words.given("，用于事项", it.caseId());
      case AssetInspected it -> "检查设施" + it.asset() + "，结果：" + words.condition(it.condition())
          + words.given("，由此上报事项", it.opensCase());
      case StewardAssigned it -> "将设施" + it.asset() + "交由" + words.party(it.steward()) + "管护，自"
          + words.day(it.from()) + it.until().map(until -> "至" + words.day(until)).orElse("起");
    };
  }

  private String covering(Optional<CoveredUnit> covered) {
    return covered.map(it -> "，覆盖底数" + it.frame() + "第" + it.version() + "版（事件" + it.definition() + "）"
        + it.unit().map(unit -> "的单元" + unit).orElse("的一个单元")).orElse("");
  }

  private static String listed(List<UnitId> units) {
    return units.isEmpty() ? "，未列名单" : "，名单：" + units.stream().map(UnitId::value).collect(joining("、"));
  }

  private String ofRecords(RecordsEvent event) {
    return switch (event) {
      case ApprovalGiven it -> "作出批准" + it.approval() + "，事由" + it.what() + "，对象" + it.target()
          + it.limit().map(limit -> "，限" + words.amount(limit)).orElse("");
      case EventRetracted it -> "撤销事件" + it.event() + approved(it.approval())
          + (it.carried().isEmpty()
              ? ""
              : "，原标签" + it.carried().stream().map(Tag::toString).collect(joining("、")));
      case ErasureRequested it -> "申请删除" + it.subject() + "的个人信息，依据" + words.quote(it.basis())
          + approved(it.approval());
      case SubjectErased it -> "已删除" + it.subject() + "的个人信息，依据申请事件" + it.request() + "，销毁" + it.values()
          + "项内容";
      case HoldPlaced it -> "对" + it.subject() + "设立法律保全" + it.hold() + "，依据" + words.quote(it.basis());
      case HoldLifted it -> "解除对" + it.subject() + "的法律保全" + it.hold() + approved(it.approval());
      case FigureAttested it -> "记录" + words.party(it.claimedBy()) + "对指标" + it.figure() + "截至"
          + words.day(it.asOf()) + "的申报：" + words.claim(it.value());
      case AttestationWithdrawn it -> "撤回事件" + it.attestation() + "对指标" + it.figure() + "的申报";
    };
  }

  private String ofCases(CaseEvent event) {
    return switch (event) {
      case CaseReported it -> "上报" + it.kind().chinese() + it.caseId() + "，地点" + it.place() + "，类别" + it.category()
          + it.extent().map(extent -> "，范围" + words.amount(extent)).orElse("")
          + "，严重程度" + words.severity(it.severity()) + "，" + words.channel(it.channel())
          + it.reporter().map(reporter -> "，反映者" + words.party(reporter)).orElse("")
          + it.affects().map(affects -> "，影响" + words.amount(affects)).orElse("")
          + words.ifThere("，附加密叙述", it.narrative()) + words.ifThere("，附加密照片", it.photos());
      case CaseAccepted it -> "对事项" + it.caseId() + "立案，责任单位为组织" + it.owner()
          + it.policy().map(policy -> "，依据办理时限规定" + policy.policy() + "第" + policy.version() + "版（事件"
              + policy.definition() + "制定）").orElse("")
          + it.dueBy().map(due -> "，办理期限" + words.day(due)).orElse("，无办理期限");
      case CaseDeclined it -> "对事项" + it.caseId() + "不予立案，理由：" + words.ground(it.why())
          + words.given("，转介组织", it.referTo());
      case CaseMarkedDuplicate it -> "标记事项" + it.caseId() + "与事项" + it.of() + "重复";
      case DuplicateUnmarked it -> "确认事项" + it.caseId() + "与事项" + it.of() + "不重复，取消事件" + it.marking()
          + "的标记";
      case InterimMeasureTaken it -> "对事项" + it.caseId() + "采取临时措施：" + words.quote(it.measure());
      case SurveyRecorded it -> "记录对事项" + it.caseId() + "的勘查"
          + words.ifThere("，附加密勘查结果", it.findings());
      case PlanAgreed it -> "记录事项" + it.caseId() + "商定的方案，涉及" + words.extent(it.extent())
          + it.scope().map(scope -> "，规模" + words.amount(scope)).orElse("")
          + it.agreedBy().map(party -> "，同意方" + words.party(party)).orElse("") + "，措施："
          + (it.measures().isEmpty()
              ? "未列明"
              : it.measures().stream().map(words::quote).collect(joining("、")));
      case CaseAssigned it -> "将事项" + it.caseId() + "派遣给" + words.party(it.doer()) + "，任务" + words.quote(it.task())
          + it.dueBy().map(due -> "，完成期限" + words.day(due)).orElse("")
          + words.given("，立案依据事件", it.acceptance());
      case AssignmentReturned it -> "退回事项" + it.caseId() + "，所退派遣为事件" + it.assignment();
      case WorkStarted it -> "记录事项" + it.caseId() + "开始处置，依据派遣事件" + it.assignment();
      case WorkCompleted it -> "记录" + words.party(it.doer()) + "完成事项" + it.caseId() + "的处置，涉及"
          + words.extent(it.extent()) + it.scopeDone().map(scope -> "，规模" + words.amount(scope)).orElse("")
          + it.effort().map(effort -> "，用工" + words.amount(effort)).orElse("") + "，依据派遣事件"
          + it.assignment() + words.ifThere("，附加密照片", it.photos());
      case WorkVerified it -> "核查事项" + it.caseId() + "的处置，认定事件" + it.completion() + "的完成合格"
          + words.ifThere("，附加密意见", it.remarks());
      case WorkRejected it -> "核查事项" + it.caseId() + "的处置，认定事件" + it.completion() + "的完成不合格"
          + words.ifThere("，附加密意见", it.remarks());
      case CaseClosed it -> "对事项" + it.caseId() + "结案，结果：" + it.outcome().chinese() + approved(it.approval())
          + words.given("，核查依据事件", it.verification());
      case CaseReopened it -> "第" + it.n() + "次重新立案事项" + it.caseId() + "，办理期限" + words.day(it.dueBy())
          + "，取消事件" + it.ended();
      case CaseSuspended it -> "将事项" + it.caseId() + "挂账至" + words.day(it.until()) + approved(it.approval());
      case CaseResumed it -> "恢复办理事项" + it.caseId() + "，结束事件" + it.suspension() + "的挂账";
      case DeadlineExtended it -> "将事项" + it.caseId() + "的办理期限延至" + words.day(it.newDue()) + "，第" + it.nth()
          + "次延期" + approved(it.approval());
      case CaseHeard it -> "记录事项" + it.caseId() + "已在活动" + it.activity() + "中研究" + held(it.holding())
          + words.ifThere("，附加密处理意见", it.resolution());
      case CaseRated it -> "评价事项" + it.caseId() + "的办理：联系到本人" + words.answer(it.reached()) + "，已联系"
          + words.answer(it.contacted()) + "，已解决" + words.answer(it.solved()) + "，满意度"
          + it.satisfied().map(grade -> grade + "分（满分5分）").orElse("未说明")
          + words.given("，所评结案为事件", it.closing()) + words.ifThere("，附加密评语", it.remark());
    };
  }

  private String ofActivities(ActivityEvent event) {
    return switch (event) {
      case ActivityPlanned it -> "计划" + it.kind().chinese() + it.activity() + "，名称" + words.quote(it.title())
          + it.edition().map(n -> "，第" + n + "届").orElse("") + "，主办方" + words.parties(it.hosts())
          + (it.coHosts().isEmpty() ? "" : "，协办方" + words.parties(it.coHosts()))
          + (it.hostListOpen() ? "等" : "") + words.given("，地点", it.place())
          + (it.groups().isEmpty() ? "" : "，组别" + String.join("、", it.groups()))
          + it.plannedFor().map(when -> "，拟于" + words.when(when) + "举办").orElse("")
          + words.given("，属于活动", it.partOf());
      case ActivityHeld it -> "记录活动" + it.activity() + "已举办"
          + it.sessions().map(sessions -> "，共" + words.amount(sessions)).orElse("");
      case ActivityCancelled it -> "取消活动" + it.activity();
      case ActivityClosed it -> "结束活动" + it.activity() + held(it.holding());
      case ParticipantCheckedIn it -> "为" + words.party(it.party()) + "签到活动" + it.activity() + "，身份为"
          + it.as().chinese() + words.given("，组别", it.group()) + held(it.holding());
      case TallyRecorded it -> "记录活动" + it.activity() + "的" + it.measure() + words.given("，项目", it.item()) + "，数量"
          + words.amount(it.value()) + (it.listOpen() ? "，项目未列全" : "") + held(it.holding());
      case TopicCovered it -> "记录活动" + it.activity() + "的内容" + words.quote(it.topic())
          + (it.listOpen() ? "，内容未列全" : "")
          + it.presenter().map(presenter -> "，主讲人" + words.party(presenter)).orElse("")
          + it.examples().map(examples -> "，举例" + words.amount(examples)).orElse("") + held(it.holding());
    };
  }

  private static String held(EventId holding) {
    return "，举办依据事件" + holding;
  }

  private String approved(Optional<ApprovalId> approval) {
    return words.given("，凭批准", approval);
  }
}
