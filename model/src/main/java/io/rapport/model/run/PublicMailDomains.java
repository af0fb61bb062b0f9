package io.rapport.model.run;

import io.rapport.core.address.ErasedAddress;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Domains of public mail providers: nobody's company. The list ships with Rapport and can be added to. */
public final class PublicMailDomains {

    private PublicMailDomains() {}

    /** The list that ships, and the domain that stands for erased people. */
    public static Set<String> shipped() {
        try (InputStream in = PublicMailDomains.class.getResourceAsStream("public-mail-domains.txt")) {
            Set<String> domains =
                    domains(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines());
            domains.add(ErasedAddress.DOMAIN);
            return domains;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list that ships and, where the file is there, the domains in it: one a line, {@code #} begins a remark. */
    public static Set<String> with(Path file) {
        Set<String> domains = shipped();
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                domains.addAll(domains(lines));
            } catch (IOException | UncheckedIOException e) {
                throw new RapportException(
                        RunError.RUN_FILE,
                        file.getFileName()
                                + " can't be read as UTF-8 text. Mend it, or take it out of the home folder.",
                        e);
            }
        }
        return domains;
    }

    private static Set<String> domains(Stream<String> lines) {
        Set<String> domains = new TreeSet<>();
        lines.map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .forEach(domains::add);
        return domains;
    }
}
