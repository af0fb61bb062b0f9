package io.rapport.serve.api.gate;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.front.ProblemJson;
import io.rapport.serve.api.operation.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What is said to who may not. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        ProblemJson.write(
                response,
                new RapportException(
                        ApiError.CREDENTIAL_MISSING,
                        "Send a key or an access token: Authorization: Bearer KEY. Administrators make keys under System"
                                + " > Settings."),
                "");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemJson.write(
                response,
                new RapportException(
                        ApiError.ROLE_TOO_SMALL,
                        "The role of this key or person does not allow it. If it has to, ask an administrator for a key"
                                + " of another role."),
                "");
    }
}
