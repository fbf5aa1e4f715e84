package org.communityledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The rules of who may know whom, for the packages below a root. */
final class ImportRules {
  /** In the order in which one may know another: each knows readings of those before it. */
  private static final List<String> CONTEXTS = List.of("parties", "records", "places", "activities", "aid",
      "membership", "cases");

  private final String root;

  ImportRules(String root) {
    this.root = root;
  }

  ArchRule contextsKnowTheKernelAndEarlierReadings() {
    return classes().that(describe("are in a context", it -> rank(it) >= 0))
        .should(knowOnlyTheKernelAndEarlierReadings())
        .because("a context is rules over facts: whoever reads one has to read no other, and how events are stored or "
            + "transported can change without it. What one context needs of an earlier one, that one publishes as "
            + "*Readings and the values they yield; nobody needs anything of a later one, or the two could not be understood apart.")
        .allowEmptyShould(true);
  }

  ArchRule rulesReadNoClockAndDrawNoLots() {
    return noClasses().that(resideInAnyPackage(below("kernel")).or(resideInAnyPackage(below("decide")))
        .or(describe("are in a context", it -> rank(it) >= 0)))
        .should().accessTargetWhere(describe("ask for the time or for randomness", ImportRules::isClockOrChance))
        .because("an auditor decides old commands again and must get the same events; time and ids come in with the "
            + "header.")
        .allowEmptyShould(true);
  }

  ArchRule kernelKnowsOnlyJava() {
    return knowOnly(resideInAPackage(below("kernel")), "kernel")
        .because("everything rests on the kernel and everybody who embeds us pays for what it needs.")
        .allowEmptyShould(true);
  }

  ArchRule decideKnowsOnlyTheKernel() {
    return knowOnly(resideInAPackage(below("decide")), "decide", "kernel")
        .because("how a command becomes events is the same for every context, every store and every framework.")
        .allowEmptyShould(true);
  }

  ArchRule logKnowsOnlyJava() {
    return classes().that().resideInAPackage(root + ".log")
        .should().onlyDependOnClassesThat(resideInAnyPackage(root + ".log", "java..", "org.jspecify.."))
        .because("an auditor must be able to read the evidence kernel in an hour, alone: the log keeps bytes and knows "
            + "neither what they mean nor which store keeps them.")
        .allowEmptyShould(true);
  }

  ArchRule sealKnowsOnlyTheKernel() {
    return classes().that().resideInAPackage(root + ".seal")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(root + ".seal", below("kernel"), "java..", "javax.crypto..",
            "org.jspecify.."))
        .because(
            "how personal values are encrypted and forgotten must be readable alone, and be the same for every log, "
                + "every store and every form of JSON.")
        .allowEmptyShould(true);
  }

  ArchRule onlyStoresKnowJdbc() {
    return noClasses().that(resideOutsideOfPackages(below("log.sqlite"), below("log.jdbc"), below("log.postgres"),
        below("seal.sqlite")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql.."))
        .because("SQL and SQLException stay inside the stores; a store can be exchanged for another.")
        .allowEmptyShould(true);
  }

  ArchRule onlyTheCodecKnowsJackson() {
    return noClasses().that(resideOutsideOfPackages(below("codec"), below("axon")))
        .should().dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson.."))
        .because("stored bytes are a contract that one package keeps; axon only hands Jackson to Axon's own converter.")
        .allowEmptyShould(true);
  }

  ArchRule onlyOnePackageKnowsAxonFramework() {
    return noClasses().that(resideOutsideOfPackages(below("axon")))
        .should().dependOnClassesThat(resideInAnyPackage("org.axonframework..", "io.axoniq.."))
        .because("Axon's interfaces change from release to release; one small package takes the blow.")
        .allowEmptyShould(true);
  }

  ArchRule onlyTheDoorUsesAxon() {
    return noClasses().that(resideOutsideOfPackages(root, below("axon")))
        .should().dependOnClassesThat(resideInAPackage(below("axon")))
        .because("the door wires the parts together; for all others commands arrive without a framework.")
        .allowEmptyShould(true);
  }

  ArchRule packagesHaveNoCycles() {
    return slices().assignedFrom(packages()).should().beFreeOfCycles()
        .because("packages that need each other can only be understood, tested and changed together.")
        .allowEmptyShould(true);
  }

  private ClassesShouldConjunction knowOnly(
      DescribedPredicate<JavaClass> who,
      String... packages) {
    DescribedPredicate<JavaClass> known = resideInAnyPackage("java..", "org.jspecify..");
    for (String name : packages) {
      known = known.or(resideInAPackage(below(name)));
    }
    return classes().that(who).should().onlyDependOnClassesThat(known);
  }

  private ArchCondition<JavaClass> knowOnlyTheKernelAndEarlierReadings() {
    DescribedPredicate<JavaClass> everybodys = resideInAnyPackage("java..", "org.jspecify..", below("kernel"),
        below("decide"));
    return new ArchCondition<>("know only the kernel, decide and readings of earlier contexts") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(it -> not(everybodys).test(it.getTargetClass().getBaseComponentType()))
            .filter(it -> !it.getTargetClass().getBaseComponentType().isPrimitive())
            .filter(it -> !mayKnow(rank(item), it.getTargetClass().getBaseComponentType()))
            .forEach(it -> events.add(SimpleConditionEvent.violated(item, it.getDescription())));
      }
    };
  }

  private boolean mayKnow(int rank, JavaClass target) {
    int other = rank(target);
    return other == rank || (other >= 0 && other < rank && isPublished(outermost(target)));
  }

  /** Whether this is a context's readings, or a value they yield that is no fact. */
  private boolean isPublished(JavaClass type) {
    return isReadings(type)
        || (!type.isAssignableTo(root + ".kernel.Event") && type.getPackage().getClasses().stream()
            .filter(ImportRules::isReadings)
            .flatMap(it -> it.getMethods().stream())
            .anyMatch(it -> it.getReturnType().getAllInvolvedRawTypes().contains(type)));
  }

  private static boolean isReadings(JavaClass type) {
    return type.getSimpleName().endsWith("Readings");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ImportRules::outermost).orElse(type);
  }

  /** The class's place among the contexts; negative if it is in none. */
  private int rank(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return -1;
    }
    String first = name.substring(root.length() + 1);
    int dot = first.indexOf('.');
    return CONTEXTS.indexOf(dot < 0 ? first : first.substring(0, dot));
  }

  private static boolean isClockOrChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return (owner.startsWith("java.time.") && name.equals("now"))
        || owner.equals("java.time.Clock")
        || (owner.equals(System.class.getName()) && !name.equals("arraycopy"))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals(Math.class.getName()) && name.equals("random"))
        || owner.equals(Random.class.getName())
        || owner.equals(ThreadLocalRandom.class.getName())
        || owner.equals("java.security.SecureRandom");
  }

  private SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the packages of " + root;
      }
    };
  }

  private String below(String name) {
    return root + "." + name + "..";
  }
}
