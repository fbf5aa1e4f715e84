package org.communityledger.places;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.Id;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.Refusal;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Tally;
import org.communityledger.kernel.UnitId;

/** Why something about places, sites, assets and frames is not recorded. */
public sealed interface PlaceRefusal extends Refusal {
  /** The id stands for a place already. */
  record AlreadyRegistered(PlaceId place) implements PlaceRefusal {
    @Override
    public String english() {
      return "Place " + place + " is already registered.";
    }

    @Override
    public String chinese() {
      return "地点 " + place + " 已登记。";
    }
  }

  /** A place would lie within itself. */
  record PlaceCycle(PlaceId place, PlaceId parent) implements PlaceRefusal {
    @Override
    public String english() {
      return "Place " + place + " cannot lie within " + parent + ", which lies within it or is the same.";
    }

    @Override
    public String chinese() {
      return "地点 " + place + " 不能位于 " + parent + " 之内：后者是其自身或其下级。";
    }
  }

  /** The id stands for a site already. */
  record AlreadyOpened(SiteId site) implements PlaceRefusal {
    @Override
    public String english() {
      return "Site " + site + " was already opened; a new site needs a new id.";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 已开设；新的阵地须用新编号。";
    }
  }

  /** The host has an open site of the kind. */
  record HostHasSuchSite(OrgId host, String kind, SiteId site) implements PlaceRefusal {
    @Override
    public String english() {
      return "Organisation " + host + " already hosts site " + site + " of the kind " + kind + "; close it first.";
    }

    @Override
    public String chinese() {
      return "组织 " + host + " 已设有" + kind + "类阵地 " + site + "，请先关闭。";
    }
  }

  /** The frame does not list the unit, or none was named although it lists them, or one was named and it lists none. */
  record UnitOutsideFrame(FrameId frame, int version, Optional<UnitId> unit) implements PlaceRefusal {
    @Override
    public String english() {
      return "Version " + version + " of frame " + frame + " " + unit.map(it -> "does not list unit " + it)
          .orElse("lists its units, and none was named") + "; name a unit it lists, or none if it lists none.";
    }

    @Override
    public String chinese() {
      return "底数 " + frame + " 第" + version + "版" + unit.map(it -> "未列有单元 " + it).orElse("列有单元，而未指明是哪一个")
          + "；请指明其所列单元，未列单元的则不指明。";
    }
  }

  /** As many things of the kind are there as the frame has units. */
  record FrameFull(FrameId frame, int version, String kind, Tally size) implements PlaceRefusal {
    @Override
    public String english() {
      return "Version " + version + " of frame " + frame + " has no unit left for another " + kind + ", its size is "
          + size.upper().orElse(size.lower()) + "; revise the frame if there are more units.";
    }

    @Override
    public String chinese() {
      return "底数 " + frame + " 第" + version + "版共" + size.upper().orElse(size.lower()) + size.unit().chinese() + "，已无可设"
          + kind + "的单元；如实际更多，请先修订底数。";
    }
  }

  /** There is stock at the site. */
  record StockLeft(SiteId site, List<Id> lots) implements PlaceRefusal {
    public StockLeft {
      lots = List.copyOf(lots);
    }

    @Override
    public String english() {
      return "Site " + site + " still has stock of " + lots.stream().map(Id::value).collect(joining(", "))
          + "; move it or write it off first.";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 尚有库存 " + lots.stream().map(Id::value).collect(joining("、")) + "，请先调出或报损。";
    }
  }

  /** The site has the title. */
  record AlreadyDesignated(SiteId site, String title) implements PlaceRefusal {
    @Override
    public String english() {
      return "Site " + site + " already has the title " + title + ".";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 已有称号 " + title + "。";
    }
  }

  /** The site does not have the title. */
  record NotDesignated(SiteId site, String title) implements PlaceRefusal {
    @Override
    public String english() {
      return "Site " + site + " does not have the title " + title + ".";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 没有称号 " + title + "。";
    }
  }

  /** The site was closed. */
  record SiteClosed(SiteId site) implements PlaceRefusal {
    @Override
    public String english() {
      return "Site " + site + " is closed.";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 已关闭。";
    }
  }

  /** The id stands for a frame already. */
  record AlreadyDeclared(FrameId frame) implements PlaceRefusal {
    @Override
    public String english() {
      return "Frame " + frame + " is already declared; revise it.";
    }

    @Override
    public String chinese() {
      return "底数 " + frame + " 已公布，请修订。";
    }
  }

  /** What is covered would not be in the frame: more units than it would have, or units it would not list. */
  record FrameBelowCovered(FrameId frame, Tally size, long covered, List<UnitId> unlisted) implements PlaceRefusal {
    public FrameBelowCovered {
      unlisted = List.copyOf(unlisted);
    }

    @Override
    public String english() {
      return "At least " + covered + " units of frame " + frame + " are covered; "
          + (unlisted.isEmpty()
              ? "it cannot have " + size.upper().orElse(size.lower()) + "."
              : "it cannot leave out " + unlisted.stream().map(UnitId::value).collect(joining(", ")) + ".");
    }

    @Override
    public String chinese() {
      return "底数 " + frame + " 至少已覆盖 " + covered + size.unit().chinese() + "，"
          + (unlisted.isEmpty()
              ? "不能只有 " + size.upper().orElse(size.lower()) + size.unit().chinese() + "。"
              : "不能不列 " + unlisted.stream().map(UnitId::value).collect(joining("、")) + "。");
    }
  }

  /** The id stands for an asset already. */
  record AssetExists(AssetId asset) implements PlaceRefusal {
    @Override
    public String english() {
      return "Asset " + asset + " was already installed; a new asset needs a new id.";
    }

    @Override
    public String chinese() {
      return "设施 " + asset + " 已安装；新的设施须用新编号。";
    }
  }

  /** The unit has an asset of the kind. */
  record UnitHasAsset(FrameId frame, UnitId unit, String kind, AssetId asset) implements PlaceRefusal {
    @Override
    public String english() {
      return "Unit " + unit + " of frame " + frame + " already has asset " + asset + " of the kind " + kind
          + "; remove it first.";
    }

    @Override
    public String chinese() {
      return "底数 " + frame + " 的单元 " + unit + " 已有" + kind + "类设施 " + asset + "，请先拆除。";
    }
  }

  /** The asset was removed. */
  record AssetGone(AssetId asset) implements PlaceRefusal {
    @Override
    public String english() {
      return "Asset " + asset + " was removed.";
    }

    @Override
    public String chinese() {
      return "设施 " + asset + " 已拆除。";
    }
  }

  /** The asset would be at another place than the site it belongs to. */
  record SiteElsewhere(SiteId site, PlaceId at, PlaceId place) implements PlaceRefusal {
    @Override
    public String english() {
      return "Site " + site + " is at place " + at + ", not at " + place + ".";
    }

    @Override
    public String chinese() {
      return "阵地 " + site + " 位于地点 " + at + "，不在 " + place + "。";
    }
  }

  /** Nobody inspects what they installed. */
  record InspectorIsInstaller(AssetId asset, Party installer) implements PlaceRefusal {
    @Override
    public String english() {
      return "Asset " + asset + " was installed by " + installer.tag() + ", so somebody else has to inspect it.";
    }

    @Override
    public String chinese() {
      return "设施 " + asset + " 由 " + installer.tag() + " 安装，须由他人检查。";
    }
  }

  /** Somebody looks after the asset in a part of that time. */
  record StewardOverlaps(AssetId asset, Party steward, LocalDate from, Optional<LocalDate> until)
      implements
        PlaceRefusal {
    @Override
    public String english() {
      return "Asset " + asset + " is looked after by " + steward.tag() + " from " + from
          + until.map(it -> " until " + it).orElse(" on") + ".";
    }

    @Override
    public String chinese() {
      return "设施 " + asset + " 自 " + from + until.map(it -> " 至 " + it).orElse(" 起") + "由 " + steward.tag() + " 管护。";
    }
  }
}
