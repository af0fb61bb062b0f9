package io.rapport.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files in at one place, and from administrators only. It stands before everything that looks into a form: what is
 * refused is never read, so that nobody else can fill the disk.
 */
public final class UploadGate extends OncePerRequestFilter {

    /** The one place. */
    public static final String PATH = "/profiles/upload";

    /** Both files together. */
    public static final long MOST_BYTES = 2_000_000_000L;

    private final AccessDeniedHandler refused;

    UploadGate(AccessDeniedHandler refused) {
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        boolean isAllowed = request.getServletPath().equals(PATH)
                && Person.find(SecurityContextHolder.getContext().getAuthentication())
                        .filter(person -> person.role().mayActAs(Role.ADMINISTRATOR))
                        .isPresent();
        if (isAllowed && request.getContentLengthLong() <= MOST_BYTES) {
            chain.doFilter(request, response);
            return;
        }
        // What is left of the body is not waited for.
        response.setHeader("Connection", "close");
        if (isAllowed) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        refused.handle(request, response, new AccessDeniedException("files are for administrators, at " + PATH));
    }
}
