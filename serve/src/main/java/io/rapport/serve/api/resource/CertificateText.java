package io.rapport.serve.api.resource;

import io.rapport.serve.api.operation.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate of an erasure, as it is printed. */
record CertificateText(String text) {

    static final Shape<CertificateText> SHAPE = Shape.of(
                    CertificateText.class, "ErasureCertificate", "What an erasure did, and that nothing is left.")
            .text("text", "To be printed.", CertificateText::text)
            .build();

    /** @throws io.rapport.core.error.RapportException where it is not there */
    static CertificateText of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Words.none("certificate");
        }
        try {
            return new CertificateText(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
