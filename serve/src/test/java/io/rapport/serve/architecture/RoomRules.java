package io.rapport.serve.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
final class RoomRules {

    private static final DescribedPredicate<JavaClass> RAPPORT = resideInAPackage("io.rapport..");
    private static final DescribedPredicate<JavaClass> MODEL = resideInAPackage("io.rapport.model..")
            .and(not(resideInAnyPackage("io.rapport.model.duckdb..", "io.rapport.model.spark..")))
            .as("io.rapport.model");

    private static final String MEET_IN_CORE =
            "data walks connect -> lake -> model -> serve and never back: let the two rooms meet in a small interface of "
                    + "core (as Landing and Snapshot do), and let serve wire them";

    private RoomRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "core knows the JDK and JSpecify only",
                        classes()
                                .that()
                                .resideInAPackage("io.rapport.core..")
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage("io.rapport.core..", "java..", "org.jspecify..")),
                        "core is words only: move what needs a library to the room that does the work",
                        io.rapport.core.fixture.KnowsDuckDb.class),
                new HouseRule(
                        "connect knows core",
                        knowsOnly(
                                resideInAPackage("io.rapport.connect.."), "io.rapport.connect..", "io.rapport.core.."),
                        MEET_IN_CORE,
                        io.rapport.connect.fixture.KnowsLake.class),
                new HouseRule(
                        "lake knows core",
                        knowsOnly(resideInAPackage("io.rapport.lake.."), "io.rapport.lake..", "io.rapport.core.."),
                        MEET_IN_CORE,
                        io.rapport.lake.fixture.KnowsModel.class),
                new HouseRule(
                        "model knows core",
                        noClasses()
                                .that(MODEL)
                                .should()
                                .dependOnClassesThat(RAPPORT.and(not(MODEL.or(resideInAPackage("io.rapport.core..")))
                                        .as("not in core or model"))),
                        MEET_IN_CORE,
                        io.rapport.model.fixture.KnowsItsEngine.class),
                new HouseRule(
                        "model-duckdb knows model, lake and core",
                        knowsOnly(
                                resideInAPackage("io.rapport.model.duckdb.."),
                                "io.rapport.model..",
                                "io.rapport.lake..",
                                "io.rapport.core.."),
                        MEET_IN_CORE,
                        io.rapport.model.duckdb.fixture.KnowsConnect.class),
                new HouseRule(
                        "model-spark knows model and core",
                        knowsOnly(
                                resideInAPackage("io.rapport.model.spark.."),
                                "io.rapport.model..",
                                "io.rapport.core.."),
                        MEET_IN_CORE,
                        io.rapport.model.spark.fixture.KnowsLake.class),
                new HouseRule(
                        "cluster knows the reading of exports, the privacy gate, model-spark, model and core",
                        knowsOnly(
                                resideInAPackage("io.rapport.cluster.."),
                                "io.rapport.cluster..",
                                "io.rapport.connect.row..",
                                "io.rapport.connect.dataconnect..",
                                "io.rapport.lake.privacy..",
                                "io.rapport.model..",
                                "io.rapport.core.."),
                        "a jar of its own on other people's clusters: it holds these classes and no others",
                        io.rapport.cluster.fixture.KnowsLake.class),
                new HouseRule(
                        "nobody knows model-spark but cluster",
                        noClasses()
                                .that(RAPPORT.and(
                                        not(resideInAnyPackage("io.rapport.model.spark..", "io.rapport.cluster.."))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.rapport.model.spark.."),
                        "Spark is a process of its own, for its weight: speak to it through model.remote",
                        io.rapport.serve.fixture.KnowsModelSpark.class),
                new HouseRule(
                        "simulator knows core",
                        knowsOnly(
                                resideInAPackage("io.rapport.simulator.."),
                                "io.rapport.simulator..",
                                "io.rapport.core.."),
                        "the simulator is a stranger to the product: what both must know is a word of core",
                        io.rapport.simulator.fixture.KnowsConnect.class),
                new HouseRule(
                        "only the commands that start it know the simulator",
                        noClasses()
                                .that(RAPPORT.and(not(resideInAPackage("io.rapport.simulator..")))
                                        .and(not(resideInAnyPackage("io.rapport.serve.demo..", "io.rapport.bench..")))
                                        .and(not(simpleNameStartingWith("Demo")))
                                        .and(not(simpleNameStartingWith("Simul"))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.rapport.simulator.."),
                        "the product does not know that its Microsoft 365 may be made up: move this to a demo or simulate"
                                + " command, or to a test",
                        io.rapport.serve.fixture.KnowsTheSimulator.class),
                new HouseRule(
                        "nobody knows serve",
                        noClasses()
                                .that(RAPPORT.and(not(resideInAPackage("io.rapport.serve.."))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.rapport.serve.."),
                        "serve wires the rooms: hand what is needed to the room's constructor instead",
                        io.rapport.lake.fixture.KnowsServe.class));
    }

    private static ArchRule knowsOnly(DescribedPredicate<JavaClass> room, String... rooms) {
        return noClasses()
                .that(room)
                .should()
                .dependOnClassesThat(RAPPORT.and(not(resideInAnyPackage(rooms))).as("in other rooms"));
    }
}
