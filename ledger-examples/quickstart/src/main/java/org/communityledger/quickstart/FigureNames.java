package org.communityledger.quickstart;

import java.util.Map;
import org.communityledger.projection.FigureKey;

/** What the figures of the page are called among people. */
final class FigureNames {
  private static final Map<String, Name> NAMES = Map.ofEntries(
      named("sites.open{kind=STATION}", "rider stations", "骑手驿站"),
      named("coverage.units{frame=street-shops}", "shops with a caring corner", "设爱心角的商铺"),
      named("assets.live{kind=FITNESS_GEAR}", "fitness gear", "健身器材"),
      named("coverage.units{frame=lifts}", "lifts that keep e-bikes out", "装有阻车装置的电梯"),
      named("activities.attendanceCounted{activity=tea-party,as=ATTENDEE,party=household}", "families at the tea party",
          "参加茶话会的家庭"),
      named("activities.materials{activity=court-outreach,unit=COPY}", "leaflets of the court", "法院宣传资料"),
      named("activities.consultations{activity=court-outreach,unit=PERSON_TIME}", "consultations by the court", "法院咨询"),
      named("orgs.branches", "branches", "党支部"),
      named("aid.served.ofItem{item=cervical,programme=screening,unit=PERSON}", "cervical screening", "宫颈筛查"),
      named("aid.served.ofItem{item=breast,programme=screening,unit=PERSON}", "breast screening", "乳腺筛查"),
      named("standings.everApplied{ladder=membership,org=riders-branch}", "applications for membership", "入党申请"),
      named("standings.current{ladder=membership,org=riders-branch,stage=activist}", "activists", "入党积极分子"));

  private FigureNames() {}

  private static Map.Entry<String, Name> named(String figure, String english, String chinese) {
    return Map.entry(figure, new Name(english, chinese));
  }

  private record Name(String english, String chinese) {}

  /** The figure's name, or its key where it has none here. */
  static String of(FigureKey key, Page page) {
    Name name = NAMES.get(key.toString());
    return name == null ? key.toString() : page.in(name.english(), name.chinese());
  }
}
