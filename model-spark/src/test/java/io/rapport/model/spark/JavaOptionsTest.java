package io.rapport.model.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

    @Test
    void the_build_opens_to_spark_what_spark_asks_for() {
        List<String> asked = Arrays.stream(
                        JavaModuleOptions.defaultModuleOptions().split(" "))
                .filter(option -> option.startsWith("--add-opens="))
                .toList();

        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(asked);
    }
}
