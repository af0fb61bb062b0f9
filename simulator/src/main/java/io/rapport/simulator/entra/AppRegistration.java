package io.rapport.simulator.entra;

import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An app of the tenant. Immutable; {@link Apps} holds the current one.
 *
 * @param clientId which everybody calls {@code appId} or client id
 * @param objectId of the application object
 * @param principalId object id of its service principal
 * @param displayName for people
 * @param permissions application permissions that it registered; what was granted of them {@link Apps} knows
 * @param redirectUris to which browsers may be sent back; compared to the letter
 * @param appRoles for people who sign in
 * @param secrets client secrets, in the clear
 * @param certificates whose keys sign its assertions
 * @param federated whose tokens it may bring instead
 */
public record AppRegistration(
        String clientId,
        String objectId,
        String principalId,
        String displayName,
        Set<Permission> permissions,
        List<String> redirectUris,
        List<AppRole> appRoles,
        List<String> secrets,
        List<X509Certificate> certificates,
        List<FederatedCredential> federated) {

    public AppRegistration {
        permissions = Set.copyOf(permissions);
        redirectUris = List.copyOf(redirectUris);
        appRoles = List.copyOf(appRoles);
        secrets = List.copyOf(secrets);
        certificates = List.copyOf(certificates);
        federated = List.copyOf(federated);
    }

    /** In the order in which Microsoft lists them. */
    public Set<Permission> permissionsInOrder() {
        Set<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(permissions);
        return ordered;
    }

    public AppRegistration withPermissions(Set<Permission> others) {
        return new AppRegistration(
                clientId,
                objectId,
                principalId,
                displayName,
                others,
                redirectUris,
                appRoles,
                secrets,
                certificates,
                federated);
    }

    public AppRegistration withRedirectUris(List<String> others) {
        return new AppRegistration(
                clientId,
                objectId,
                principalId,
                displayName,
                permissions,
                others,
                appRoles,
                secrets,
                certificates,
                federated);
    }

    public AppRegistration withAppRoles(List<AppRole> others) {
        return new AppRegistration(
                clientId,
                objectId,
                principalId,
                displayName,
                permissions,
                redirectUris,
                others,
                secrets,
                certificates,
                federated);
    }

    public AppRegistration withSecret(String secret) {
        return new AppRegistration(
                clientId,
                objectId,
                principalId,
                displayName,
                permissions,
                redirectUris,
                appRoles,
                plus(secrets, secret),
                certificates,
                federated);
    }

    public AppRegistration withCertificate(X509Certificate certificate) {
        return new AppRegistration(
                clientId,
                objectId,
                principalId,
                displayName,
                permissions,
                redirectUris,
                appRoles,
                secrets,
                plus(certificates, certificate),
                federated);
    }

    public AppRegistration withFederated(FederatedCredential credential) {
        return new AppRegistration(
                clientId,
                objectId,
                principalId,
                displayName,
                permissions,
                redirectUris,
                appRoles,
                secrets,
                certificates,
                plus(federated, credential));
    }

    /** By {@code x5t#S256}. */
    Optional<X509Certificate> findCertificate(String thumbprint) {
        return certificates.stream()
                .filter(certificate -> thumbprint(certificate).equals(thumbprint))
                .findFirst();
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                    .toString();
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
