package io.rapport.lake.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db1:5432/rapport?user=ann&password=hidden, rapport on db1:5432",
        "jdbc:postgresql://db.example.com/rapport, rapport on db.example.com",
        "jdbc:postgresql://[2001:db8::1]:5432/my%20state?user=ann, my state on [2001:db8::1]:5432",
        "'jdbc:postgresql://db1:5432,db2:5432/rapport?targetServerType=primary', 'rapport on db1:5432,db2:5432'"
    })
    void names_database_and_host_and_nothing_else(String url, String name) {
        assertThat(StateLocation.url(url, "hidden")).hasToString(name);
    }

    @Test
    void takes_the_password_from_outside_unless_the_url_has_one() {
        assertThat(properties("jdbc:postgresql://db/rapport?user=ann", "outside"))
                .containsEntry("user", "ann")
                .containsEntry("password", "outside");
        assertThat(properties("jdbc:postgresql://db/rapport?password=in%26side", "outside"))
                .containsEntry("password", "in&side");
        assertThat(properties("jdbc:postgresql://db/rapport?", null)).doesNotContainKey("password");
        assertThat(properties("jdbc:postgresql://db/rapport?sslmode=verify-full&socketTimeout=5", ""))
                .containsEntry("sslmode", "verify-full")
                .containsEntry("socketTimeout", "5")
                .doesNotContainKey("password");
    }

    @Test
    void the_url_that_the_driver_sees_holds_no_secret() {
        assertThat(source("jdbc:postgresql://db/rapport?user=ann&password=hidden", null)
                        .getUrl())
                .isEqualTo("jdbc:postgresql://db/rapport");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db/rapport?password=hidden",
                "jdbc:mysql://db/rapport?password=hidden",
                "jdbc:postgresql://ann:hidden@db/rapport",
                "jdbc:postgresql://db:5432?password=hidden",
                "jdbc:postgresql://db/?password=hidden",
                "jdbc:postgresql://db/rapport?hidden",
                "jdbc:postgresql://db/rapport?password=hidden%zz",
                "jdbc:postgresql://db/rapport#hidden"
            })
    void what_is_no_url_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> StateLocation.url(url, null))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.BAD_STATE_URL))
                .hasMessageNotContaining("hidden");
    }

    private static Properties properties(String url, @Nullable String password) {
        Properties properties = source(url, password).getConnectionProperties();
        return properties == null ? new Properties() : properties;
    }

    private static DriverManagerDataSource source(String url, @Nullable String password) {
        return (DriverManagerDataSource) StateLocation.url(url, password).source();
    }
}
