package io.rapport.serve.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.rapport.serve.security.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** Renders pages from templates, each with the frame around it. Thread-safe. */
public final class Pages {

    static final String THEME_COOKIE = "rapport-theme";
    private static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final String NOTICE = "rapport.notice";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String tenant;
    private final String assets;

    /**
     * @param tenant what is served, in words
     * @param assets what changes when scripts or styles do
     */
    public Pages(String tenant, String assets) {
        this.tenant = tenant;
        this.assets = assets;
    }

    /** A page. */
    public ResponseEntity<String> page(
            HttpServletRequest request, String title, String section, String template, Object view) {
        return page(request, 200, title, section, template, view);
    }

    /** A page that says what went wrong, or anything else but 200. */
    public ResponseEntity<String> page(
            HttpServletRequest request, int status, String title, String section, String template, Object view) {
        return answer(status, render(template, Map.of("frame", frame(request, title, section), "view", view)));
    }

    /** A part of a page, without a frame. */
    public ResponseEntity<String> part(String template, Object view) {
        return answer(200, render(template, Map.of("view", view)));
    }

    /** A part of a page as text. */
    public String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput(16_384);
        templates.render(template, parameters, html);
        return html.toString();
    }

    /** Says something on top of the next page that this person opens. */
    public static void say(HttpServletRequest request, String notice) {
        request.getSession().setAttribute(NOTICE, notice);
    }

    private static ResponseEntity<String> answer(int status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }

    private Frame frame(HttpServletRequest request, String title, String section) {
        Person person = Person.find(SecurityContextHolder.getContext().getAuthentication())
                .orElse(null);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                title,
                section,
                tenant,
                person == null ? "" : person.displayName(),
                person == null ? null : person.role(),
                theme(request),
                request.getRequestURI(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                assets,
                person == null ? "" : notice(request.getSession(false)));
    }

    private static String notice(@Nullable HttpSession session) {
        if (session != null && session.getAttribute(NOTICE) instanceof String text) {
            session.removeAttribute(NOTICE);
            return text;
        }
        return "";
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(THEME_COOKIE) && THEMES.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "system";
    }
}
