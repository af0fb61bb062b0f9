package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Memory;
import io.rapport.serve.security.Route;
import io.rapport.serve.security.Routes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** The manifests for Kubernetes ask for what the program has, and their names fit each other. */
class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    private static final String NAME = "app.kubernetes.io/name";
    private static final String HOME = "/var/lib/rapport";

    private final Tree kustomization = read("kustomization.yaml");
    private final Tree deployment = read("deployment.yaml");
    private final Tree pod = deployment.at("spec", "template", "spec");
    private final Tree container = pod.item("containers", "name", "rapport");

    @Test
    void every_file_is_named_and_is_of_a_known_kind() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> !file.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(kustomization.texts("resources"));
        }
        assertThat(kustomization.texts("resources").stream()
                        .map(KubernetesFilesTest::read)
                        .map(file -> file.text("apiVersion") + " " + file.text("kind")))
                .containsExactlyInAnyOrder(
                        "v1 Namespace",
                        "v1 PersistentVolumeClaim",
                        "apps/v1 Deployment",
                        "v1 Service",
                        "networking.k8s.io/v1 Ingress",
                        "policy/v1 PodDisruptionBudget",
                        "networking.k8s.io/v1 NetworkPolicy");
        assertThat(read("namespace.yaml").text("metadata", "name")).isEqualTo(kustomization.text("namespace"));
    }

    @Test
    void the_program_understands_what_it_is_started_with() {
        RapportCommand options = new RapportCommand();
        CommandLine serve = new CommandLine(new ServeCommand());
        CommandLine rapport = new CommandLine(options).addSubcommand(serve);
        rapport.parseArgs(container.texts("args").stream()
                .map(word -> word.replace("$(RAPPORT_PUBLIC_URL)", setting("RAPPORT_PUBLIC_URL")))
                .toArray(String[]::new));
        CommandLine.Model.CommandSpec words = serve.getCommandSpec();

        assertThat(words.findOption("--port").<Integer>getValue())
                .isEqualTo(container.item("ports", "name", "http").number("containerPort"));
        assertThat(words.findOption("--address").<String>getValue()).isEqualTo("0.0.0.0");
        assertThat(words.findOption("--public-url").<String>getValue()).startsWith("https://");
        long given = Memory.parse(String.valueOf(options.memory)).bytes();
        long limit = Memory.parse(container.text("resources", "limits", "memory") + "B")
                .bytes();
        assertThat(given + given / 5).isLessThan(limit);
    }

    @Test
    void the_program_reads_every_variable() throws IOException {
        List<String> variables = Stream.concat(
                        settings().keySet().stream(),
                        container.list("env").stream().map(one -> one.text("name")))
                .toList();
        String sources = sources();

        assertThat(variables)
                .filteredOn(variable -> !container.texts("args").contains("--public-url=$(" + variable + ")"))
                .hasSize(4)
                .allMatch(variable -> sources.contains("\"" + variable + "\""));
        StateLocation state = StateLocation.url(setting("RAPPORT_STATE_URL"), "a password");
        assertThat(state.findFile()).isEmpty();
        assertThat(state).hasToString("rapport on postgres.example.com:5432");
    }

    @Test
    void probes_ask_for_open_pages_of_the_server() {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            Tree asked = container.at(probe, "httpGet");

            assertThat(Routes.ALL)
                    .filteredOn(route -> route.pattern().equals(asked.text("path")))
                    .singleElement()
                    .satisfies(route -> assertThat(route.method()).isEqualTo("GET"))
                    .extracting(Route::findLeast)
                    .satisfies(least -> assertThat(least).isEmpty());
            assertThat(container.item("ports", "name", asked.text("port"))).isNotNull();
        }
        assertThat(container.text("readinessProbe", "httpGet", "path")).isEqualTo("/health/ready");
        assertThat(container.text("livenessProbe", "httpGet", "path")).isEqualTo("/health/live");
    }

    @Test
    void names_refer_to_what_there_is() throws IOException {
        Map<?, ?> labels = deployment.map("spec", "template", "metadata", "labels");
        Tree service = read("service.yaml");
        Tree rule = read("ingress.yaml").list("spec", "rules").get(0);
        String host = URI.create(setting("RAPPORT_PUBLIC_URL")).getHost();

        assertThat(Map.<Object, Object>of(NAME, "rapport")).isEqualTo(labels);
        for (Map<?, ?> selector : List.of(
                deployment.map("spec", "selector", "matchLabels"),
                service.map("spec", "selector"),
                read("disruption.yaml").map("spec", "selector", "matchLabels"),
                read("network.yaml").map("spec", "podSelector", "matchLabels"))) {
            assertThat(selector).isEqualTo(labels);
        }
        Tree backend = rule.at("http").list("paths").get(0).at("backend", "service");
        assertThat(backend.text("name")).isEqualTo(service.text("metadata", "name"));
        assertThat(service.at("spec")
                        .item("ports", "name", backend.text("port", "name"))
                        .text("targetPort"))
                .isEqualTo("http");
        assertThat(rule.text("host")).isEqualTo(host);
        assertThat(read("ingress.yaml").list("spec", "tls").get(0).texts("hosts"))
                .containsExactly(host);
        assertThat(container.list("envFrom").get(0).text("configMapRef", "name"))
                .isEqualTo(kustomization.list("configMapGenerator").get(0).text("name"));
        assertThat(kustomization.list("images").get(0).text("name")).isEqualTo(container.text("image"));
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));
        assertThat(container.list("env")).hasSize(3).allSatisfy(one -> {
            Tree secret = one.at("valueFrom", "secretKeyRef");
            assertThat(operations)
                    .contains("create secret generic " + secret.text("name"))
                    .contains("--from-file=" + secret.text("key"));
        });
    }

    @Test
    void volumes_are_the_image_s_and_the_home_is_shared() throws IOException {
        assertThat(container.list("volumeMounts").stream()
                        .collect(Collectors.toMap(one -> one.text("mountPath"), one -> one.text("name"))))
                .isEqualTo(Map.of(HOME, "home", "/tmp", "tmp"));
        assertThat(pod.item("volumes", "name", "home").text("persistentVolumeClaim", "claimName"))
                .isEqualTo(read("home.yaml").text("metadata", "name"));
        assertThat(pod.item("volumes", "name", "tmp").map("emptyDir")).hasSize(1);
        assertThat(read("home.yaml").texts("spec", "accessModes")).containsExactly("ReadWriteMany");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<RAPPORT_HOME>" + HOME + "</RAPPORT_HOME>");
        assertThat(deployment.number("spec", "replicas")).isGreaterThan(1);
        assertThat(deployment.text("spec", "strategy", "type")).isEqualTo("Recreate");
    }

    @Test
    void the_program_may_do_as_little_as_it_can() throws IOException {
        Tree rights = container.at("securityContext");

        assertThat(pod.isTrue("securityContext", "runAsNonRoot")).isTrue();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<user>" + pod.text("securityContext", "runAsUser") + ":"
                        + pod.text("securityContext", "runAsGroup") + "</user>");
        assertThat(pod.text("securityContext", "fsGroup")).isEqualTo(pod.text("securityContext", "runAsGroup"));
        assertThat(pod.text("securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
        assertThat(rights.isTrue("readOnlyRootFilesystem")).isTrue();
        assertThat(rights.isTrue("allowPrivilegeEscalation")).isFalse();
        assertThat(rights.texts("capabilities", "drop")).containsExactly("ALL");
        assertThat(pod.isTrue("automountServiceAccountToken")).isFalse();
        assertThat(read("namespace.yaml").map("metadata", "labels"))
                .hasToString("{pod-security.kubernetes.io/enforce=restricted}");
    }

    @Test
    void the_network_lets_through_what_the_program_needs() {
        Tree policy = read("network.yaml").at("spec");
        String state = setting("RAPPORT_STATE_URL");

        assertThat(policy.texts("policyTypes")).containsExactly("Ingress", "Egress");
        assertThat(policy.list("ingress").get(0).list("ports").get(0).text("port"))
                .isEqualTo("http");
        assertThat(policy.list("egress").stream()
                        .flatMap(rule -> rule.list("ports").stream())
                        .map(port -> port.text("protocol") + " " + port.text("port")))
                .containsExactly("UDP 53", "TCP 53", "TCP 5432", "TCP 443", "TCP 587");
        assertThat(state).contains(":5432/");
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings().get(name), name);
    }

    private Map<String, String> settings() {
        return kustomization.list("configMapGenerator").get(0).texts("literals").stream()
                .collect(Collectors.toMap(
                        one -> one.substring(0, one.indexOf('=')), one -> one.substring(one.indexOf('=') + 1)));
    }

    private static Tree read(String file) {
        try {
            return Tree.of(
                    file,
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FOLDER.resolve(file))));
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** All of what reads the environment. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
