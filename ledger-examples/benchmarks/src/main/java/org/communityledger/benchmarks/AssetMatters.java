package org.communityledger.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.places.Condition;
import org.communityledger.places.FrameUnit;
import org.communityledger.places.PlaceCommand.AssignSteward;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.InspectAsset;
import org.communityledger.places.PlaceCommand.InstallAsset;
import org.communityledger.places.PlaceCommand.InstallAssets;
import org.communityledger.places.PlaceCommand.RemoveAsset;

/**
 * What stands in a district: its lifts, each with the device that it ought to have, and railings, gear and chargers. All
 * of it is looked at every few months. Not thread-safe.
 */
final class AssetMatters implements Matters {
  private static final FrameId LIFTS = new FrameId("lifts");
  private static final int ALL_LIFTS = 200;
  private static final int FIRST_DEVICES = 70;
  private static final String DEVICE = "LIFT_DEVICE";
  private static final List<String> OTHER_KINDS = List.of("RAILING", "FITNESS_GEAR", "CHARGER");

  private final District district;
  private final Chance chance;
  private final Supplier<Optional<CaseId>> cases;
  private int devices;

  /**
   * What stands in a district.
   *
   * @param cases cases that are known
   */
  AssetMatters(District district, Supplier<Optional<CaseId>> cases) {
    this.district = district;
    this.chance = district.chance();
    this.cases = cases;
  }

  @Override
  public List<Supplier<Asked>> beginnings() {
    return List.of(
        () -> district.asks(new DeclareFrame(LIFTS, "lifts of the street", District.street(),
            Tally.exact(ALL_LIFTS, Unit.LIFT), IntStream.range(0, ALL_LIFTS).mapToObj(AssetMatters::lift).toList(),
            district.today())),
        this::firstDevices);
  }

  private static UnitId lift(int number) {
    return new UnitId("lift-" + number);
  }

  private Asked firstDevices() {
    List<InstallAsset> all = new ArrayList<>();
    while (all.size() < FIRST_DEVICES) {
      all.add(device());
    }
    return district.asks(new InstallAssets(all));
  }

  private InstallAsset device() {
    return InstallAsset.of(new AssetId(district.nextId()), DEVICE, district.someFirstEstate())
        .covering(FrameUnit.of(LIFTS, lift(devices++))).installedBy(district.someCompany());
  }

  @Override
  public List<Kind> kinds() {
    return List.of(new Kind(3, () -> new OneAsset().agenda));
  }

  private InstallAsset next() {
    if (devices < ALL_LIFTS && chance.happens(300)) {
      return device();
    }
    InstallAsset asset = InstallAsset
        .of(new AssetId(district.nextId()), chance.oneOf(OTHER_KINDS), district.someEstate())
        .installedBy(district.someCompany());
    return chance.happens(200) ? cases.get().map(asset::inCase).orElse(asset) : asset;
  }

  /** From its installation until it is removed, or for ever. */
  private final class OneAsset {
    private static final int MOST_ROUNDS = 8;

    private final Agenda agenda = new Agenda(district);
    private final InstallAsset asset = next();
    private Optional<LocalDate> lookedAfterUntil = Optional.empty();

    private OneAsset() {
      agenda.then(Agenda.DAYS, () -> district.asks(asset));
      if (chance.happens(500)) {
        agenda.then(Agenda.DAYS, this::steward);
      }
      for (int round = chance.between(1, MOST_ROUNDS); round > 0; round--) {
        agenda.then(Agenda.MONTHS, this::inspected);
        if (chance.happens(100)) {
          agenda.perhaps(Agenda.DAYS, this::nextSteward);
        }
      }
      if (chance.happens(300)) {
        agenda.then(Agenda.WEEKS,
            () -> district.asks(new RemoveAsset(asset.asset(), Optional.empty())).because("rusted through"));
      }
    }

    private Asked inspected() {
      Condition condition = chance.happens(880)
          ? Condition.OK
          : chance.happens(750) ? Condition.FAULT : Condition.UNSAFE;
      Optional<CaseId> opens = condition == Condition.OK || chance.happens(400) ? Optional.empty() : cases.get();
      return district.asks(Actor.of(district.someWorker(), "inspector"),
          district.occurred(district.today().minusDays(7)), new InspectAsset(asset.asset(), condition, opens));
    }

    /** For some months; whoever comes next begins later. */
    private Asked steward() {
      LocalDate from = lookedAfterUntil.map(it -> it.plusDays(1)).filter(it -> it.isAfter(district.today()))
          .orElse(district.today());
      LocalDate until = from.plusDays(chance.between(60, 400));
      lookedAfterUntil = Optional.of(until);
      PersonId steward = chance.happens(500) ? district.someWorker() : district.anyResident();
      return district.asks(new AssignSteward(asset.asset(), steward, from, Optional.of(until)));
    }

    private Optional<Asked> nextSteward() {
      return lookedAfterUntil.map(it -> steward());
    }
  }
}
