package io.rapport.connect.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    private static final Endpoints GLOBAL = Cloud.GLOBAL.endpoints();

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void a_token_is_asked_for_where_it_will_be_used(Cloud cloud) {
        Endpoints endpoints = cloud.endpoints();

        assertThat(endpoints.scope()).isEqualTo(endpoints.graph() + "/.default").startsWith("https://");
        assertThat(Cloud.find(cloud.word().toUpperCase(java.util.Locale.ROOT))).contains(cloud);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:9", "https://graph.example/"})
    void plain_http_is_for_this_machine(String url) {
        assertThat(new Endpoints(URI.create(url), URI.create(url)).graph().toString())
                .isEqualTo(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.microsoft.com",
                "http://127.0.0.1.example",
                "http://10.0.0.1",
                "ftp://graph.example",
                "https://graph.example/v1.0",
                "https://user:Nightjar@graph.example",
                "https://graph.example?a=b",
                "graph.example"
            })
    void other_urls_are_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> new Endpoints(URI.create("https://login.example"), URI.create(url)))
                .isInstanceOf(RapportException.class)
                .hasMessageStartingWith("The Graph URL is ")
                .hasMessageNotContaining("Nightjar");
    }

    @Test
    void a_link_is_followed_to_the_letter() {
        String link =
                "https://graph.microsoft.com/v1.0/users('a')/mailFolders/b/messages/delta?$deltatoken=x%2By_~!'()*";

        assertThat(GLOBAL.follow(link).link()).isEqualTo(link);
        assertThat(GLOBAL.follow("https://Graph.Microsoft.com:443/v1.0/users?$skiptoken=a b|c")
                        .uri()
                        .toString())
                .endsWith("$skiptoken=a%20b%7Cc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.us/v1.0/users?$skiptoken=Nightjar",
                "http://graph.microsoft.com/v1.0/users?$skiptoken=Nightjar",
                "https://graph.microsoft.com:8443/v1.0/users?$skiptoken=Nightjar",
                "https://graph.microsoft.com.example/v1.0/users?$skiptoken=Nightjar",
                "https://graph.microsoft.com@example/v1.0/users?$skiptoken=Nightjar",
                "/v1.0/users?$skiptoken=Nightjar",
                "::Nightjar"
            })
    void a_link_to_another_place_is_not_followed_nor_repeated(String link) {
        assertThatThrownBy(() -> GLOBAL.follow(link))
                .isInstanceOf(RapportException.class)
                .hasMessageNotContaining("Nightjar");
    }

    @Test
    void a_link_shows_nothing_of_its_token() {
        assertThat(GLOBAL.url("/users/delta?$deltatoken=Nightjar")).hasToString("/v1.0/users/delta?…");
    }

    @Test
    void a_tenant_is_an_id_or_a_domain() {
        assertThat(new TenantId(" 0F0E0D0C-0000-4000-8000-0000000C0DE0 ").isId())
                .isTrue();
        assertThat(new TenantId("contoso.onmicrosoft.com").isId()).isFalse();
        for (String wrong : new String[] {"", "common", "a/b.c", "contoso.com?x", "-a.b"}) {
            assertThatThrownBy(() -> new TenantId(wrong)).isInstanceOf(RapportException.class);
        }
    }
}
