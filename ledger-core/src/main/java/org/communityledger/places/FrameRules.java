package org.communityledger.places;

import static org.communityledger.decide.Decision.accept;
import static org.communityledger.decide.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.communityledger.decide.Decision;
import org.communityledger.decide.Existence;
import org.communityledger.decide.Reading;
import org.communityledger.kernel.Header;
import org.communityledger.places.Frame.Covering;
import org.communityledger.places.PlaceCommand.DeclareFrame;
import org.communityledger.places.PlaceCommand.ReviseFrame;
import org.communityledger.places.PlaceEvent.FrameDeclared;
import org.communityledger.places.PlaceEvent.FrameRevised;
import org.communityledger.places.PlaceRefusal.AlreadyDeclared;
import org.communityledger.places.PlaceRefusal.FrameBelowCovered;

/** The rule sheet of frames: declaring and revising. */
final class FrameRules {
  private FrameRules() {}

  static Decision declare(DeclareFrame command, Header header, ToDeclare found) {
    if (found.frame().isKnown()) return found.frame().refuseTaken(new AlreadyDeclared(command.frame()));
    if (found.missing().isPresent()) return found.missing().get();
    return accept(new FrameDeclared(command.frame(), command.what(), command.place(), command.size(), command.units(),
        command.asOf()));
  }

  static Reading<ToDeclare> toDeclare(DeclareFrame command) {
    return PlaceReadings.declared(command.frame())
        .and(Existence.firstMissing(List.of(PlaceReadings.registered(command.place()))), ToDeclare::new);
  }

  /** Whether the frame exists, and the refusal for its place if that is not registered. */
  record ToDeclare(Existence frame, Optional<Decision> missing) {}

  static Decision revise(ReviseFrame command, Header header, Frame frame) {
    if (frame.definition().isEmpty()) return frame.refuseUnknown();
    long covered = frame.leastCovered();
    List<Covering> unlisted = command.units().isEmpty() ? List.of() : frame.unlistedIn(command.units());
    if (!unlisted.isEmpty()) {
      return refuse(new FrameBelowCovered(command.frame(), command.size(), covered,
          unlisted.stream().flatMap(it -> it.unit().stream()).distinct().toList()), Frame.positions(unlisted));
    }
    if (Frame.surelyExceeds(covered, command.size())) {
      return refuse(new FrameBelowCovered(command.frame(), command.size(), covered, List.of()),
          Frame.positions(frame.covering().values()));
    }
    return accept(new FrameRevised(command.frame(), frame.definition().get().version() + 1, command.size(),
        command.units(), command.asOf()));
  }
}
