package org.communityledger.benchmarks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.function.UnaryOperator;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngineConfiguration;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.h2.jdbcx.JdbcConnectionPool;

/** Axon's own JPA engine over Hibernate on an H2 file, with transactions bound to threads. Safe for many threads. */
final class AxonJpaEngine implements AutoCloseable {
  private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

  private final JdbcConnectionPool connections;
  private final EntityManagerFactory factory;
  private final AggregateBasedJpaEventStorageEngine engine;

  /**
   * The engine on a database, whose tables are made if they are not there.
   *
   * @param url the database
   * @param most how many connections there may be
   * @param settings what is to be other than Axon has it
   */
  AxonJpaEngine(
      String url,
      int most,
      UnaryOperator<AggregateBasedJpaEventStorageEngineConfiguration> settings) {
    connections = JdbcConnectionPool.create(url, "sa", "");
    connections.setMaxConnections(most);
    factory = new PersistenceConfiguration("axon")
        .managedClass(AggregateEventEntry.class)
        .property("jakarta.persistence.nonJtaDataSource", connections)
        .property("hibernate.hbm2ddl.auto", "update")
        .createEntityManagerFactory();
    engine = new AggregateBasedJpaEventStorageEngine(this::current, this::begin,
        new DelegatingEventConverter(new DelegatingMessageConverter(new JacksonConverter())), settings);
  }

  AggregateBasedJpaEventStorageEngine engine() {
    return engine;
  }

  /** An entity manager, for what is done without Axon. */
  EntityManager manager() {
    return factory.createEntityManager();
  }

  /** The engine asks for its first and last token without a transaction. */
  private EntityManager current() {
    EntityManager bound = CURRENT.get();
    return bound == null ? manager() : bound;
  }

  /** A transaction bound to the thread; the engine closes its entity manager, which takes effect with the commit. */
  private Transaction begin() {
    EntityManager manager = factory.createEntityManager();
    manager.getTransaction().begin();
    CURRENT.set(manager);
    return new Transaction() {
      @Override
      public void commit() {
        CURRENT.remove();
        manager.getTransaction().commit();
      }

      @Override
      public void rollback() {
        CURRENT.remove();
        manager.getTransaction().rollback();
      }
    };
  }

  /** How many events are stored. */
  long size() {
    try (EntityManager manager = manager()) {
      return manager.createQuery("SELECT count(e) FROM AggregateEventEntry e", Long.class).getSingleResult();
    }
  }

  @Override
  public void close() {
    engine.close();
    factory.close();
    connections.dispose();
  }
}
