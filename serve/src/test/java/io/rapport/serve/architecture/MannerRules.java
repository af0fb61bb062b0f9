package io.rapport.serve.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.rapport.serve.SystemTime;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** How code behaves, whatever room it lives in. */
final class MannerRules {

    private MannerRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "only SystemTime asks for the time",
                        noClasses()
                                .that()
                                .doNotBelongToAnyOf(SystemTime.class)
                                // A program of its own: it hands the clock on from there.
                                .and()
                                .doNotHaveFullyQualifiedName("io.rapport.cluster.Main")
                                .should()
                                .callCodeUnitWhere(target(asksForTheTime())),
                        "take a java.time.InstantSource in the constructor; serve hands in SystemTime.instants()",
                        io.rapport.core.fixture.AsksForTheTime.class),
                new HouseRule(
                        "only serve.cli writes to a terminal",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("io.rapport.serve.cli..")
                                // Spark's program is asked and answers there; nobody reads it but Rapport.
                                .and()
                                .doNotHaveFullyQualifiedName("io.rapport.model.spark.Main")
                                // Started by spark-submit, at whose terminal people look.
                                .and()
                                .doNotHaveFullyQualifiedName("io.rapport.cluster.Main")
                                .should()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err"),
                        "report through Progress, throw a RapportException, or return the value to the command",
                        io.rapport.core.fixture.Prints.class),
                new HouseRule(
                        "nobody uses java.util.logging",
                        noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."),
                        "throw a RapportException: serve.cli logs its code and stack, and no data",
                        io.rapport.core.fixture.Logs.class),
                new HouseRule(
                        "nobody prints a stack trace",
                        noClasses().should().callCodeUnitWhere(target(HasName.Predicates.name("printStackTrace"))),
                        "foreign messages may quote data: pass the exception as the cause of a RapportException",
                        io.rapport.core.fixture.PrintsItsStack.class),
                new HouseRule(
                        "no class is named for nothing",
                        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Base|Impl|DTO|Dto)"),
                        "name the class for what it is: the noun that its methods speak about",
                        io.rapport.core.fixture.NamedForNothingHelper.class),
                new HouseRule(
                        "every package is null-marked",
                        classes().should(liveInANullMarkedPackage()),
                        "add a package-info.java with @NullMarked that says what the package is for and what it must not do",
                        io.rapport.core.fixture.unmarked.LivesUnmarked.class));
    }

    private static DescribedPredicate<CodeUnitCallTarget> asksForTheTime() {
        return describe("asks the machine for the time", call -> {
            JavaClass owner = call.getOwner();
            String name = call.getName();
            boolean isNow = owner.getPackageName().equals("java.time")
                    && name.equals("now")
                    && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean isClock = (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                    && (name.startsWith("system") || (name.startsWith("tick") && !name.equals("tick")));
            boolean isMillis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
            boolean isDate = owner.isEquivalentTo(Date.class)
                    && name.equals("<init>")
                    && call.getRawParameterTypes().isEmpty();
            return isNow || isClock || isMillis || isDate;
        });
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, isMarked, type.getPackageName() + " of " + type.getSimpleName() + " is not @NullMarked"));
            }
        };
    }
}
