package io.rapport.serve.server;

import io.rapport.core.error.RapportException;
import io.rapport.serve.security.OneTimeLink;
import io.rapport.serve.security.UploadGate;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server; close it to stop it. Thread-safe. */
public final class RapportServer implements AutoCloseable {

    private final ServerPlan plan;
    private final ServletWebServerApplicationContext context;

    private RapportServer(ServerPlan plan, ServletWebServerApplicationContext context) {
        this.plan = plan;
        this.context = context;
    }

    /**
     * Starts it; from then on it answers.
     *
     * @throws RapportException {@link ServerError#SERVER_PORT_TAKEN}, or what the home or its state database says
     */
    public static RapportServer start(ServerPlan plan) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("java.util.logging.config.class", SilentLogging.class.getName());
        try {
            ServletWebServerApplicationContext context =
                    (ServletWebServerApplicationContext) new SpringApplicationBuilder(ServerConfiguration.class)
                            .web(WebApplicationType.SERVLET)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(false)
                            .properties(settings(plan))
                            .initializers(fresh ->
                                    ((GenericApplicationContext) fresh).registerBean(ServerPlan.class, () -> plan))
                            .run();
            RapportServer server = new RapportServer(plan, context);
            context.getBean(ServedAt.class).set(server.url());
            context.getBean(ServerLog.class).event("started", Map.of("port", server.port()));
            return server;
        } catch (RuntimeException failed) {
            throw explain(plan, failed);
        }
    }

    /** Where people open it. */
    public URI url() {
        return plan.url(port());
    }

    /** Where this machine reaches it, without whatever stands in front of it. */
    public URI localUrl() {
        String address = plan.address();
        boolean isAnywhere = address.equals("0.0.0.0") || address.equals("::");
        boolean isLong = address.contains(":") && !address.startsWith("[");
        String host = isAnywhere ? "127.0.0.1" : isLong ? "[" + address + "]" : address;
        return URI.create("http://" + host + ":" + port());
    }

    /** The way in while nobody can sign in otherwise; empty once a provider is configured. */
    public Optional<URI> adminLink() {
        return context.getBean(OneTimeLink.class)
                .issue()
                .map(token -> URI.create(url() + "/sign-in/link?token=" + token));
    }

    int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** The bean of a type, for what starts a server in its own process. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> settings(ServerPlan plan) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", plan.address());
        settings.put("server.port", plan.port());
        settings.put("server.shutdown", "graceful");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "3s");
        settings.put("server.forward-headers-strategy", plan.isBehindTls() ? "native" : "none");
        settings.put("server.server-header", "");
        settings.put("server.max-http-request-header-size", "16KB");
        settings.put("server.tomcat.threads.max", 50);
        settings.put("server.tomcat.threads.min-spare", 4);
        settings.put("server.tomcat.max-http-form-post-size", "256KB");
        settings.put("server.tomcat.max-swallow-size", "1MB");
        settings.put("server.compression.enabled", true);
        settings.put(
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,application/javascript,image/svg+xml");
        // Files come in at one place alone: UploadGate. They go to the disk, never through memory.
        settings.put("spring.servlet.multipart.enabled", true);
        settings.put("spring.servlet.multipart.file-size-threshold", "0B");
        settings.put("spring.servlet.multipart.resolve-lazily", true);
        settings.put(
                "spring.servlet.multipart.location", plan.home().temporary().toString());
        settings.put("spring.servlet.multipart.max-file-size", UploadGate.MOST_BYTES + "B");
        settings.put("spring.servlet.multipart.max-request-size", UploadGate.MOST_BYTES + "B");
        // It would read forms of any length into memory, before anybody asks who sends them.
        settings.put("spring.mvc.formcontent.filter.enabled", false);
        settings.put("spring.session.jdbc.initialize-schema", "never");
        settings.put("spring.session.jdbc.cleanup-cron", "-");
        settings.put("server.servlet.session.timeout", "30m");
        settings.put("server.servlet.session.cookie.name", plan.isBehindTls() ? "__Host-rapport" : "rapport");
        settings.put("server.servlet.session.cookie.path", "/");
        settings.put("server.servlet.session.cookie.http-only", true);
        settings.put("server.servlet.session.cookie.same-site", "lax");
        settings.put("server.servlet.session.cookie.secure", plan.isBehindTls());
        settings.put("spring.web.resources.add-mappings", false);
        settings.put("spring.main.lazy-initialization", false);
        settings.put("spring.jmx.enabled", false);
        settings.put("spring.config.location", "classpath:/io/rapport/serve/server/none.properties");
        return settings;
    }

    private static RapportException explain(ServerPlan plan, RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RapportException ours) {
                return ours;
            }
            if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                return new RapportException(
                        ServerError.SERVER_PORT_TAKEN,
                        "Port " + plan.port() + " of " + plan.address()
                                + " can't be opened: something else listens there, or the address is not this machine's."
                                + " Choose another one with --port.",
                        failed);
            }
        }
        return new RapportException(ServerError.SERVER_FAILED, "The server could not be started.", failed);
    }
}
