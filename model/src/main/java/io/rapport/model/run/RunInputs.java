package io.rapport.model.run;

import io.rapport.core.address.Address;
import io.rapport.model.engine.RunInput;
import io.rapport.model.spec.Component;
import io.rapport.model.spec.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes what a run brings along, as files that every engine can load. */
final class RunInputs {

    private final Path folder;
    private final Map<RunInput, Path> files = new EnumMap<>(RunInput.class);

    /** @param folder an empty folder of the run's own */
    public RunInputs(Path folder) {
        this.folder = folder;
    }

    /** Takes a file that is there already: JSON lines with the input's columns. */
    RunInputs add(RunInput input, Path lines) {
        files.put(input, lines);
        return this;
    }

    RunInputs selection(Collection<Address> addresses) {
        return write(RunInput.SELECTED_ADDRESS, addresses.stream().distinct().map(address -> row(address.value())));
    }

    RunInputs window(Window window) {
        return write(
                RunInput.PERIOD_DAY,
                window.periodDays().stream()
                        .map(day -> row(day.day(), day.level(), day.first(), day.last(), day.isPublished())));
    }

    RunInputs publicDomains(Collection<String> domains) {
        return write(RunInput.PUBLIC_DOMAIN, domains.stream().distinct().map(RunInputs::row));
    }

    RunInputs weights(Weights weights) {
        List<Component> components = List.of(Component.values());
        return write(RunInput.COMPONENT, IntStream.range(0, components.size()).mapToObj(place -> {
            Component component = components.get(place);
            return row(component.columnName(), place, weights.of(component), channel(component.columnName()));
        }));
    }

    /** The files so far. */
    Map<RunInput, Path> files() {
        return Map.copyOf(files);
    }

    private RunInputs write(RunInput input, java.util.stream.Stream<List<@Nullable Object>> rows) {
        files.put(input, InputLines.write(folder, input, rows));
        return this;
    }

    private static @Nullable String channel(String component) {
        if (component.contains("Email")) {
            return "email";
        }
        return component.contains("Meeting") ? "meeting" : null;
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
