package org.communityledger.places;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.About;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.Command;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.Texts;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;

/**
 * What can be asked about places, the sites and assets at them, and the frames of what ought to be covered. Kinds and
 * titles are code words; names are public names, never of a door, a person or a home.
 */
public sealed interface PlaceCommand extends Command {
  /**
   * Registers a place, below another one if a parent is given. A name is the public name of an estate, a street or an
   * office, never a door or a person's home; {@code parentConfirmed} is false where the clerk concluded the parent.
   */
  record RegisterPlace(PlaceId place, String kind, String name, Optional<PlaceId> parent, boolean parentConfirmed)
      implements
        PlaceCommand,
        About {
    public RegisterPlace {
      Texts.code("kind", kind);
      Texts.check("name", name, 100);
    }

    @Override
    public Id subject() {
      return place;
    }
  }

  /**
   * Opens a site.
   *
   * @param site the site
   * @param kind what it is: {@code STATION}, {@code CARING_CORNER}, {@code DEMO_STREET}, {@code CENTRE} and so on
   * @param name its public name, if it has one
   * @param place where it is
   * @param operator who runs it
   * @param host whose premises it is in, such as the shop of a caring corner; a host has one site of a kind
   * @param unit what it covers, if a frame says what ought to be covered
   */
  record OpenSite(
      SiteId site,
      String kind,
      Optional<String> name,
      PlaceId place,
      OrgId operator,
      Optional<OrgId> host,
      Optional<FrameUnit> unit) implements PlaceCommand, About {
    public OpenSite {
      Texts.code("kind", kind);
      name.ifPresent(it -> Texts.check("name", it, 100));
    }

    /** A site without a name, a host or a unit. */
    public static OpenSite of(SiteId site, String kind, PlaceId place, OrgId operator) {
      return new OpenSite(site, kind, Optional.empty(), place, operator, Optional.empty(), Optional.empty());
    }

    /** The same site in somebody's premises. */
    public OpenSite hostedBy(OrgId other) {
      return new OpenSite(site, kind, name, place, operator, Optional.of(other), unit);
    }

    /** The same site, covering a unit. */
    public OpenSite covering(FrameUnit other) {
      return new OpenSite(site, kind, name, place, operator, host, Optional.of(other));
    }

    @Override
    public Id subject() {
      return site;
    }
  }

  /** Opens several sites, all of them or none. */
  record OpenSites(List<OpenSite> sites) implements PlaceCommand {
    public OpenSites {
      sites = List.copyOf(sites);
      checkBatch("sites", sites);
    }
  }

  private static void checkBatch(String field, List<?> batch) {
    if (batch.isEmpty()) {
      throw new IllegalArgumentException(field + " must not be empty");
    }
  }

  /** Closes a site; its designations end with it. */
  record CloseSite(SiteId site) implements PlaceCommand, About {
    @Override
    public Id subject() {
      return site;
    }
  }

  /** Gives a site a title, such as {@code benchmark}; {@code by} is who gives it. */
  record DesignateSite(SiteId site, String title, OrgId by) implements PlaceCommand, About {
    public DesignateSite {
      Texts.code("title", title);
    }

    @Override
    public Id subject() {
      return site;
    }
  }

  /** Takes a title from a site. */
  record WithdrawDesignation(SiteId site, String title) implements PlaceCommand, About {
    public WithdrawDesignation {
      Texts.code("title", title);
    }

    @Override
    public Id subject() {
      return site;
    }
  }

  /**
   * Says what ought to be covered: units by list, or only how many there are.
   *
   * @param frame the frame
   * @param what what its units are, in plain words: {@code shops of the demonstration street}
   * @param place where they are
   * @param size how many there are; if they are listed, exactly as many as listed
   * @param units the units, each once; empty if they are not listed
   * @param asOf the day for which this is true
   */
  record DeclareFrame(FrameId frame, String what, PlaceId place, Tally size, List<UnitId> units, LocalDate asOf)
      implements
        PlaceCommand,
        About {
    public DeclareFrame {
      Texts.check("what", what, 100);
      units = List.copyOf(units);
      checkSize(size, units);
    }

    @Override
    public Id subject() {
      return frame;
    }
  }

  /** Says anew what ought to be covered, as {@link DeclareFrame} does; what is covered must still be in it. */
  record ReviseFrame(FrameId frame, Tally size, List<UnitId> units, LocalDate asOf) implements PlaceCommand, About {
    public ReviseFrame {
      units = List.copyOf(units);
      checkSize(size, units);
    }

    @Override
    public Id subject() {
      return frame;
    }
  }

  private static void checkSize(Tally size, List<UnitId> units) {
    if (units.isEmpty()) {
      return;
    }
    if (new HashSet<>(units).size() < units.size()) {
      throw new IllegalArgumentException("units must name each unit once");
    }
    if (!size.isExact() || size.lower() != units.size()) {
      throw new IllegalArgumentException(
          "size must be exactly " + units.size() + ", as many as units are listed; or list none");
    }
  }

  /**
   * Installs an asset.
   *
   * @param asset the asset
   * @param kind what it is: {@code RAILING}, {@code FITNESS_GEAR}, {@code LIFT_BLOCKER} and so on
   * @param place where it is
   * @param site the site it belongs to, if it does; that site must be at the place
   * @param unit what it covers, if a frame says what ought to be covered; a unit has one asset of a kind
   * @param quantity how many pieces are recorded as this one asset, at least 1
   * @param by who installed it, if that is known
   * @param paidBy who paid for it, if that is known
   * @param caseId the case for which it was done
   */
  record InstallAsset(
      AssetId asset,
      String kind,
      PlaceId place,
      Optional<SiteId> site,
      Optional<FrameUnit> unit,
      Tally quantity,
      Optional<Party> by,
      Optional<Party> paidBy,
      Optional<CaseId> caseId) implements PlaceCommand, About {
    public InstallAsset {
      Texts.code("kind", kind);
      if (quantity.lower() < 1) {
        throw new IllegalArgumentException("quantity is at least 1; what is not there is not installed");
      }
    }

    /** Exactly one piece, of which nothing else is known. */
    public static InstallAsset of(AssetId asset, String kind, PlaceId place) {
      return new InstallAsset(asset, kind, place, Optional.empty(), Optional.empty(), Tally.exact(1, Unit.PIECE),
          Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same asset, covering a unit. */
    public InstallAsset covering(FrameUnit other) {
      return new InstallAsset(asset, kind, place, site, Optional.of(other), quantity, by, paidBy, caseId);
    }

    /** The same asset, belonging to a site. */
    public InstallAsset belongingTo(SiteId other) {
      return new InstallAsset(asset, kind, place, Optional.of(other), unit, quantity, by, paidBy, caseId);
    }

    /** The same asset, installed by somebody. */
    public InstallAsset installedBy(Party other) {
      return new InstallAsset(asset, kind, place, site, unit, quantity, Optional.of(other), paidBy, caseId);
    }

    /** The same asset, installed for a case. */
    public InstallAsset inCase(CaseId other) {
      return new InstallAsset(asset, kind, place, site, unit, quantity, by, paidBy, Optional.of(other));
    }

    @Override
    public Id subject() {
      return asset;
    }
  }

  /** Installs several assets, all of them or none. */
  record InstallAssets(List<InstallAsset> assets) implements PlaceCommand {
    public InstallAssets {
      assets = List.copyOf(assets);
      checkBatch("assets", assets);
    }
  }

  /** Removes an asset, perhaps for a case. The header gives the reason. */
  record RemoveAsset(AssetId asset, Optional<CaseId> caseId) implements PlaceCommand, About {
    @Override
    public Id subject() {
      return asset;
    }
  }

  /** Records how an asset was found by the header's actor, and the case that was reported because of it, if one was. */
  record InspectAsset(AssetId asset, Condition condition, Optional<CaseId> opensCase) implements PlaceCommand, About {
    @Override
    public Id subject() {
      return asset;
    }
  }

  /**
   * Says who looks after an asset from a day on, until and including a last day if one is given. The same steward from the
   * same day once more only sets the last day anew: so an open time ends.
   */
  record AssignSteward(AssetId asset, Party steward, LocalDate from, Optional<LocalDate> until)
      implements
        PlaceCommand,
        About {
    public AssignSteward {
      if (until.isPresent() && until.get().isBefore(from)) {
        throw new IllegalArgumentException("until must not be before from");
      }
    }

    @Override
    public Id subject() {
      return asset;
    }
  }
}
