package io.rapport.serve.mail;

import io.rapport.core.address.Address;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mail server, in the state database; all of it encrypted. Thread-safe. */
public final class MailServers {

    private static final String PLACE = "mail-server";

    private final Settings settings;
    private final SecretBox secrets;

    public MailServers(Settings settings, SecretBox secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Empty until somebody configured one. */
    public Optional<MailServer> find() {
        return settings.find(PLACE).map(stored -> {
            List<String> kept = JsonText.strings(new String(secrets.decrypt(PLACE, stored), StandardCharsets.UTF_8));
            return new MailServer(
                    kept.get(0),
                    Integer.parseInt(kept.get(1)),
                    MailServer.Protection.valueOf(kept.get(2)),
                    kept.get(3),
                    kept.get(4),
                    new Address(kept.get(5)),
                    kept.subList(6, kept.size()).stream().map(Address::new).toList());
        });
    }

    public void set(MailServer server) {
        String kept = JsonText.of(Stream.concat(
                        Stream.of(
                                server.host(),
                                Integer.toString(server.port()),
                                server.protection().name(),
                                server.user(),
                                server.password(),
                                server.from().value()),
                        server.administrators().stream().map(Address::value))
                .toList());
        settings.set(PLACE, secrets.encrypt(PLACE, kept.getBytes(StandardCharsets.UTF_8)));
    }

    /** No letters are sent any more. */
    public void clear() {
        settings.clear(PLACE);
    }
}
