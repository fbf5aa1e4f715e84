package org.communityledger.benchmarks;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.communityledger.decide.Context;
import org.communityledger.kernel.ActivityId;
import org.communityledger.kernel.Actor;
import org.communityledger.kernel.AppointmentId;
import org.communityledger.kernel.ApprovalId;
import org.communityledger.kernel.AssetId;
import org.communityledger.kernel.BondId;
import org.communityledger.kernel.CaseId;
import org.communityledger.kernel.CommandId;
import org.communityledger.kernel.DeliveryId;
import org.communityledger.kernel.DispatchId;
import org.communityledger.kernel.EntitlementId;
import org.communityledger.kernel.Event;
import org.communityledger.kernel.EventId;
import org.communityledger.kernel.EventType;
import org.communityledger.kernel.FrameId;
import org.communityledger.kernel.HoldId;
import org.communityledger.kernel.HonourId;
import org.communityledger.kernel.HouseholdId;
import org.communityledger.kernel.Irregular;
import org.communityledger.kernel.LadderId;
import org.communityledger.kernel.LotId;
import org.communityledger.kernel.OrgId;
import org.communityledger.kernel.Party;
import org.communityledger.kernel.PersonId;
import org.communityledger.kernel.PlaceId;
import org.communityledger.kernel.PolicyId;
import org.communityledger.kernel.ProgrammeId;
import org.communityledger.kernel.RoundId;
import org.communityledger.kernel.Sealed;
import org.communityledger.kernel.SiteId;
import org.communityledger.kernel.Source;
import org.communityledger.kernel.StandingId;
import org.communityledger.kernel.Tag;
import org.communityledger.kernel.Unit;
import org.communityledger.kernel.UnitId;
import org.communityledger.kernel.When;

/**
 * Reads a ledger's table row by row and binds each leaf to records with a plain Jackson mapper: no hashes, no checks of
 * the envelope, no projections. For one thread.
 */
final class RawScan {
  private final JsonMapper mapper;
  private final Map<String, Class<? extends Event>> types = new HashMap<>();

  RawScan() {
    SimpleModule texts = new SimpleModule();
    registerIds(texts);
    register(texts, CommandId.class, CommandId::new);
    register(texts, EventId.class, EventId::parse);
    register(texts, Party.class, Party::parse);
    register(texts, Tag.class, Tag::parse);
    register(texts, Unit.class, Unit::new);
    texts.addDeserializer(Sealed.class, new Reference());
    JsonSetter.Value absentIsEmpty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    mapper = JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule()).addModule(texts)
        .withConfigOverride(List.class, it -> it.setSetterInfo(absentIsEmpty))
        .withConfigOverride(Set.class, it -> it.setSetterInfo(absentIsEmpty))
        .withConfigOverride(Map.class, it -> it.setSetterInfo(absentIsEmpty))
        .build();
    for (Context each : Contexts.ALL) {
      for (EventType type : each.events()) {
        types.put(type.name(), type.type());
      }
    }
  }

  private static void registerIds(SimpleModule texts) {
    register(texts, PersonId.class, PersonId::new);
    register(texts, HouseholdId.class, HouseholdId::new);
    register(texts, OrgId.class, OrgId::new);
    register(texts, PlaceId.class, PlaceId::new);
    register(texts, SiteId.class, SiteId::new);
    register(texts, FrameId.class, FrameId::new);
    register(texts, UnitId.class, UnitId::new);
    register(texts, AssetId.class, AssetId::new);
    register(texts, ActivityId.class, ActivityId::new);
    register(texts, ProgrammeId.class, ProgrammeId::new);
    register(texts, RoundId.class, RoundId::new);
    register(texts, EntitlementId.class, EntitlementId::new);
    register(texts, DeliveryId.class, DeliveryId::new);
    register(texts, LotId.class, LotId::new);
    register(texts, DispatchId.class, DispatchId::new);
    register(texts, LadderId.class, LadderId::new);
    register(texts, StandingId.class, StandingId::new);
    register(texts, AppointmentId.class, AppointmentId::new);
    register(texts, BondId.class, BondId::new);
    register(texts, HonourId.class, HonourId::new);
    register(texts, CaseId.class, CaseId::new);
    register(texts, PolicyId.class, PolicyId::new);
    register(texts, ApprovalId.class, ApprovalId::new);
    register(texts, HoldId.class, HoldId::new);
  }

  private static <T> void register(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addDeserializer(type, new FromText<>(type, parse));
  }

  /** Decodes every row and says how many there were. */
  int decodeAll(Path ledger) throws SQLException, IOException {
    int decoded = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        Statement statement = connection.createStatement()) {
      Map<Integer, ObjectReader> readers = readers(statement);
      try (ResultSet row = statement.executeQuery("SELECT position, type, leaf FROM event ORDER BY position")) {
        while (row.next()) {
          ObjectReader reader = java.util.Objects.requireNonNull(readers.get(row.getInt(2)));
          Envelope<?> envelope = reader.readValue(row.getBytes(3));
          decoded += envelope.data().tags().isEmpty() && row.getLong(1) > 0 ? 0 : 1;
        }
      }
    }
    return decoded;
  }

  private Map<Integer, ObjectReader> readers(Statement statement) throws SQLException {
    Map<Integer, ObjectReader> readers = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT id, name FROM event_type")) {
      while (row.next()) {
        Class<? extends Event> type = types.get(row.getString(2));
        if (type == null) {
          unknown.add(row.getString(2));
        } else {
          JavaType envelope = mapper.getTypeFactory().constructParametricType(Envelope.class, type);
          readers.put(row.getInt(1), mapper.readerFor(envelope));
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("No record is known for " + unknown);
    }
    return readers;
  }

  /** A leaf as a record. */
  record Envelope<E extends Event>(
      String specversion,
      String id,
      String source,
      String type,
      int dataversion,
      String time,
      String datacontenttype,
      String decisionhash,
      Data<E> data) {}

  /** What a leaf says. */
  record Data<E extends Event>(E fact, EventHeader header, Set<Tag> tags) {}

  /** An event's header in a leaf. */
  record EventHeader(
      CommandId command,
      Actor actor,
      When occurred,
      Source source,
      Optional<Sealed<String>> reason,
      Optional<String> correlation,
      Optional<EventId> causation,
      Optional<EventId> corrects,
      Optional<Irregular> irregular) {}

  /** A sealed value as it is stored: <code>{"$sealed":{"k":key,"h":hash}}</code>. */
  @SuppressWarnings("rawtypes") // a deserializer of all sealed values
  private static final class Reference extends StdScalarDeserializer<Sealed> {
    private static final long serialVersionUID = 1;

    Reference() {
      super(Sealed.class);
    }

    @Override
    public Sealed<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
      json.nextFieldName();
      json.nextToken();
      json.nextFieldName();
      String key = json.nextTextValue();
      json.nextFieldName();
      String hash = json.nextTextValue();
      json.nextToken();
      json.nextToken();
      return new Sealed.Stored<>(key, hash);
    }
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return parse.apply(json.getText());
    }
  }
}
