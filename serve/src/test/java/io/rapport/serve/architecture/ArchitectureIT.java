package io.rapport.serve.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs once all rooms are built: two of them are built beside {@code serve}. */
class ArchitectureIT {

    private static JavaClasses house = new ClassFileImporter().importClasses();

    @BeforeAll
    static void walk_through_the_house() {
        ClassFileImporter importer = new ClassFileImporter().withImportOption(new DoNotIncludeTests());
        List<Location> rooms = new ArrayList<>(Locations.ofPackage("io.rapport"));
        // Not on the class path, for its weight; there where it is built.
        rooms.add(Location.of(Path.of("..", "model-spark", "target", "classes")));
        rooms.add(Location.of(Path.of("..", "cluster", "target", "classes")));
        house = importer.importLocations(rooms);
    }

    static Stream<HouseRule> rules() {
        return Stream.of(RoomRules.all(), LibraryRules.all(), MannerRules.all()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps(HouseRule rule) {
        rule.rule().check(house);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void an_offender_is_found_and_told_what_to_do(HouseRule rule) {
        EvaluationResult found = rule.rule().evaluate(new ClassFileImporter().importClasses(rule.offender()));

        assertThat(found.hasViolation()).isTrue();
        assertThat(found.getFailureReport().toString())
                .contains(rule.mend())
                .contains(rule.offender().getSimpleName());
    }

    @Test
    void every_room_was_looked_at() {
        assertThat(house)
                .extracting(type -> type.getPackageName())
                .contains(
                        "io.rapport.core.dataset",
                        "io.rapport.connect.dataconnect",
                        "io.rapport.lake",
                        "io.rapport.model",
                        "io.rapport.model.duckdb",
                        "io.rapport.simulator.tenant",
                        "io.rapport.serve.cli")
                .noneMatch(name -> name.contains("fixture"));
    }
}
