package io.rapport.serve.rotation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.dataset.Pseudonyms;
import io.rapport.serve.digest.Readers;
import io.rapport.serve.digest.Webhooks;
import io.rapport.serve.erasure.ConnectionErasures;
import io.rapport.serve.insight.KeptDepartments;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.security.SignInAddress;
import io.rapport.serve.security.SignInProviders;
import org.junit.jupiter.api.Test;

/** A secret that a rotation forgets would be lost with the former key. */
class StoredSecretsTest {

    @Test
    void every_class_that_stores_a_secret_is_known_here() {
        JavaClasses serve = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.rapport.serve");

        noClasses()
                .that()
                .doNotBelongToAnyOf(
                        GraphConnections.class,
                        PendingConsents.class,
                        SignInProviders.class,
                        SignInAddress.class,
                        MailServers.class,
                        Webhooks.class,
                        Readers.class,
                        Pseudonyms.class,
                        KeptDepartments.class,
                        ConnectionErasures.class,
                        KeyRotation.class)
                .and()
                .doNotHaveFullyQualifiedName("io.rapport.serve.erasure.AskedErasures")
                .should()
                .callMethod(SecretBox.class, "encrypt", String.class, byte[].class)
                .because("what rotate-key does not know is lost with the former key: add it to StoredSecrets, to"
                        + " KeyRotationTest and to this list")
                .check(serve);
    }
}
