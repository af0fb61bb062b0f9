package io.rapport.simulator.entra;

/** What Entra refuses, with the numbers that its messages begin with. */
enum EntraError {
    TENANT_NOT_FOUND(
            90002, "invalid_request", 400, "Tenant '%s' not found. Check to make sure you have the correct tenant ID."),
    NO_TENANT(
            50059,
            "invalid_request",
            400,
            "No tenant-identifying information found in either the request or implied by any provided credentials."),
    MISSING(900144, "invalid_request", 400, "The request body must contain the following parameter: '%s'."),
    MALFORMED(9002313, "invalid_request", 400, "Invalid request. Request is malformed or invalid."),
    UNKNOWN_APP(
            700016,
            "unauthorized_client",
            400,
            "Application with identifier '%s' was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant."),
    REDIRECT_MISMATCH(
            50011,
            "invalid_request",
            400,
            "The redirect URI '%s' specified in the request does not match the redirect URIs configured for the application."),
    RESPONSE_TYPE(700054, "unsupported_response_type", 400, "response_type '%s' is not enabled for the application."),
    PKCE_METHOD(501491, "invalid_request", 400, "Unsupported code_challenge_method parameter: it must be S256."),
    LOGIN_REQUIRED(50058, "login_required", 400, "A silent sign-in request was sent but no user is signed in."),
    CANCELLED(65004, "access_denied", 400, "User declined to consent to access the app."),
    CONSENT_DENIED(65004, "consent_required", 400, "The resource owner or authorization server denied the request."),
    NOT_AN_ADMIN(
            90094,
            "access_denied",
            400,
            "The grant requires admin permission, which the signed-in person does not have."),
    UNKNOWN_PERSON(50034, "invalid_grant", 400, "The user account does not exist in the directory or is disabled."),
    GRANT_TYPE(70003, "unsupported_grant_type", 400, "The app requested an unsupported grant type '%s'."),
    SCOPE(
            70011,
            "invalid_scope",
            400,
            "The provided value for the input parameter 'scope' is not valid. The scope '%s' is not valid."),
    NOT_DEFAULT_SCOPE(
            1002012,
            "invalid_scope",
            400,
            "The provided value for scope '%s' is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI)."),
    NO_CREDENTIAL(
            7000216,
            "invalid_client",
            401,
            "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type."),
    WRONG_SECRET(
            7000215,
            "invalid_client",
            401,
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '%s'."),
    ASSERTION_TYPE(700025, "invalid_request", 400, "The client assertion type is not supported."),
    ASSERTION_MALFORMED(50027, "invalid_request", 400, "JWT token is invalid or malformed."),
    ASSERTION_KEY(
            700027,
            "invalid_client",
            401,
            "The certificate with identifier used to sign the client assertion is not registered on application, or its signature is invalid."),
    ASSERTION_AUDIENCE(
            700023,
            "invalid_client",
            401,
            "Client assertion audience claim does not match the token endpoint's address."),
    ASSERTION_TIME(700024, "invalid_client", 401, "Client assertion is not within its valid time range."),
    ASSERTION_SUBJECT(
            700021,
            "invalid_client",
            401,
            "Client assertion application identifier doesn't match 'client_id' parameter."),
    NO_FEDERATION(
            700213, "invalid_client", 401, "No matching federated identity record found for presented assertion."),
    CODE_EXPIRED(
            70008,
            "invalid_grant",
            400,
            "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource."),
    CODE_REDEEMED(
            54005,
            "invalid_grant",
            400,
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code."),
    CODE_MALFORMED(9002313, "invalid_grant", 400, "Invalid request. Request is malformed or invalid."),
    CODE_OF_ANOTHER_APP(
            700005,
            "invalid_grant",
            400,
            "Provided Authorization Code is intended to use against other tenant or application, thus rejected."),
    CODE_REDIRECT(
            500112,
            "invalid_client",
            400,
            "The reply address does not match the reply address provided when requesting Authorization code."),
    VERIFIER_MISMATCH(
            501481,
            "invalid_grant",
            400,
            "The Code_Verifier does not match the code_challenge supplied in the authorization request."),
    VERIFIER_MISSING(
            501491,
            "invalid_grant",
            400,
            "A code_verifier is required: the authorization request had a code_challenge.");

    private final int number;
    private final String error;
    private final int status;
    private final String message;

    EntraError(int number, String error, int status, String message) {
        this.number = number;
        this.error = error;
        this.status = status;
        this.message = message;
    }

    int number() {
        return number;
    }

    /** OAuth's word for it. */
    String error() {
        return error;
    }

    int status() {
        return status;
    }

    /** Such as {@code AADSTS700016: Application with identifier …}. */
    String description(String value) {
        return "AADSTS" + number + ": " + message.replace("%s", value);
    }
}
