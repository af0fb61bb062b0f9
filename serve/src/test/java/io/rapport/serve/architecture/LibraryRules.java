package io.rapport.serve.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.lang.syntax.elements.ClassesThat;
import java.util.List;

/** Which room may use which library. */
final class LibraryRules {

    private LibraryRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "DuckDB lives in lake and model-duckdb",
                        outside("io.rapport.lake..", "io.rapport.model.duckdb..")
                                .resideInAPackage("org.duckdb.."),
                        "ask lake for a connection and speak java.sql, or move the code to lake or model.duckdb",
                        io.rapport.serve.fixture.SpeaksDuckDb.class),
                new HouseRule(
                        "HTTP lives in connect.graph, in the client of the API and in the webhook",
                        outside(
                                        "io.rapport.connect.graph..",
                                        "io.rapport.serve.api.client..",
                                        "io.rapport.serve.digest")
                                .resideInAPackage("java.net.http.."),
                        "connect.graph speaks HTTP with Microsoft 365, serve.api.client with a server of ours, serve.digest posts to a webhook: add the call there and use its types",
                        io.rapport.connect.fixture.SpeaksHttp.class),
                new HouseRule(
                        "Nimbus lives in connect.graph",
                        outside("io.rapport.connect.graph..", "io.rapport.simulator..")
                                .resideInAPackage("com.nimbusds.."),
                        "tokens are made in connect.graph alone (and checked in the simulator): use its Credential",
                        io.rapport.connect.fixture.SignsTokens.class),
                new HouseRule(
                        "the JDK's HTTP server lives in simulator.http",
                        outside("io.rapport.simulator.http..").resideInAPackage("com.sun.net.httpserver.."),
                        "it serves a simulated tenant on loopback and nothing else: implement simulator.http.Handler",
                        io.rapport.serve.fixture.ServesHttp.class),
                new HouseRule(
                        "pages live in serve.web, and the API in serve.api",
                        outside(
                                        "io.rapport.serve.web..",
                                        "io.rapport.serve.api..",
                                        "io.rapport.serve.security..",
                                        "io.rapport.serve.server..")
                                .resideInAnyPackage(
                                        "jakarta.servlet..",
                                        "org.springframework.web..",
                                        "org.springframework.security..",
                                        "org.springframework.boot.."),
                        "what browsers see is built in serve.web, on services that know nothing of it: hand the service"
                                + " to a page there",
                        io.rapport.serve.fixture.KnowsServlets.class),
                new HouseRule(
                        "JDBC lives in lake, model-duckdb and serve",
                        outside("io.rapport.lake..", "io.rapport.model.duckdb..", "io.rapport.serve..")
                                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."),
                        "put the statement behind an interface of this room, and implement it in lake, model.duckdb or serve",
                        io.rapport.connect.fixture.SpeaksSql.class),
                new HouseRule(
                        "Spring stays out of core, connect and model",
                        outside("io.rapport.lake..", "io.rapport.model.duckdb..", "io.rapport.serve..")
                                .resideInAPackage("org.springframework.."),
                        "take what is needed as a constructor argument; spring-jdbc is for lake, model.duckdb and serve",
                        io.rapport.connect.fixture.SpeaksSpring.class));
    }

    private static ClassesThat<ClassesShouldConjunction> outside(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat();
    }
}
