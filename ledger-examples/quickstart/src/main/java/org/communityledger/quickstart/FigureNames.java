package org.communityledger.quickstart;

import java.util.Map;
import org.communityledger.projection.FigureKey;

/** What the figures of the page are called among people. */
final class FigureNames {
  private static final Map<String, Name> NAMES = Map.of(
      "sites.open{kind=STATION}", new Name("rider stations", "骑手驿站"),
      "coverage.units{frame=street-shops}", new Name("shops with a caring corner", "设爱心角的商铺"),
      "assets.live{kind=FITNESS_GEAR}", new Name("fitness gear", "健身器材"),
      "coverage.units{frame=lifts}", new Name("lifts that keep e-bikes out", "装有阻车装置的电梯"),
      "activities.attendanceCounted{activity=tea-party,as=ATTENDEE,party=household}",
      new Name("families at the tea party", "参加茶话会的家庭"),
      "activities.materials{activity=court-outreach,unit=COPY}", new Name("leaflets of the court", "法院宣传资料"),
      "activities.consultations{activity=court-outreach,unit=PERSON_TIME}",
      new Name("consultations by the court", "法院咨询"));

  private FigureNames() {}

  private record Name(String english, String chinese) {}

  /** The figure's name, or its key where it has none here. */
  static String of(FigureKey key, Page page) {
    Name name = NAMES.get(key.toString());
    return name == null ? key.toString() : page.in(name.english(), name.chinese());
  }
}
